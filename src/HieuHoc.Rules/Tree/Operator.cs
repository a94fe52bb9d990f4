namespace HieuHoc.Rules.Tree;

/// <summary>One of the four operations; the rest of the language calculates through these.</summary>
internal enum Operator
{
    Plus,
    Minus,
    Times,
    Over,
}

internal static class Operators
{
    public static readonly IReadOnlyDictionary<string, Operator> BySymbol = new Dictionary<string, Operator>
    {
        ["+"] = Operator.Plus,
        ["-"] = Operator.Minus,
        ["*"] = Operator.Times,
        ["/"] = Operator.Over,
    };

    private static readonly Dictionary<Operator, string> SymbolOf =
        BySymbol.ToDictionary(entry => entry.Value, entry => entry.Key);

    extension(Operator operation)
    {
        public string Symbol => SymbolOf[operation];

        public Binding Binding => operation is Operator.Plus or Operator.Minus ? Binding.Sum : Binding.Product;

        /// <summary>The result; missing when either side is, when dividing by zero, and when it is too large to hold.</summary>
        public decimal? Apply(decimal? left, decimal? right)
        {
            try
            {
                return operation switch
                {
                    Operator.Plus => left + right,
                    Operator.Minus => left - right,
                    Operator.Times => left * right,
                    Operator.Over => right == 0 ? null : left / right,
                };
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }
}
