using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>The section of the yearly report that holds the targets against the figures, under the headings of the plan.</summary>
internal sealed class AnnualTargets(AnnualFacts facts, Texts texts)
{
    private readonly TargetWords words = new(texts, "vi", (indicator, printed) => PaperNumbers.Value(indicator, printed, texts));

    public IEnumerable<Block> Build() => facts.Targets
        .GroupBy(judged => judged.Group)
        .SelectMany(group => group.SelectMany(Target).Prepend(group.Key is { } heading ? new Heading(2, heading.Title.Vi) : null).OfType<Block>())
        .Prepend(new AnnualEstimates(facts, texts).Targets()).OfType<Block>();

    private IEnumerable<Block> Target(JudgedTarget judged)
    {
        foreach (var milestone in judged.Milestones)
        {
            var heading = Say(
                "report.target",
                ("target", judged.Target.Title.Vi),
                ("milestone", words.Milestone(milestone.Reading?.Indicator ?? judged.Indicator, milestone.Milestone)),
                ("verdict", words.Progress(milestone)));

            yield return new Paragraph(string.Join(' ', Sentences(judged, milestone).Prepend(heading)));
        }

        if (judged.Trend.Count > 0)
        {
            yield return new Paragraph($"{Say("target.trend")} {string.Join("; ", judged.Trend.Select(earlier => words.Earlier(judged, earlier)))}.");
        }

        foreach (var sentence in new[] { words.Basis(judged), words.Note(judged) }.OfType<string>())
        {
            yield return new Note(sentence);
        }

        yield return new Note(Say("report.target.source", ("clause", words.Clause(judged))));
    }

    private IEnumerable<string> Sentences(JudgedTarget judged, JudgedMilestone milestone) => new[]
    {
        Why(milestone),
        words.Survey(milestone),
        Lacking(milestone),
        milestone.Year == facts.Year && words.Estimate(judged) is { } estimate ? $"{estimate}." : null,
        words.MetByEstimate(milestone),
        words.Pace(milestone),
    }.OfType<string>();

    private string? Lacking(JudgedMilestone milestone) => words.Lacking(milestone) is { } lacking
        ? $"{lacking} {string.Join(", ", milestone.Named.Select(place => place.FullName))}{(words.MoreLacking(milestone) is { } more ? $" {more}" : "")}."
        : null;

    private string? Why(JudgedMilestone milestone)
    {
        if (milestone.Unsaid is { } unsaid)
        {
            return Say(
                $"report.target.{unsaid}",
                ("year", YearText(milestone.Year)),
                ("reported", milestone.Reading?.Reported),
                ("expected", milestone.Reading?.Expected));
        }

        if (milestone is not { Reading.Indicator: var indicator, Value: { } value })
        {
            return null;
        }

        var sentence = Say("report.target.value", ("value", PaperNumbers.Value(indicator, value, texts)), ("year", YearText(milestone.Year)));
        var change = indicator.Direction is Direction.Up ? "report.target.needed" : "report.target.needed.down";
        var distance = indicator.Direction is Direction.Up ? "report.target.short" : "report.target.short.down";

        return milestone switch
        {
            { Needed: { } needed } => sentence + " " + Say(
                change, ("needed", PaperNumbers.Difference(indicator, needed, texts)), ("years", milestone.Milestone.Year - facts.Year)),
            { Missing: { } missing } => sentence + " " + Say(distance, ("short", PaperNumbers.Difference(indicator, missing, texts))),
            _ => sentence,
        };
    }

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
