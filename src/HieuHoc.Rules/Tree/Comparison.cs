namespace HieuHoc.Rules.Tree;

/// <summary>Two numbers side by side; it cannot be said when either is missing.</summary>
internal sealed record Comparison(Number Left, Relation Relation, Number Right)
    : Condition($"{Left.Text} {Relation.Symbol} {Right.Text}", Binding.Comparison, [Left, Right])
{
    public override Verdict Judge(IFacts facts)
    {
        if (Left.Evaluate(facts) is not { } left || Right.Evaluate(facts) is not { } right)
        {
            return Verdict.CannotSay;
        }

        return Relation.Holds(left, right) ? Verdict.Met : Verdict.NotMet;
    }
}

/// <summary>How two numbers stand to each other.</summary>
internal enum Relation
{
    Equal,
    Different,
    Less,
    AtMost,
    More,
    AtLeast,
}

internal static class Relations
{
    public static readonly IReadOnlyDictionary<string, Relation> BySymbol = new Dictionary<string, Relation>
    {
        ["="] = Relation.Equal,
        ["<>"] = Relation.Different,
        ["<"] = Relation.Less,
        ["<="] = Relation.AtMost,
        [">"] = Relation.More,
        [">="] = Relation.AtLeast,
    };

    private static readonly Dictionary<Relation, string> SymbolOf =
        BySymbol.ToDictionary(entry => entry.Value, entry => entry.Key);

    extension(Relation relation)
    {
        public string Symbol => SymbolOf[relation];

        public bool Holds(decimal left, decimal right) => relation switch
        {
            Relation.Equal => left == right,
            Relation.Different => left != right,
            Relation.Less => left < right,
            Relation.AtMost => left <= right,
            Relation.More => left > right,
            Relation.AtLeast => left >= right,
        };
    }
}
