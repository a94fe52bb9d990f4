namespace HieuHoc.Rules.Tree;

/// <summary>One part of a rule: its canonical text, how tightly that text holds together, and its own parts as written.</summary>
internal abstract record Expression(string Text, Binding Binding, IReadOnlyList<Expression> Parts)
{
    /// <summary>The facts read here, as often as they are written.</summary>
    public virtual IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

    public abstract Explanation Explain(IFacts facts);

    /// <summary>The text as it stands next to an operator.</summary>
    public string Beside(Binding neighbour) => Binding < neighbour ? $"({Text})" : Text;

    // Each kind compares what it is made of; comparing that again as parts would double the work at every level.
    public virtual bool Equals(Expression? other) => other is not null;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The parts that the outcome was taken from; the others stay out of the explanation.</summary>
    protected virtual IReadOnlyList<Expression> PartsUsed(IFacts facts) => Parts;

    protected IReadOnlyList<Explanation> ExplainParts(IFacts facts)
    {
        var parts = PartsUsed(facts);

        if (parts.Count == 0)
        {
            return [];
        }

        var explained = new Explanation[parts.Count];

        for (var i = 0; i < explained.Length; i++)
        {
            explained[i] = parts[i].Explain(facts);
        }

        return explained;
    }
}

/// <summary>A part that yields a number, or nothing when it is missing.</summary>
internal abstract record Number(string Text, Binding Binding, IReadOnlyList<Expression> Parts)
    : Expression(Text, Binding, Parts)
{
    public abstract decimal? Evaluate(IFacts facts);

    public sealed override Explanation Explain(IFacts facts) =>
        new(Text, Evaluate(facts), Verdict: null, ExplainParts(facts));
}

/// <summary>A part that yields one of the three verdicts.</summary>
internal abstract record Condition(string Text, Binding Binding, IReadOnlyList<Expression> Parts)
    : Expression(Text, Binding, Parts)
{
    public abstract Verdict Judge(IFacts facts);

    public sealed override Explanation Explain(IFacts facts) =>
        new(Text, Value: null, Judge(facts), ExplainParts(facts));
}
