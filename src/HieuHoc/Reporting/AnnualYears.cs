using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>The table of a review: each target with its value year by year, the milestone of the last year and what became of it.</summary>
internal sealed class AnnualYears(AnnualFacts facts, Texts texts)
{
    /// <summary>The widths of the columns: the target, all years together, the milestone, the verdict.</summary>
    private const double Target = 46, Years = 86, Milestone = 24, Verdict = 24;

    /// <summary>The letters of the table in points, of up to so many years and of more.</summary>
    private const double Small = 11, Smaller = 9;

    private const int FewYears = 5;

    private readonly TargetYears targets = new(facts, texts);

    public IEnumerable<Block> Build()
    {
        var years = Enumerable.Range(First, facts.Year - First + 1).ToList();

        foreach (var group in facts.Targets.GroupBy(target => target.Group))
        {
            yield return new TableBlock(
                new PaperTable
                {
                    Columns =
                    [
                        new TableColumn(Say("report.years.target"), Target),
                        .. years.Select(year => new TableColumn(Text(year), Years / years.Count) { Alignment = CellAlignment.Right }),
                        new TableColumn(Say("report.years.milestone", ("year", Text(facts.Year))), Milestone) { Alignment = CellAlignment.Centre },
                        new TableColumn(Say("report.years.verdict"), Verdict) { Alignment = CellAlignment.Centre },
                    ],
                    Rows = [.. group.Select(target => Row(target, years))],
                    TextSize = years.Count > FewYears ? Smaller : Small,
                },
                group.Key?.Title.Vi);
        }

        yield return new Note(Say("report.years.note"));
    }

    /// <summary>The first year that is looked back on.</summary>
    private int First => facts.Variant.Review?.From ?? facts.Year;

    private IReadOnlyList<PaperCell> Row(JudgedTarget target, IReadOnlyList<int> years) =>
    [
        new PaperCell(target.Target.Title.Vi),
        .. years.Select(year => new PaperCell(Value(target, year))),
        new PaperCell(targets.Milestone(target)),
        new PaperCell(targets.Verdict(target)),
    ];

    /// <summary>The value of a year; blank where it cannot be said.</summary>
    private string Value(JudgedTarget target, int year) => TargetYears.Reading(target, year, facts.Year) is { Value: { } value } reading
        ? PaperNumbers.Value(reading.Indicator, value, texts)
        : "";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
