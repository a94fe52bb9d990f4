using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Files;

/// <summary>Counts the numbers and bullets that Word shows and does not store: paragraph by paragraph, in the order of the document.</summary>
internal sealed class WordNumbering(MainDocumentPart main, WordStyles styles)
{
    private const int MostLevels = 9;

    private readonly W.Numbering? numbering = main.NumberingDefinitionsPart?.Numbering;

    private readonly Dictionary<int, int?[]> counters = [];

    private readonly HashSet<int> begun = [];

    /// <summary>The number or bullet of a paragraph with a space behind it; empty for one that has none.</summary>
    public string Next(W.Paragraph paragraph)
    {
        if (Numbered(paragraph) is not { } place || List(place.List) is not { } list || Level(list, place.Level) is not { } level)
        {
            return "";
        }

        var counted = Count(list, place);
        var format = level.NumberingFormat?.Val?.Value ?? W.NumberFormatValues.Decimal;
        var shape = level.LevelText?.Val?.Value ?? "";

        if (format is W.NumberFormatValues.Bullet)
        {
            return shape == "+" ? "+ " : "- ";
        }

        var text = new StringBuilder(shape);

        for (var i = 0; i <= place.Level; i++)
        {
            var number = Written(counted[i] ?? Start(list, i), Level(list, i)?.NumberingFormat?.Val?.Value ?? W.NumberFormatValues.Decimal);
            text.Replace($"%{i + 1}", number);
        }

        return text.Length == 0 ? "" : $"{text} ";
    }

    private int?[] Count(W.NumberingInstance list, (int List, int Level) place)
    {
        var shared = list.AbstractNumId?.Val?.Value ?? -1;
        var counted = counters.TryGetValue(shared, out var known) ? known : counters[shared] = new int?[MostLevels];

        // A list that goes on with another's definition may say that it begins anew.
        if (begun.Add(place.List) && list.Elements<W.LevelOverride>().Any(level => level.StartOverrideNumberingValue is not null))
        {
            Array.Clear(counted);
        }

        counted[place.Level] = counted[place.Level] is { } before ? before + 1 : Start(list, place.Level);
        Array.Clear(counted, place.Level + 1, MostLevels - place.Level - 1);

        return counted;
    }

    private (int List, int Level)? Numbered(W.Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var own = properties?.NumberingProperties;
        var fromStyle = styles.Of(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null);
        var list = own?.NumberingId?.Val?.Value ?? fromStyle?.NumberingId?.Val?.Value;
        var level = own?.NumberingLevelReference?.Val?.Value ?? fromStyle?.NumberingLevelReference?.Val?.Value ?? 0;

        return list is null or 0 || level is < 0 or >= MostLevels ? null : (list.Value, level);
    }

    private W.NumberingInstance? List(int id) => numbering?.Elements<W.NumberingInstance>().FirstOrDefault(list => list.NumberID?.Value == id);

    private W.Level? Level(W.NumberingInstance list, int level) =>
        list.Elements<W.LevelOverride>().Where(over => over.LevelIndex?.Value == level).Select(over => over.Level).FirstOrDefault(found => found is not null)
        ?? numbering?.Elements<W.AbstractNum>().FirstOrDefault(found => found.AbstractNumberId?.Value == list.AbstractNumId?.Val?.Value)
            ?.Elements<W.Level>().FirstOrDefault(found => found.LevelIndex?.Value == level);

    private int Start(W.NumberingInstance list, int level) =>
        list.Elements<W.LevelOverride>().Where(over => over.LevelIndex?.Value == level).Select(over => over.StartOverrideNumberingValue?.Val?.Value).FirstOrDefault(start => start is not null)
        ?? Level(list, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Written(int number, W.NumberFormatValues format) => format switch
    {
        W.NumberFormatValues.UpperRoman => Roman(number),
        W.NumberFormatValues.LowerRoman => Roman(number).ToLowerInvariant(),
        W.NumberFormatValues.UpperLetter => Letter(number).ToUpperInvariant(),
        W.NumberFormatValues.LowerLetter => Letter(number),
        W.NumberFormatValues.None => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letter(int number) => number is >= 1 and <= 26 ? ((char)('a' + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();

        foreach (var (value, sign) in signs)
        {
            for (; number >= value && text.Length < 20; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
