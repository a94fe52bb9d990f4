using HieuHoc.Platform;

namespace HieuHoc.Programmes;

/// <summary>Who writes a report, and answers for it before it is signed.</summary>
public enum ReportWriter
{
    /// <summary>The standing agency of the programme.</summary>
    StandingAgency,

    /// <summary>The study-promotion Association of the province; the standing agency may build it too.</summary>
    Association,
}

/// <summary>A report from the programme's figures: who writes to whom, and its sections. Vietnamese only: it is an official paper.</summary>
public sealed record ReportDefinition
{
    /// <summary>The code of the report of a pack that describes only one.</summary>
    public const string First = "annual";

    /// <summary>By which it is asked for; never changed, since what was written keeps it.</summary>
    public string Code { get; init; } = First;

    /// <summary>What it is called where somebody chooses; null where there is no choice.</summary>
    public LocalText? Title { get; init; }

    public ReportWriter Writer { get; init; }

    /// <summary>The years that a review looks back on; null for the report of one year.</summary>
    public ReviewedYears? Review { get; init; }

    public string? ParentIssuer { get; init; }

    public required string Issuer { get; init; }

    /// <summary>What follows the number that the clerk gives: <c>/BC-SGDĐT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it is signed: địa danh.</summary>
    public required string SignedAt { get; init; }

    /// <summary>The abstract; <c>{year}</c> is the year reported.</summary>
    public required string Abstract { get; init; }

    public required IReadOnlyList<string> Addressees { get; init; }

    public required IReadOnlyList<string> LegalBases { get; init; }

    /// <summary>The authority lines of the signature block, the last being the signer's post.</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The codes of its sections in their order, its own and those it shares; empty where it has its own alone.</summary>
    public IReadOnlyList<string> Outline { get; init; } = [];

    /// <summary>Its own sections.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The form whose figures fill the appendix table.</summary>
    public required string AppendixForm { get; init; }

    public required string AppendixTitle { get; init; }

    /// <summary>The mark of its own; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>Its sections in the order of the outline, each with a code.</summary>
    public IReadOnlyList<ReportSection> SectionsIn(ProgrammePack programme)
    {
        if (Outline.Count == 0)
        {
            return [.. Sections.Select((section, i) => section with { Code = section.Code ?? FormattableString.Invariant($"{i + 1}") })];
        }

        var known = Sections.Concat(programme.Sections).Where(section => section.Code is not null)
            .DistinctBy(section => section.Code)
            .ToDictionary(section => section.Code!);

        return [.. Outline.Select(code => known[code])];
    }
}

/// <summary>The years of an interim or final review, both included; the last one's milestones are judged.</summary>
public sealed record ReviewedYears(int From, int To);

/// <summary>What a section of the report is filled with.</summary>
public enum ReportContent
{
    /// <summary>How many communes have sent and been confirmed.</summary>
    Completeness,

    /// <summary>The indicators, with best and last communes.</summary>
    Indicators,

    /// <summary>The targets with verdict and explanation.</summary>
    Targets,

    /// <summary>Who has not sent, and what is therefore missing.</summary>
    Missing,

    /// <summary>A text to be written by the agency.</summary>
    Text,

    /// <summary>What agencies counted, and which of them have not been confirmed.</summary>
    Agencies,

    /// <summary>Which targets are reached, which are missed and why.</summary>
    Assessment,

    /// <summary>The targets' values year by year, and what became of the review's milestones.</summary>
    Years,

    /// <summary>What was allocated and spent of the year by source, and what study funds got, gave and have left.</summary>
    Money,

    /// <summary>What agencies report of the tasks of their annual plans, and of which nothing was reported.</summary>
    Tasks,
}

/// <summary>One section of the report.</summary>
public sealed record ReportSection
{
    /// <summary>By which outlines name it, and what was written in it is kept; null in packs whose report has no outline.</summary>
    public string? Code { get; init; }

    public required string Title { get; init; }

    public required ReportContent Content { get; init; }

    /// <summary>What stands there before anyone has written; for <see cref="ReportContent.Text"/> alone.</summary>
    public string? Text { get; init; }
}

/// <summary>A table of what agencies counted.</summary>
public sealed record AgencyAppendix
{
    public required string Title { get; init; }

    /// <summary>Its columns, one row an agency; empty for the list of all figures that no other table has, one row a figure.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];
}
