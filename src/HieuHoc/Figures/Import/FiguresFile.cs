using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Figures.Import;

/// <summary>A line of the file that reads well.</summary>
/// <param name="PlaceCode">As the statistics office writes it.</param>
/// <param name="Day">The day on which the place held the code; null for the last day of the period.</param>
/// <param name="Value">A number as machines write it.</param>
internal sealed record FileRow(
    int Line, string PlaceCode, DateOnly? Day, PeriodCode Period, FigureKey Key, decimal Value, Standing Standing)
{
    /// <summary>The element, or the part of it.</summary>
    public string Name => ElementDefinition.NameOf(Key.Element, Key.Breakdown);
}

/// <summary>
/// Reads a table of figures: <c>place,period,element,breakdown,value,standing</c>, the place as <c>19429</c> or
/// <c>19429@2025-06-30</c>, an empty breakdown for the whole, an empty standing for official.
/// </summary>
internal static class FiguresFile
{
    /// <summary>The head of every file.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["place", "period", "element", "breakdown", "value", "standing"];

    private static readonly IReadOnlyDictionary<string, Standing> Standings = new Dictionary<string, Standing>
    {
        [""] = Standing.Official,
        ["official"] = Standing.Official,
        ["preliminary"] = Standing.Preliminary,
        ["full-year-estimate"] = Standing.FullYearEstimate,
    };

    /// <summary>The rows that read well; of every other line what is wrong.</summary>
    public static IReadOnlyList<FileRow> Read(NewImport file, List<FileMistake> mistakes)
    {
        using var reader = new StringReader(file.Text);

        return [.. CsvTable.Read(reader, file.Name, Columns, mistakes).Select(row => Row(row, mistakes)).OfType<FileRow>()];
    }

    private static FileRow? Row(CsvRow row, List<FileMistake> mistakes)
    {
        var before = mistakes.Count;
        var period = PeriodCode.Parse(row["period"]);
        var reads = Places.PlaceCodeOnDay.TryParse(row["place"], out var place);
        var counted = decimal.TryParse(
            row["value"], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        var known = Standings.TryGetValue(row["standing"], out var standing);
        Check(reads, "place");
        Check(period is not null, "period");
        Check(counted && value >= 0, "value");
        Check(known, "standing");

        return mistakes.Count > before
            ? null
            : new FileRow(row.Line, place.Code, place.Day, period!, Key(row["element"], row["breakdown"]), value, standing);

        void Check(bool right, string column)
        {
            if (!right)
            {
                mistakes.Add(new FileMistake(row.Where, $"import.mistake.{column}", row[column]));
            }
        }
    }

    private static FigureKey Key(string element, string breakdown) =>
        new(element, breakdown.Length == 0 ? Breakdown.Whole : breakdown);
}
