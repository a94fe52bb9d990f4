using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>What a review says of a target beside its values: the milestone of the last year, and whether it was reached.</summary>
internal sealed class TargetYears(AnnualFacts facts, Texts texts)
{
    private readonly TargetWords words = new(texts, "vi", (indicator, printed) => PaperNumbers.Value(indicator, printed, texts));

    /// <summary>What a year said of a target; null where nothing is known of it.</summary>
    public static IndicatorReading? Reading(JudgedTarget target, int year, int shown) =>
        year == shown ? target.Reading : target.Trend.FirstOrDefault(earlier => earlier.Year == year)?.Reading;

    /// <summary>"60 %"; empty where the plan has no milestone in that year.</summary>
    public string Milestone(JudgedTarget target) =>
        Of(target) is { } milestone ? words.Threshold(milestone.Reading?.Indicator ?? target.Indicator, milestone.Milestone) : "";

    /// <summary>"Đạt", or that there is no milestone.</summary>
    public string Verdict(JudgedTarget target) => Of(target) is { } milestone ? words.Progress(milestone) : texts.In("vi", "report.years.none");

    private JudgedMilestone? Of(JudgedTarget target) => target.Milestones.FirstOrDefault(milestone => milestone.Milestone.Year == facts.Year);
}
