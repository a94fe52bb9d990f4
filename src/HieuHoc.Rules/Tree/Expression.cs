namespace HieuHoc.Rules.Tree;

/// <summary>One part of a rule: its canonical text, and how tightly that text holds together.</summary>
internal abstract record Expression(string Text, Binding Binding)
{
    /// <summary>The parts this one is made of, in the order they are written.</summary>
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The facts read here, as often as they are written.</summary>
    public virtual IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

    public abstract Explanation Explain(IFacts facts);

    /// <summary>The text as it stands next to an operator.</summary>
    public string Beside(Binding neighbour) => Binding < neighbour ? $"({Text})" : Text;

    /// <summary>The parts that the outcome was taken from; the others stay out of the explanation.</summary>
    protected virtual IReadOnlyList<Expression> PartsUsed(IFacts facts) => Parts;

    protected IReadOnlyList<Explanation> ExplainParts(IFacts facts) =>
        [.. PartsUsed(facts).Select(part => part.Explain(facts))];
}

/// <summary>A part that yields a number, or nothing when it is missing.</summary>
internal abstract record Number(string Text, Binding Binding = Binding.Atom) : Expression(Text, Binding)
{
    public abstract decimal? Evaluate(IFacts facts);

    public sealed override Explanation Explain(IFacts facts) =>
        new(Text, Evaluate(facts), Verdict: null, ExplainParts(facts));
}

/// <summary>A part that yields one of the three verdicts.</summary>
internal abstract record Condition(string Text, Binding Binding) : Expression(Text, Binding)
{
    public abstract Verdict Judge(IFacts facts);

    public sealed override Explanation Explain(IFacts facts) =>
        new(Text, Value: null, Judge(facts), ExplainParts(facts));
}
