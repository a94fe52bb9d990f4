using System.Text;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>
/// Reads tables of places: the columns expected, then any for readers alone; every field as the text it is. One line is one
/// row, and quotes are as RFC 4180 has them: the lists of two eras are 25,000 lines, which a general parser reads ten times slower.
/// </summary>
internal static class PlaceCsv
{
    /// <summary>The rows of a file beside the pack; what does not read becomes a mistake with its line.</summary>
    public static IReadOnlyList<PlaceCsvRow> Read(
        PackFile file, string suffix, IReadOnlyList<string> columns, List<FileMistake> mistakes)
    {
        if (file.Beside(suffix).Count == 0)
        {
            mistakes.Add(new FileMistake(suffix, "pack.mistake.file", suffix));

            return [];
        }

        using var reader = file.OpenBeside(suffix);

        return Read(reader, suffix, columns, mistakes);
    }

    /// <summary>The rows of a text; what does not read becomes a mistake with its line.</summary>
    public static IReadOnlyList<PlaceCsvRow> Read(
        TextReader reader, string name, IReadOnlyList<string> columns, List<FileMistake> mistakes)
    {
        if (Fields(reader.ReadLine() ?? "") is not { } header || !header.Take(columns.Count).SequenceEqual(columns))
        {
            mistakes.Add(new FileMistake($"{name}:1", "pack.mistake.columns", string.Join(',', columns)));

            return [];
        }

        var positions = header.Index().DistinctBy(pair => pair.Item).ToDictionary(pair => pair.Item, pair => pair.Index);
        var rows = new List<PlaceCsvRow>();

        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (Fields(line) is { } fields && fields.Count == header.Count)
            {
                rows.Add(new PlaceCsvRow($"{name}:{number}", positions, fields));
            }
            else if (line.Length > 0)
            {
                mistakes.Add(new FileMistake($"{name}:{number}", "pack.mistake.line", line));
            }
        }

        return rows;
    }

    /// <summary>The fields of a line; null when a quote is not closed.</summary>
    private static IReadOnlyList<string>? Fields(string line) =>
        line.Contains('"', StringComparison.Ordinal) ? FieldsInQuotes(line) : line.Split(',');

    private static List<string>? FieldsInQuotes(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);

        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"':
                    field.Append(line[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(line[i]);
                    break;
            }
        }

        fields.Add(field.ToString());

        return quoted ? null : fields;
    }
}

/// <summary>One line of a table, its fields by the names of their columns.</summary>
internal sealed class PlaceCsvRow(string where, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    /// <summary>The file and the line, as a mistake names them.</summary>
    public string Where => where;

    public string this[string column] => fields[columns[column]];
}
