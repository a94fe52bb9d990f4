using HieuHoc.Platform.Packs;
using Microsoft.VisualBasic.FileIO;

namespace HieuHoc.Places;

/// <summary>Reads the tables of a places pack: exactly the columns expected, every field as the text it is.</summary>
internal static class PlaceCsv
{
    /// <summary>The rows of a file beside the pack; what does not read becomes a mistake with its line.</summary>
    public static IReadOnlyList<PlaceCsvRow> Read(
        PackFile file, string suffix, IReadOnlyList<string> columns, List<PackMistake> mistakes)
    {
        if (file.Beside(suffix).Count == 0)
        {
            mistakes.Add(new PackMistake(suffix, "pack.mistake.file", suffix));

            return [];
        }

        using var reader = file.OpenBeside(suffix);
        using var parser = new TextFieldParser(reader)
        {
            TextFieldType = FieldType.Delimited,
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };

        if (Fields(parser) is not { } header || !header.SequenceEqual(columns))
        {
            mistakes.Add(new PackMistake($"{suffix}:1", "pack.mistake.columns", string.Join(',', columns)));

            return [];
        }

        return [.. Rows(parser, suffix, columns.Index().ToDictionary(pair => pair.Item, pair => pair.Index), mistakes)];
    }

    private static IEnumerable<PlaceCsvRow> Rows(
        TextFieldParser parser, string suffix, Dictionary<string, int> columns, List<PackMistake> mistakes)
    {
        while (!parser.EndOfData)
        {
            var where = $"{suffix}:{parser.LineNumber}";
            var fields = Fields(parser);

            if (fields is null || fields.Length != columns.Count)
            {
                mistakes.Add(new PackMistake(where, "pack.mistake.line", string.Join(',', fields ?? [parser.ErrorLine])));
                continue;
            }

            yield return new PlaceCsvRow(where, columns, fields);
        }
    }

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

/// <summary>One line of a table, its fields by the names of their columns.</summary>
internal sealed class PlaceCsvRow(string where, IReadOnlyDictionary<string, int> columns, string[] fields)
{
    /// <summary>The file and the line, as a mistake names them.</summary>
    public string Where => where;

    public string this[string column] => fields[columns[column]];
}
