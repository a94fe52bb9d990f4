using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>A column of the appendix: what stands in the row of a commune or an agency, and in the total row.</summary>
internal abstract class AppendixColumn
{
    public required SheetColumn Heading { get; init; }

    /// <summary>The words between which was chosen; empty where was counted.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>What stands in a subject's row of this number.</summary>
    public abstract SheetCell Of(int subject, int row);

    /// <summary>What stands under the rows.</summary>
    public abstract SheetCell Total(int first, int last);

    /// <summary>The word that a subject chose; null where it chose none.</summary>
    public virtual string? Word(int subject) => null;
}

/// <summary>
/// The columns of a sheet: the section's cells in their order, behind a cell that is the numerator of a rate within the section
/// the rate, and at the end what the section's closing row adds up.
/// </summary>
internal sealed class AppendixColumns
{
    /// <summary>The columns before the figures: number and name.</summary>
    private const int Leading = 2;

    private readonly ReportRows rows;
    private readonly IReadOnlyList<IndicatorReading> readings;
    private readonly FormSection section;
    private readonly IReadOnlyDictionary<(int Subject, string Element), long> estimated;
    private readonly Texts texts;
    private readonly Dictionary<string, string> letters = [];
    private readonly List<AppendixColumn> all = [];

    /// <param name="readings">The indicators whose rates stand behind their numerators.</param>
    /// <param name="estimated">What the whole year is estimated at; it stands behind the numbers to the cut-off and their rates.</param>
    public AppendixColumns(
        ReportRows rows,
        FormSection section,
        IReadOnlyList<IndicatorReading> readings,
        IReadOnlyDictionary<(int Subject, string Element), long> estimated,
        Texts texts)
    {
        (this.rows, this.section, this.readings, this.estimated, this.texts) = (rows, section, readings, estimated, texts);

        foreach (var row in section.Rows)
        {
            AddRow(row);
        }

        if (section.Sum is { } sum)
        {
            AddSums(sum.Vi);
        }
    }

    /// <summary>From left to right.</summary>
    public IReadOnlyList<AppendixColumn> All => all;

    /// <summary>True when something here adds up over the rows.</summary>
    public bool Adds => section.Elements.Any(code => rows.Element(code).OverSubjects is OverSubjects.Sum);

    /// <summary>All words that can be chosen in one of the columns.</summary>
    public IReadOnlyList<string> Words => [.. all.SelectMany(column => column.Words).Distinct()];

    /// <summary>The letters of a column, counted from the first one of figures.</summary>
    public static string Letter(int column)
    {
        var index = Leading + column;

        return index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";
    }

    private void AddRow(FormRow row)
    {
        foreach (var (code, heading) in row.Cells.Zip(section.Columns).Where(cell => cell.First is not null))
        {
            var rates = readings.Where(reading => reading.Indicator.Kind is IndicatorKind.Percent
                && reading.Indicator.Numerator == code && section.Elements.Contains(reading.Indicator.Denominator)).ToList();
            // With a single column the row says what is counted; a group above one column would only repeat it.
            var alone = section.Columns.Count == 1 && rates.Count == 0;
            letters[code!] = Letter(all.Count);
            all.Add(Figures(code!, alone ? row.Title.Vi : heading.Vi, alone ? null : row.Title.Vi));
            all.AddRange(rates.Select(rate => new RateColumn(rate, letters)
            {
                Heading = new SheetColumn(texts.In("vi", "report.appendix.rate"), 9, SheetFormat.Percent(rate.Indicator.Decimals)) { Group = row.Title.Vi },
            }));

            if (estimated.Keys.Any(of => of.Element == code))
            {
                all.Add(new EstimateColumn(rows, estimated, code!)
                {
                    Heading = new SheetColumn(texts.In("vi", "report.estimate.estimate"), 11, Format(rows.Element(code!).Decimals)) { Group = row.Title.Vi },
                });
            }
        }
    }

    private AppendixColumn Figures(string code, string title, string? group)
    {
        var element = rows.Element(code);

        return element.Choices is []
            ? new NumberColumn(rows, code) { Heading = new SheetColumn(title, 11, Format(element.Decimals)) { Group = group } }
            : new ChoiceColumn(rows, element, texts) { Heading = new SheetColumn(title, 16, SheetFormat.Text) { Group = group } };
    }

    private void AddSums(string title)
    {
        foreach (var (i, column) in section.Columns.Index())
        {
            var codes = section.Rows.Select(row => row.Cells[i]).OfType<string>().ToList();
            all.Add(new SumColumn(rows, codes, [.. codes.Select(code => letters[code])])
            {
                Heading = new SheetColumn(column.Vi, 11, Format(codes.Max(code => rows.Element(code).Decimals))) { Group = title },
            });
        }
    }

    private static SheetFormat Format(int decimals) => decimals == 0 ? SheetFormat.Integer : SheetFormat.Decimal(decimals);

    private static string Text(int row) => row.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was counted.</summary>
    private sealed class NumberColumn(ReportRows rows, string code) : AppendixColumn
    {
        public override SheetCell Of(int subject, int row) => SheetCell.Number(rows.Of(subject, code));

        public override SheetCell Total(int first, int last) =>
            rows.Element(code).OverSubjects is OverSubjects.Sum ? SheetCell.Sum(rows.Sum(code)) : SheetCell.Blank;
    }

    /// <summary>What the whole year is estimated at; of who did not estimate nothing.</summary>
    private sealed class EstimateColumn(ReportRows rows, IReadOnlyDictionary<(int Subject, string Element), long> estimated, string code) : AppendixColumn
    {
        public override SheetCell Of(int subject, int row) => SheetCell.Number(Natural(subject));

        public override SheetCell Total(int first, int last)
        {
            var known = rows.All.Select(row => Natural(row.Id)).OfType<decimal>().ToList();

            return SheetCell.Sum(known.Count == 0 ? null : known.Sum());
        }

        private decimal? Natural(int subject) =>
            estimated.TryGetValue((subject, code), out var value) ? rows.Element(code).Natural(value) : null;
    }

    /// <summary>What was chosen.</summary>
    private sealed class ChoiceColumn(ReportRows rows, ElementDefinition element, Texts texts) : AppendixColumn
    {
        public override IReadOnlyList<string> Words => [.. element.Choices.Select(choice => texts.WordIn("vi", element, choice)!)];

        public override SheetCell Of(int subject, int row) => SheetCell.Text(Word(subject));

        public override SheetCell Total(int first, int last) => SheetCell.Blank;

        public override string? Word(int subject) =>
            rows.Stored(subject, element.Code) is { } value ? texts.WordIn("vi", element, value) : null;
    }

    /// <summary>A rate of two columns of the sheet.</summary>
    private sealed class RateColumn(IndicatorReading rate, IReadOnlyDictionary<string, string> letters) : AppendixColumn
    {
        private string Top => letters[rate.Indicator.Numerator];

        private string Bottom => letters[rate.Indicator.Denominator];

        public override SheetCell Of(int subject, int row) =>
            rate.Communes.FirstOrDefault(reading => reading.PlaceId == subject)?.Value is { } value
                ? SheetCell.Formula($"{Top}{Text(row)}/{Bottom}{Text(row)}*100", value)
                : SheetCell.Blank;

        /// <summary>Over the communes that have both numbers, as on screen: one that counted only one of them would bend the rate.</summary>
        public override SheetCell Total(int first, int last)
        {
            if (rate.ValueSoFar is not { } value)
            {
                return SheetCell.Blank;
            }

            var numerator = $"{Top}{Text(first)}:{Top}{Text(last)}";
            var denominator = $"{Bottom}{Text(first)}:{Bottom}{Text(last)}";
            var both = $"ISNUMBER({numerator})*ISNUMBER({denominator})";

            return SheetCell.Formula($"SUMPRODUCT({both},{numerator})/SUMPRODUCT({both},{denominator})*100", value);
        }
    }

    /// <summary>Several columns of the sheet together; of a commune that left one of them blank nothing is said.</summary>
    private sealed class SumColumn(ReportRows rows, IReadOnlyList<string> codes, IReadOnlyList<string> letters) : AppendixColumn
    {
        public override SheetCell Of(int subject, int row) => Sum(subject) is { } sum
            ? SheetCell.Formula($"SUM({string.Join(',', letters.Select(letter => $"{letter}{Text(row)}"))})", sum)
            : SheetCell.Blank;

        public override SheetCell Total(int first, int last)
        {
            var known = rows.All.Select(row => Sum(row.Id)).OfType<decimal>().ToList();

            return SheetCell.Sum(known.Count == 0 ? null : known.Sum());
        }

        private decimal? Sum(int subject) => codes.Aggregate((decimal?)0, (sum, code) => sum + rows.Of(subject, code));
    }
}
