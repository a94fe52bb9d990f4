using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>What a column of a workbook holds.</summary>
internal enum ColumnMeaning
{
    /// <summary>The code of a cell.</summary>
    Code,

    /// <summary>What the cell is called.</summary>
    Item,

    /// <summary>What there is, to the cut-off or of the whole period.</summary>
    Value,

    /// <summary>What the whole year is estimated at.</summary>
    Estimate,

    /// <summary>The year before: to be read, never taken over.</summary>
    Past,

    /// <summary>The number of a village.</summary>
    SenderNumber,

    /// <summary>The name of a village.</summary>
    Sender,

    /// <summary>What was wrong in an earlier version of the file.</summary>
    Wrong,
}

/// <summary>The headings of the workbooks in both languages: written from here, and known again by it.</summary>
internal sealed class WorkbookHeadings
{
    private const string Year = "#";

    private readonly Texts texts;

    private readonly Dictionary<string, ColumnMeaning> meanings = [];

    public WorkbookHeadings(Texts texts)
    {
        this.texts = texts;

        foreach (var meaning in Enum.GetValues<ColumnMeaning>())
        {
            foreach (var language in Texts.Languages)
            {
                meanings.TryAdd(Key(texts.In(language, Texts.KeyOf(meaning), ("year", Year))), meaning);
            }
        }
    }

    /// <summary>The heading of a column in the reader's language.</summary>
    /// <param name="year">Of the column of the year before.</param>
    public string Of(ColumnMeaning meaning, int? year = null) =>
        texts[Texts.KeyOf(meaning), ("year", year?.ToString(CultureInfo.InvariantCulture) ?? "")];

    /// <summary>What a heading in either language says; null where it is none of ours.</summary>
    public ColumnMeaning? Find(string heading) => meanings.TryGetValue(Key(heading), out var meaning) ? meaning : null;

    /// <summary>Last year's workbook speaks of another year.</summary>
    private static string Key(string heading) => string.Concat(Vietnamese.Fold(heading.Trim()).Where(sign => !char.IsAsciiDigit(sign))).Replace(Year, "", StringComparison.Ordinal);
}
