using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Narrative;

/// <summary>A first sentence for a section of figures, so that nobody begins before an empty field.</summary>
public static class KeyFigures
{
    private const int Most = 4;

    /// <summary>The first rows that were answered: "Gia đình: tổng số 3.000, đăng ký 2.600; …"; empty where nothing was answered.</summary>
    public static string Sentence(IReadOnlyList<FormSection> sections, Answers answers, IReadOnlyDictionary<string, ElementDefinition> elements, Texts texts)
    {
        var rows =
            from section in sections
            from row in section.Rows
            let cells = row.Cells.Zip(section.Columns)
                .Where(cell => cell.First is { } code && answers.Values.ContainsKey(code))
                .Select(cell => Cell(section.Columns.Count > 1 ? cell.Second.Vi : "", elements[cell.First!], answers.Values[cell.First!], texts))
                .ToList()
            where cells.Count > 0
            select $"{row.Title.Vi}: {string.Join(", ", cells)}";
        var said = rows.Take(Most).ToList();

        return said.Count == 0 ? "" : string.Join("; ", said) + ".";
    }

    private static string Cell(string heading, ElementDefinition element, long value, Texts texts)
    {
        var number = texts.WordIn("vi", element, value) ?? VietnameseNumber.Write(element.Natural(value), element.Decimals);

        return heading.Length == 0 ? number : $"{char.ToLowerInvariant(heading[0])}{heading[1..]} {number}";
    }
}
