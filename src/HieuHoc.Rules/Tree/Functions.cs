namespace HieuHoc.Rules.Tree;

/// <summary>All parts together; missing as soon as one of them is, for a blank is not a zero.</summary>
internal sealed record Sum(Sequence<Number> Operands) : Number(Call.Text("sum", Operands))
{
    public override IReadOnlyList<Expression> Parts => Operands;

    public override decimal? Evaluate(IFacts facts) => Operands.Fold(facts, (a, b) => Operator.Plus.Apply(a, b));
}

/// <summary>The smallest part; missing as soon as one of them is.</summary>
internal sealed record Least(Sequence<Number> Operands) : Number(Call.Text("min", Operands))
{
    public override IReadOnlyList<Expression> Parts => Operands;

    public override decimal? Evaluate(IFacts facts) => Operands.Fold(facts, (a, b) => a < b ? a : b);
}

/// <summary>The largest part; missing as soon as one of them is.</summary>
internal sealed record Greatest(Sequence<Number> Operands) : Number(Call.Text("max", Operands))
{
    public override IReadOnlyList<Expression> Parts => Operands;

    public override decimal? Evaluate(IFacts facts) => Operands.Fold(facts, (a, b) => a > b ? a : b);
}

/// <summary>How many parts are there; the only part of the language that looks at a gap instead of passing it on.</summary>
internal sealed record Count(Sequence<Number> Operands) : Number(Call.Text("count", Operands))
{
    public override IReadOnlyList<Expression> Parts => Operands;

    public override decimal? Evaluate(IFacts facts) => Operands.Count(operand => operand.Evaluate(facts) is not null);
}

/// <summary>A part of a whole in percent; multiplied before divided, so that 6 of 10 is 60 and nothing less.</summary>
internal sealed record Share(Number Part, Number Whole) : Number(Call.Text("share", [Part, Whole]))
{
    public override IReadOnlyList<Expression> Parts => [Part, Whole];

    public override decimal? Evaluate(IFacts facts) =>
        Operator.Over.Apply(Operator.Times.Apply(100, Part.Evaluate(facts)), Whole.Evaluate(facts));
}

/// <summary>A number rounded half away from zero; nothing else in the language rounds.</summary>
internal sealed record Rounded(Number Operand, int Places) : Number(Call.Text("round", [Operand, new Constant(Places)]))
{
    public const int MostPlaces = 10;

    public override IReadOnlyList<Expression> Parts => [Operand];

    public override decimal? Evaluate(IFacts facts) =>
        Operand.Evaluate(facts) is { } value ? Math.Round(value, Places, MidpointRounding.AwayFromZero) : null;
}

/// <summary>One of two numbers; missing when it cannot be said which, and untouched by gaps in the one not chosen.</summary>
internal sealed record Choice(Condition When, Number Then, Number Otherwise)
    : Number(Call.Text("if", [When, Then, Otherwise]))
{
    public override IReadOnlyList<Expression> Parts => [When, Then, Otherwise];

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

/// <summary>What the functions have in common.</summary>
internal static class Call
{
    public static string Text(string name, IEnumerable<Expression> arguments) =>
        $"{name}({string.Join(", ", arguments.Select(argument => argument.Text))})";

    public static decimal? Fold(
        this Sequence<Number> operands, IFacts facts, Func<decimal?, decimal?, decimal?> combine)
    {
        var result = operands[0].Evaluate(facts);

        for (var i = 1; i < operands.Count && result is not null; i++)
        {
            var operand = operands[i].Evaluate(facts);
            result = operand is null ? null : combine(result, operand);
        }

        return result;
    }
}
