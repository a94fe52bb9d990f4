namespace HieuHoc.Rules.Tree;

/// <summary>A function with what stands between its parentheses.</summary>
internal abstract record Call(string Name, IReadOnlyList<Expression> Parts)
    : Number($"{Name}({string.Join(", ", Parts.Select(part => part.Text))})", Binding.Atom, Parts);

/// <summary>A function that takes its parts together one by one; missing as soon as one of them is.</summary>
internal abstract record Fold(string Name, Sequence<Number> Operands) : Call(Name, Operands)
{
    public sealed override decimal? Evaluate(IFacts facts)
    {
        var result = Operands[0].Evaluate(facts);

        foreach (var operand in Operands.Skip(1))
        {
            if (result is not { } sofar || operand.Evaluate(facts) is not { } value)
            {
                return null;
            }

            result = Combine(sofar, value);
        }

        return result;
    }

    protected abstract decimal? Combine(decimal sofar, decimal next);
}

/// <summary>All parts together.</summary>
internal sealed record Sum(Sequence<Number> Operands) : Fold("sum", Operands)
{
    protected override decimal? Combine(decimal sofar, decimal next) => Operator.Plus.Apply(sofar, next);
}

/// <summary>The smallest part.</summary>
internal sealed record Least(Sequence<Number> Operands) : Fold("min", Operands)
{
    protected override decimal? Combine(decimal sofar, decimal next) => Math.Min(sofar, next);
}

/// <summary>The largest part.</summary>
internal sealed record Greatest(Sequence<Number> Operands) : Fold("max", Operands)
{
    protected override decimal? Combine(decimal sofar, decimal next) => Math.Max(sofar, next);
}

/// <summary>How many parts are there; the only part of the language that looks at a gap instead of passing it on.</summary>
internal sealed record Count(Sequence<Number> Operands) : Call("count", Operands)
{
    public override decimal? Evaluate(IFacts facts) => Operands.Count(operand => operand.Evaluate(facts) is not null);
}

/// <summary>A part of a whole in percent; multiplied before divided, so that 6 of 10 is 60 and nothing less.</summary>
internal sealed record Share(Number Part, Number Whole) : Call("share", [Part, Whole])
{
    public override decimal? Evaluate(IFacts facts) =>
        Operator.Over.Apply(Operator.Times.Apply(100, Part.Evaluate(facts)), Whole.Evaluate(facts));
}

/// <summary>A number rounded half away from zero; nothing else in the language rounds.</summary>
internal sealed record Rounded(Number Operand, int Places) : Call("round", [Operand, new Constant(Places)])
{
    public const int MostPlaces = 10;

    public override decimal? Evaluate(IFacts facts) =>
        Operand.Evaluate(facts) is { } value ? Math.Round(value, Places, MidpointRounding.AwayFromZero) : null;

    // The places can be read in the text; a line of their own would explain nothing.
    protected override IReadOnlyList<Expression> PartsUsed(IFacts facts) => [Operand];
}

/// <summary>One of two numbers; missing when it cannot be said which, and untouched by gaps in the one not chosen.</summary>
internal sealed record Choice(Condition When, Number Then, Number Otherwise)
    : Call("if", [When, Then, Otherwise])
{
    public override decimal? Evaluate(IFacts facts) => Chosen(facts)?.Evaluate(facts);

    protected override IReadOnlyList<Expression> PartsUsed(IFacts facts) =>
        Chosen(facts) is { } chosen ? [When, chosen] : [When];

    private Number? Chosen(IFacts facts) => When.Judge(facts) switch
    {
        Verdict.Met => Then,
        Verdict.NotMet => Otherwise,
        Verdict.CannotSay => null,
    };
}
