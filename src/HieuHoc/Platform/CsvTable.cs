using System.Text;

namespace HieuHoc.Platform;

/// <summary>
/// Reads a table as spreadsheets save it (RFC 4180), a row at a time, however long it is: the columns expected, then any for
/// readers alone; every field as the text it is, without the spaces around it.
/// </summary>
public sealed class CsvTable
{
    private readonly TextReader reader;
    private readonly string file;
    private readonly string head;
    private readonly char separator;
    private int line = 1;

    private CsvTable(TextReader reader, string file)
    {
        (this.reader, this.file) = (reader, file);
        head = (reader.ReadLine() ?? "").TrimStart('\uFEFF');
        // So Excel saves it where the comma is the decimal mark.
        separator = head.Contains(';', StringComparison.Ordinal) ? ';' : ',';
    }

    /// <summary>The rows of a table; what does not read becomes a mistake with its line.</summary>
    /// <param name="file">What the table is called where a mistake points into it.</param>
    public static IEnumerable<CsvRow> Read(TextReader reader, string file, IReadOnlyList<string> columns, List<FileMistake> mistakes) =>
        new CsvTable(reader, file).Rows(columns, mistakes);

    /// <summary>All rows as they stand, the first too; null for one that does not read.</summary>
    public static IEnumerable<IReadOnlyList<string>?> Lines(TextReader reader)
    {
        var table = new CsvTable(reader, "");

        for (var text = table.head; text is not null; text = table.NextLine())
        {
            yield return table.Fields(text);
        }
    }

    private IEnumerable<CsvRow> Rows(IReadOnlyList<string> columns, List<FileMistake> mistakes)
    {
        if (Fields(head) is not { } header || !header.Take(columns.Count).SequenceEqual(columns))
        {
            mistakes.Add(FileMistake.InLine(file, 1, "file.mistake.columns", string.Join(',', columns)));

            yield break;
        }

        var positions = header.Index().DistinctBy(pair => pair.Item).ToDictionary(pair => pair.Item, pair => pair.Index);

        while (NextLine() is { } text)
        {
            var first = line;

            if (Fields(text) is { } fields && fields.Count == header.Count)
            {
                yield return new CsvRow(file, first, positions, fields);
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                mistakes.Add(FileMistake.InLine(file, first, "file.mistake.line", text));
            }
        }
    }

    private string? NextLine()
    {
        line++;

        return reader.ReadLine();
    }

    /// <summary>The fields of the row that begins with this line; null when a quote is not closed.</summary>
    private IReadOnlyList<string>? Fields(string text) =>
        // Tens of thousands of lines, and hardly one with a quote.
        !text.Contains('"', StringComparison.Ordinal) ? text.Split(separator, StringSplitOptions.TrimEntries)
        : Whole(text) is { } row ? FieldsInQuotes(row)
        : null;

    /// <summary>A row with all its lines: a line break between quotes belongs to the field.</summary>
    private string? Whole(string text)
    {
        var (row, quotes) = (new StringBuilder(text), text.AsSpan().Count('"'));

        while (quotes % 2 == 1)
        {
            if (NextLine() is not { } more)
            {
                return null;
            }

            row.Append('\n').Append(more);
            quotes += more.AsSpan().Count('"');
        }

        return row.ToString();
    }

    private List<string> FieldsInQuotes(string row)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);

        for (var i = 0; i < row.Length; i++)
        {
            if (quoted && row.AsSpan(i).StartsWith("\"\""))
            {
                field.Append(row[i++]);
            }
            else if (row[i] == '"')
            {
                quoted = !quoted;
            }
            else if (row[i] == separator && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(row[i]);
            }
        }

        return [.. fields, field.ToString().Trim()];
    }
}
