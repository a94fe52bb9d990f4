using System.Globalization;

namespace HieuHoc.Rules.Tree;

/// <summary>A number written in the rule, never negative; the percent sign is a unit for the reader and changes nothing.</summary>
internal sealed record Constant(decimal Value, bool IsPercent = false)
    : Number(Write(Value) + (IsPercent ? "%" : ""), Binding.Atom, [])
{
    // All 28 decimals a System.Decimal can have: the text must parse to the same number.
    private static readonly string EveryDecimal = "0." + new string('#', 28);

    public override decimal? Evaluate(IFacts facts) => Value;

    private static string Write(decimal value) => value.ToString(EveryDecimal, CultureInfo.InvariantCulture);
}

/// <summary>The word <c>yes</c> or <c>no</c>: 1 or 0, as the answers to such questions are kept.</summary>
internal sealed record Answer(bool IsYes) : Number(IsYes ? "yes" : "no", Binding.Atom, [])
{
    public override decimal? Evaluate(IFacts facts) => IsYes ? 1 : 0;
}

/// <summary>A fact read by its name.</summary>
internal sealed record Fact(string Name) : Number(Name, Binding.Atom, [])
{
    public override IEnumerable<string> Names => [Name];

    public override decimal? Evaluate(IFacts facts) => facts[Name];
}
