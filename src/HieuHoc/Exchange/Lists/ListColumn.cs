using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>What the cells of a column hold.</summary>
public enum ListCell
{
    Text,

    /// <summary>Letter for letter: codes begin with noughts.</summary>
    Code,

    /// <summary>A calendar year or another period.</summary>
    Period,

    Day,

    Figure,

    /// <summary>One of some words.</summary>
    Choice,
}

/// <summary>
/// A column of a list, declared once: the workbook that is downloaded, the reading, the mistakes and the instruction all come
/// from here, so that heading and value cannot drift apart.
/// </summary>
/// <param name="Kind">The list that it belongs to.</param>
/// <param name="Key">Its name within the list.</param>
public record ListColumn(string Kind, string Key, ListCell Takes)
{
    private const char Parting = '|';

    public double Width { get; init; } = 18;

    /// <summary>True where lines can be read without it.</summary>
    public bool MayLack { get; init; }

    /// <summary>The words between which one chooses, in a language; empty where one types.</summary>
    public Func<Texts, string, IReadOnlyList<string>> Choices { get; init; } = (_, _) => [];

    /// <summary>The heading in a language, as the workbook that is downloaded has it.</summary>
    public virtual string Heading(Texts texts, string language) => texts.In(language, $"list.{Kind}.{Key}");

    /// <summary>What to write into it, with an example.</summary>
    public string Help(Texts texts, string language) => texts.In(language, $"list.{Kind}.{Key}.help");

    /// <summary>All headings by which it is known: both languages, and what offices call it.</summary>
    public virtual IEnumerable<string> Headings(Texts texts) =>
        from language in Texts.Languages
        from heading in Also(texts, language).Prepend(Heading(texts, language))
        select heading;

    private IEnumerable<string> Also(Texts texts, string language) =>
        texts.Has($"list.{Kind}.{Key}.also") ? texts.In(language, $"list.{Kind}.{Key}.also").Split(Parting) : [];
}
