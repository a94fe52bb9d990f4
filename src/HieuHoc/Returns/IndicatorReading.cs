using HieuHoc.Figures;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>An indicator of one place in one period, with what it was computed from and what is missing.</summary>
/// <param name="Facts">The confirmed sums of its elements; missing as long as one expected commune has not been confirmed.</param>
/// <param name="SoFar">The sums of what there is; for showing beside the verdict, never for judging.</param>
/// <param name="Communes">One for each commune that is expected to report, in no order.</param>
/// <param name="Terms">How final the figures are, and as of when they were read.</param>
public sealed record IndicatorReading(
    IndicatorDefinition Indicator, IFacts Facts, IFacts SoFar, IReadOnlyList<CommuneReading> Communes, ReadingTerms Terms)
{
    /// <summary>The communes whose figures are all there.</summary>
    public int Reported => Communes.Count(commune => commune.IsComplete);

    /// <summary>The communes that the rounds of the period ask; where no return brings the figures, all of them.</summary>
    public int Expected => Communes.Count;

    /// <summary>True when the figures of every commune that is expected are there.</summary>
    public bool IsComplete => Expected > 0 && Reported == Expected;

    /// <summary>The value, or null while it cannot be said.</summary>
    public decimal? Value => Formula.Parse(Indicator.Formula).Evaluate(Facts);

    /// <summary>The value over the communes confirmed so far; null when there is none.</summary>
    public decimal? ValueSoFar => Formula.Parse(Indicator.Formula).Evaluate(SoFar);

    public decimal? NumeratorSoFar => Formula.Parse(Indicator.Numerator).Evaluate(SoFar);

    public decimal? DenominatorSoFar => Formula.Parse(Indicator.Denominator).Evaluate(SoFar);
}

/// <summary>What one commune's confirmed figures say of an indicator.</summary>
public sealed record CommuneReading(int PlaceId, decimal? Numerator, decimal? Denominator, decimal? Value)
{
    /// <summary>True when every figure that the indicator reads is there, be they zero.</summary>
    public bool IsComplete => Numerator is not null && Denominator is not null;
}
