using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>Figures that are chosen, not counted, in the words in which people choose them.</summary>
public static class FigureWords
{
    extension(Texts texts)
    {
        /// <summary>"Chưa đạt", "Mức độ 2", "Có", "Không" in the reader's language; null for a number.</summary>
        public string? Word(ElementDefinition element, long value) => Said(element, value, (key, values) => texts[key, values]);

        /// <summary>The same in a stated language, for papers.</summary>
        public string? WordIn(string language, ElementDefinition element, long value) =>
            Said(element, value, (key, values) => texts.In(language, key, values));

        /// <summary>Why what was given for a cell is not taken, and what to give instead.</summary>
        public string CannotRead(ElementDefinition element) => element.Choices is []
            ? texts["returns.cell.unreadable", ("cell", element.Title.Here)]
            : texts[
                "returns.cell.notAChoice",
                ("cell", element.Title.Here),
                ("choices", string.Join("; ", element.Choices.Select(choice => $"{choice} ({texts.Word(element, choice)})")))];
    }

    private static string? Said(ElementDefinition element, long value, Func<string, IReadOnlyList<(string, object?)>, string> say) =>
        (element.Type, value) switch
        {
            (ElementType.Number, _) => null,
            (ElementType.YesNo, 0) => say("figure.no", []),
            (ElementType.YesNo, _) => say("figure.yes", []),
            (ElementType.Level, 0) => say("figure.level.none", []),
            (ElementType.Level, _) => say("figure.level", [("level", value)]),
        };
}
