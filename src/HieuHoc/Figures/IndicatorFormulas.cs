using System.Runtime.CompilerServices;
using HieuHoc.Rules;

namespace HieuHoc.Figures;

/// <summary>The formulas of an indicator, parsed once: each page evaluates them for every place and year, and parsing takes far longer.</summary>
public sealed class IndicatorFormulas
{
    // Beside the definitions and not in them: two that say the same are equal.
    private static readonly ConditionalWeakTable<IndicatorDefinition, IndicatorFormulas> parsed = [];

    private IndicatorFormulas(IndicatorDefinition indicator)
    {
        Value = Formula.Parse(indicator.Formula);
        Numerator = Formula.Parse(indicator.Numerator);
        Denominator = Formula.Parse(indicator.Denominator);
        OfTotals = Formula.Parse(indicator.OfTotals);
    }

    /// <summary>The value of one place.</summary>
    public Formula Value { get; }

    public Formula Numerator { get; }

    public Formula Denominator { get; }

    /// <summary>The value of many places, from the two totals.</summary>
    public Formula OfTotals { get; }

    /// <summary>The formulas of an indicator, one of a pack that was checked.</summary>
    /// <exception cref="RuleException">One of its texts is no formula.</exception>
    internal static IndicatorFormulas Of(IndicatorDefinition indicator) => parsed.GetValue(indicator, of => new IndicatorFormulas(of));
}
