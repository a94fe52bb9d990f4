using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>What a cell of a workbook says: a number in the element's units, or the key of the sentence that says why it is none.</summary>
internal readonly record struct ReadCell(long? Value, string? Mistake)
{
    public static implicit operator ReadCell(long value) => new(value, null);

    public static ReadCell Wrong(string kind) => new(null, $"exchange.mistake.{kind}");
}

/// <summary>Reads the cells of a workbook the way people fill them.</summary>
internal sealed class CellReader(Texts texts)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, long>> words = [];

    /// <summary>Reads a cell that is not empty.</summary>
    /// <param name="kind">Null for a plain value.</param>
    public ReadCell Read(object? cell, CellKind? kind, ElementDefinition element) => (kind, cell) switch
    {
        (CellKind.Error, _) => ReadCell.Wrong("error"),
        (CellKind.Uncalculated, _) => ReadCell.Wrong("uncalculated"),
        (_, DateTime) => ReadCell.Wrong("date"),
        (_, decimal number) => Stored(number, element),
        (_, bool yes) when element.Type is ElementType.YesNo => yes ? 1 : 0,
        (_, string text) => Text(text.Trim(), element),
        _ => ReadCell.Wrong(Expected(element)),
    };

    /// <summary>What stood in the cell, for the sentence.</summary>
    public static string Shown(object? cell) => cell switch
    {
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.CurrentCulture),
        bool yes => yes ? "TRUE" : "FALSE",
        _ => cell?.ToString() ?? "",
    };

    private static string Expected(ElementDefinition element) => element.Choices is not [] ? "choice" : element.Decimals == 0 ? "whole" : "number";

    private static ReadCell Stored(decimal number, ElementDefinition element) =>
        number >= 0 && element.Stored(number) is { } value and <= TypedAnswers.Most ? value : ReadCell.Wrong(Expected(element));

    private ReadCell Text(string text, ElementDefinition element)
    {
        if (element.Choices is not [] && Words(element).TryGetValue(Vietnamese.Fold(text), out var chosen))
        {
            return chosen;
        }

        if (TypedAnswers.Number(text, element.Decimals > 0) is { } number)
        {
            return Stored(number, element);
        }

        return element.Choices is not [] ? ReadCell.Wrong("choice")
            : IsDay(text) ? ReadCell.Wrong("date")
            : text.Any(char.IsAsciiDigit) ? ReadCell.Wrong(Expected(element))
            : ReadCell.Wrong("words");
    }

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The words for the choices of an element, in both languages.</summary>
    private IReadOnlyDictionary<string, long> Words(ElementDefinition element)
    {
        if (!words.TryGetValue(element.Code, out var known))
        {
            var said = from choice in element.Choices
                       from language in Texts.Languages
                       select (Word: Vietnamese.Fold(texts.WordIn(language, element, choice)!), choice);
            words[element.Code] = known = said.DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.choice);
        }

        return known;
    }
}
