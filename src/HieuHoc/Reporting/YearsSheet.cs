using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>The sheet of a review: each target with its value year by year, the milestone of the last year and what became of it.</summary>
internal sealed class YearsSheet(AppendixHead head, AnnualFacts facts, ReviewedYears review, Texts texts)
{
    private readonly TargetYears years = new(facts, texts);

    public Sheet Build()
    {
        var all = Enumerable.Range(review.From, review.To - review.From + 1).ToList();

        return new Sheet
        {
            Name = head.Name,
            TitleLines = head.Lines,
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("report.years.target"), 72, SheetFormat.Text),
                .. all.Select(year => new SheetColumn(year.ToString(CultureInfo.InvariantCulture), 11, SheetFormat.Shortest)),
                new SheetColumn(Say("report.years.milestone", ("year", review.To.ToString(CultureInfo.InvariantCulture))), 14, SheetFormat.Text),
                new SheetColumn(Say("report.years.verdict"), 24, SheetFormat.Text),
            ],
            Rows = facts.Targets.Select((target, i) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Number(i + 1),
                SheetCell.Text(target.Target.Title.Vi),
                .. all.Select(year => Value(target, year)),
                SheetCell.Text(years.Milestone(target)),
                SheetCell.Text(years.Verdict(target)),
            ]),
            Landscape = true,
            Watermark = head.Watermark,
        };
    }

    /// <summary>A percentage as a plain figure, a level in words; blank where nothing can be said.</summary>
    private SheetCell Value(JudgedTarget target, int year) => TargetYears.Reading(target, year, facts.Year) is { Value: { } value } reading
        ? reading.Indicator.IsWord
            ? SheetCell.Text(PaperNumbers.Value(reading.Indicator, value, texts))
            : SheetCell.Number(Math.Round(value, reading.Indicator.Decimals, MidpointRounding.AwayFromZero))
        : SheetCell.Blank;

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
