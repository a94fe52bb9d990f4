using HieuHoc.Platform;
using HieuHoc.PlanReading;
using HieuHoc.Programmes;
using HieuHoc.Rules;

namespace HieuHoc.Web.Api;

/// <summary>A target of the programme with how each milestone stands, and the official values of the years before.</summary>
/// <param name="Indicator">What measures it in the year asked.</param>
/// <param name="Note">What must be known about the plan's wording.</param>
public sealed record TargetBody(
    string Code,
    LocalText Title,
    string? Group,
    string Indicator,
    decimal? Value,
    LocalText? Note,
    IReadOnlyList<EarlierValueBody> Trend,
    IReadOnlyList<MilestoneBody> Milestones)
{
    /// <summary>What is said of a judged target.</summary>
    public static TargetBody Of(JudgedTarget judged) => new(
        judged.Target.Code,
        judged.Target.Title,
        judged.Group?.Code,
        judged.Measure.Indicator,
        judged.Reading?.Value,
        judged.Target.Note,
        [.. judged.Trend.Select(earlier => new EarlierValueBody(earlier.Year, earlier.Reading.Indicator.Code, earlier.Reading.Value))],
        [.. judged.Milestones.Select(milestone => new MilestoneBody(
            milestone.Milestone.Year,
            milestone.Milestone.Threshold,
            milestone.Milestone.Qualifier,
            milestone.Year,
            milestone.Reading?.Indicator.Code,
            milestone.Reading?.Value,
            milestone.Verdict,
            milestone.Progress,
            milestone.Line?.Expected,
            milestone.NeededPerYear,
            milestone.Forecast,
            milestone.Lacking.Count,
            milestone.Rebasing is { } rebasing ? new RebasingBody(rebasing.From, rebasing.Note, rebasing.Confirmed) : null))]);
}

/// <summary>The official value of an earlier year, by what measured the target then.</summary>
public sealed record EarlierValueBody(int Year, string Indicator, decimal? Value);

/// <summary>A milestone, judged with the figures of a year.</summary>
/// <param name="Verdict">Whether those figures reach the threshold, due or not.</param>
/// <param name="Progress">How it stands: judged when it is due, before that compared with an even pace.</param>
/// <param name="OnLine">Where the year should stand on the straight line to the threshold.</param>
/// <param name="Forecast">The value of its year if each year goes on changing it as on average since the first official one.</param>
/// <param name="Lacking">How many places' figures are missing.</param>
/// <param name="Rebasing">Why it is measured on other places than the plan's.</param>
public sealed record MilestoneBody(
    int Year,
    decimal? Threshold,
    TargetQualifier Qualifier,
    int JudgedWith,
    string? Indicator,
    decimal? Value,
    Verdict Verdict,
    Progress Progress,
    decimal? OnLine,
    decimal? NeededPerYear,
    decimal? Forecast,
    int Lacking,
    RebasingBody? Rebasing);

/// <summary>Since when a target is measured on other places, and who says so.</summary>
public sealed record RebasingBody(DateOnly From, LocalText Note, bool Confirmed);
