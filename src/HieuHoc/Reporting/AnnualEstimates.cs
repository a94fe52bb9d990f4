using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>
/// The tables of a year that is not over: the year before, what there is to the cut-off, what the whole year is estimated at, and
/// how the estimate stands to the plan. What nobody knows is blank.
/// </summary>
internal sealed class AnnualEstimates(AnnualFacts facts, Texts texts)
{
    /// <summary>The width of the first column and of each other, in parts.</summary>
    private const double First = 64, Other = 24;

    /// <summary>The targets by their values; null where nothing was estimated.</summary>
    public TableBlock? Targets()
    {
        var measured = facts.Targets.Where(target => target.Reading is { Expected: > 0, Indicator.IsWord: false }).ToList();

        return measured.Exists(target => target.Estimate is not null)
            ? Table("report.years.target", [.. measured.Select(target => Row(target.Target.Title.Vi, target.Reading!, Value, Decimals(target.Reading!)))])
            : null;
    }

    /// <summary>The titles of a section by their numbers; null where nothing in it was estimated.</summary>
    public TableBlock? Titles(FormSection section)
    {
        var counted = section.Elements
            .Select(code => facts.Readings.FirstOrDefault(reading => reading.Indicator.Numerator == code && facts.Estimates.ContainsKey(reading.Indicator.Code)))
            .OfType<IndicatorReading>()
            .ToList();

        return counted.Count == 0 ? null : Table("report.table.model", [.. counted.Select(reading =>
            Row(facts.Elements[reading.Indicator.Numerator].Title.Vi, reading, of => of.NumeratorSoFar, facts.Elements[reading.Indicator.Numerator].Decimals))]);
    }

    private TableBlock Table(string first, IReadOnlyList<IReadOnlyList<PaperCell>> rows) => new(
        new PaperTable
        {
            Columns =
            [
                new TableColumn(Say(first), First),
                .. new[] { "before", "toCutOff", "estimate", "plan" }
                    .Select(column => new TableColumn(Say($"report.estimate.{column}"), Other) { Alignment = CellAlignment.Right }),
            ],
            Rows = rows,
        },
        Say("report.estimate"));

    private IReadOnlyList<PaperCell> Row(string title, IndicatorReading now, Func<IndicatorReading, decimal?> of, int decimals)
    {
        var code = now.Indicator.Code;

        return
        [
            new PaperCell(title),
            Cell(facts.Before.GetValueOrDefault(code)),
            Cell(now),
            Cell(facts.Estimates.GetValueOrDefault(code)),
            new PaperCell(AgainstPlan(facts.Estimates.GetValueOrDefault(code) ?? now)) { Alignment = CellAlignment.Right },
        ];

        PaperCell Cell(IndicatorReading? reading) => PaperCell.Number(reading is null ? null : of(reading), decimals);
    }

    /// <summary>"+3,2": by how much a value is above the nearest milestone or below it, in its own unit; blank where one of them is not known.</summary>
    private string AgainstPlan(IndicatorReading reading)
    {
        var milestone = facts.Targets.FirstOrDefault(target => target.Measure.Indicator == reading.Indicator.Code)?.Nearest(facts.Year).Milestone;

        return Value(reading) - milestone?.Threshold is { } difference
            ? (difference > 0 ? "+" : difference < 0 ? "−" : "") + VietnameseNumber.Write(Math.Abs(difference), Decimals(reading))
            : "";
    }

    private static decimal? Value(IndicatorReading reading) =>
        reading.ValueSoFar is { } value ? Math.Round(value, reading.Indicator.Decimals, MidpointRounding.AwayFromZero) : null;

    private static int Decimals(IndicatorReading reading) => reading.Indicator.Decimals;

    private string Say(string key) => texts.In("vi", key);
}
