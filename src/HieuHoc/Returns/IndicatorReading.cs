using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns.Surveys;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>An indicator of one place in one period, with what it was computed from and what is missing.</summary>
/// <param name="Facts">The confirmed sums of its elements, and its two totals; missing as long as one expected commune has not been confirmed.</param>
/// <param name="SoFar">The sums of what there is; for showing beside the verdict, never for judging.</param>
/// <param name="Communes">One for each commune that is expected to report, or each district or province where these count, in no order.</param>
/// <param name="Terms">How final the figures are, and as of when they were read.</param>
public sealed record IndicatorReading(
    IndicatorDefinition Indicator, IFacts Facts, IFacts SoFar, IReadOnlyList<CommuneReading> Communes, ReadingTerms Terms)
{
    /// <summary>The level of the places that count.</summary>
    public PlaceLevel Level { get; init; } = PlaceLevel.Commune;

    /// <summary>The later day on whose places it is said; null where it is said on those of its time, as all is that is counted place by place.</summary>
    public DateOnly? PlacesOf { get; init; }

    /// <summary>True when figures of other places were carried over.</summary>
    public bool IsRestated => Communes.Any(commune => commune.From.Any(from => from.PlaceId != commune.PlaceId));

    /// <summary>True when apportioning bore upon the value: a place that was split brought figures, and not all of it lies here.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>True when figures of the standing that was asked for are in it; false where official ones stand in for all of them.</summary>
    public bool IsOfStanding { get; init; } = true;

    /// <summary>What a sample survey states of it beside what is counted; null where there is none.</summary>
    public SampleSurvey? Survey { get; init; }

    /// <summary>True when somebody was asked for its figures, or a survey states it.</summary>
    public bool SaysSomething => Expected > 0 || Survey is not null;

    /// <summary>The communes whose figures are all there.</summary>
    public int Reported => Communes.Count(commune => commune.IsComplete);

    /// <summary>The communes that the rounds of the period ask; where no return brings the figures, all of them.</summary>
    public int Expected => Communes.Count;

    /// <summary>True when the figures of every commune that is expected are there.</summary>
    public bool IsComplete => Expected > 0 && Reported == Expected;

    /// <summary>The value, or null while it cannot be said.</summary>
    public decimal? Value => Indicator.Formulas.OfTotals.Evaluate(Facts);

    /// <summary>The value over the communes confirmed so far; null when there is none.</summary>
    public decimal? ValueSoFar => Indicator.Formulas.OfTotals.Evaluate(SoFar);

    public decimal? NumeratorSoFar => SoFar[IndicatorDefinition.NumeratorName];

    public decimal? DenominatorSoFar => SoFar[IndicatorDefinition.DenominatorName];
}

/// <summary>What one commune's confirmed figures say of an indicator.</summary>
public sealed record CommuneReading(int PlaceId, decimal? Numerator, decimal? Denominator, decimal? Value)
{
    /// <summary>True when a part of a place that was split is in it.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The places of then that it is made of; empty when it is read on the places of its time.</summary>
    public IReadOnlyList<Contribution> From { get; init; } = [];

    /// <summary>True when every figure that the indicator reads is there, be they zero.</summary>
    public bool IsComplete => Numerator is not null && Denominator is not null;
}

/// <summary>A place of then with its own figures, and how much of them a place of a later day is given.</summary>
/// <param name="How">Null where it is the same place, or where a chain of successions lies between.</param>
/// <param name="AllParts">The parts of all its successors together.</param>
public sealed record Contribution(int PlaceId, PlaceSuccession? How, int AllParts, decimal? Numerator, decimal? Denominator)
{
    /// <summary>True when the figures that the indicator reads are there.</summary>
    public bool IsComplete => Numerator is not null && Denominator is not null;
}
