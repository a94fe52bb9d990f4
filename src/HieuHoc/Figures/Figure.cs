namespace HieuHoc.Figures;

/// <summary>Something that was counted: of whom, what, when, in which breakdown, and how much.</summary>
public abstract class CountedFact
{
    public required short Owner { get; init; }

    public required int ElementId { get; init; }

    public required int PeriodId { get; init; }

    /// <summary>The place (later also the agency) that it is about, as it was in that period.</summary>
    public required int SubjectId { get; init; }

    public required int BreakdownId { get; init; }

    /// <summary>How final it is; one source may give the same thing to the cut-off and as an estimate of the whole year.</summary>
    public required Standing Standing { get; init; }

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

/// <summary>
/// A counted fact and the source that says so. A missing one has no row; a percentage is never one, its numerator and
/// denominator are.
/// </summary>
public sealed class Figure : CountedFact
{
    /// <summary>The record that it was counted from: for returns, the return.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The version of that record.</summary>
    public required int SourceVersion { get; set; }
}

/// <summary>A figure of a version that was superseded: what counted until then stays readable.</summary>
public sealed class SupersededFigure : CountedFact
{
    public required Guid SourceId { get; init; }

    public required int SourceVersion { get; init; }

    /// <summary>UTC; since when another value, or none, counts.</summary>
    public required DateTime SupersededAt { get; init; }
}

/// <summary>A figure of an import that is on its way: checked, and not counted before all of its run are.</summary>
public sealed class StagedFigure : CountedFact
{
    /// <summary>The import, which becomes the figure's source.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The line of the file, to name it when it cannot be taken over.</summary>
    public required int Line { get; init; }
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
