namespace HieuHoc.Figures;

/// <summary>
/// A counted fact: of whom, what, when, in which breakdown and from which source. A missing one has no row;
/// a percentage is never one, its numerator and denominator are.
/// </summary>
public sealed class Figure
{
    public required short Owner { get; init; }

    public required int ElementId { get; init; }

    public required int PeriodId { get; init; }

    /// <summary>The place (later also the agency) that it is about, as it was in that period.</summary>
    public required int SubjectId { get; init; }

    public required int BreakdownId { get; init; }

    /// <summary>The record that it was counted from: for returns, the return.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The version of that record.</summary>
    public required int SourceVersion { get; set; }

    public required Standing Standing { get; set; }

    /// <summary>In units of ten to the minus decimals of its element.</summary>
    public required long Value { get; set; }

    /// <summary>
    /// True when it does not come from the element's producer at its leaf level: shown beside the counted sum, compared
    /// with it, and never in a roll-up.
    /// </summary>
    public required bool Stated { get; set; }

    /// <summary>Whose roll-up it enters: itself, or the commune that a village belonged to at the end of the period.</summary>
    public required int RollUpSubjectId { get; set; }
}

/// <summary>How final a figure is.</summary>
public enum Standing
{
    Official,
    Preliminary,
    FullYearEstimate,
}

/// <summary>
/// The sum of the confirmed leaf figures of one commune or agency, kept up in the transaction that confirms;
/// provinces and above are summed from these rows when read.
/// </summary>
public sealed class RollUp
{
    public required short Owner { get; init; }

    public required int ElementId { get; init; }

    public required int PeriodId { get; init; }

    public required int SubjectId { get; init; }

    public required int BreakdownId { get; init; }

    /// <summary>Official figures, preliminary ones and estimates are never added to each other.</summary>
    public required Standing Standing { get; init; }

    public required long Sum { get; set; }

    /// <summary>How many leaf figures are in the sum.</summary>
    public required int Reported { get; set; }
}

/// <summary>Something that can be counted. Its code never changes its meaning; its definition comes with packs.</summary>
public sealed class Element
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    /// <summary>How many decimals its figures keep, 0 to 6; fixed for ever.</summary>
    public required int Decimals { get; init; }
}

/// <summary>A span of time that figures are about. Only equal kinds add.</summary>
public sealed class Period
{
    public required int Id { get; init; }

    /// <summary>"2026", "2026-11", "2025-26S", "@2026-09-30", "2016/2020".</summary>
    public required string Code { get; init; }

    public required PeriodKind Kind { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }
}

public enum PeriodKind
{
    Year,
    Month,
    SchoolYear,
    Day,
    Years,
}

/// <summary>A part of a figure's people or things (women, ethnic minority …); the first is the whole.</summary>
public sealed class Breakdown
{
    /// <summary>The breakdown that is none: all of them.</summary>
    public const int WholeId = 1;

    /// <summary>Its code.</summary>
    public const string Whole = "whole";

    public required int Id { get; init; }

    public required string Code { get; init; }
}
