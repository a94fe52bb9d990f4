using System.Globalization;
using HieuHoc.Platform;
using Microsoft.VisualBasic.FileIO;

namespace HieuHoc.Figures.Import;

/// <summary>A line of the file that reads well.</summary>
/// <param name="PlaceCode">As the statistics office writes it.</param>
/// <param name="Day">The day on which the place held the code; null for the last day of the period.</param>
/// <param name="Value">A number as machines write it.</param>
internal sealed record FileRow(
    int Line, string PlaceCode, DateOnly? Day, PeriodCode Period, FigureKey Key, decimal Value, Standing Standing);

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
        using var parser = new TextFieldParser(new StringReader(file.Text))
        {
            TextFieldType = FieldType.Delimited,
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
        };

        if (Fields(parser) is not { } header || !header.SequenceEqual(Columns))
        {
            mistakes.Add(FileMistake.InLine(file.Name, 1, "import.mistake.columns", string.Join(',', Columns)));

            return [];
        }

        var rows = new List<FileRow>();

        while (!parser.EndOfData)
        {
            var line = (int)parser.LineNumber;
            var fields = Fields(parser);

            if (fields is null || fields.Length != Columns.Count)
            {
                mistakes.Add(FileMistake.InLine(file.Name, line, "import.mistake.line", string.Join(',', fields ?? [parser.ErrorLine])));
            }
            else if (Row(file.Name, line, fields, mistakes) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static FileRow? Row(string file, int line, string[] fields, List<FileMistake> mistakes)
    {
        var before = mistakes.Count;
        var period = PeriodCode.Parse(fields[1]);
        var reads = Places.PlaceCodeOnDay.TryParse(fields[0], out var place);
        var counted = decimal.TryParse(
            fields[4], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        var known = Standings.TryGetValue(fields[5], out var standing);
        Check(reads, "import.mistake.place", fields[0]);
        Check(period is not null, "import.mistake.period", fields[1]);
        Check(counted && value >= 0, "import.mistake.value", fields[4]);
        Check(known, "import.mistake.standing", fields[5]);

        return mistakes.Count > before
            ? null
            : new FileRow(line, place.Code, place.Day, period!, Key(fields[2], fields[3]), value, standing);

        void Check(bool right, string key, string typed)
        {
            if (!right)
            {
                mistakes.Add(FileMistake.InLine(file, line, key, typed));
            }
        }
    }

    private static FigureKey Key(string element, string breakdown) =>
        new(element, breakdown.Length == 0 ? Breakdown.Whole : breakdown);

    private static string[]? Fields(TextFieldParser parser)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException)
        {
            return null;
        }
    }
}
