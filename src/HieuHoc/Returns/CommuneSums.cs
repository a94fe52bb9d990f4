using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>The two formulas of an indicator that must both be known.</summary>
internal sealed record Ratio(Formula Numerator, Formula Denominator)
{
    /// <summary>True when these figures say both.</summary>
    public bool Reads(IFacts facts) => Numerator.Evaluate(facts) is not null && Denominator.Evaluate(facts) is not null;
}

/// <summary>The sums of one commune that an indicator reads: the final ones, and those so far.</summary>
internal sealed record CommuneSums(int Id, Facts Final, Facts SoFar)
{
    /// <summary>True when a part of a place that was split is in them.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The places of then that they came from; empty when they were not restated.</summary>
    public IReadOnlyList<Contribution> From { get; init; } = [];

    /// <summary>What they say of the indicator.</summary>
    public CommuneReading Read(Ratio ratio, Formula value) =>
        new(Id, ratio.Numerator.Evaluate(Final), ratio.Denominator.Evaluate(Final), value.Evaluate(Final))
        {
            IsEstimate = IsEstimate,
            From = From,
        };
}
