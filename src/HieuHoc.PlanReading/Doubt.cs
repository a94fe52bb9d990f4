namespace HieuHoc.PlanReading;

/// <summary>Something that was read but is not certain.</summary>
/// <param name="Text">What it is about, in the document's words.</param>
public sealed record Doubt(DoubtKind Kind, string Text, SourceSpan? Span);

/// <summary>Why something is uncertain.</summary>
public enum DoubtKind
{
    /// <summary>Letters were lost in scanning and put back: "Mc → Mục".</summary>
    LettersPutBack,

    /// <summary>Known only from what a web site wrote above the document.</summary>
    FromWebSite,

    /// <summary>The number is left blank.</summary>
    NumberBlank,

    /// <summary>Day or month are left blank.</summary>
    DateBlank,

    /// <summary>The publisher cut the text: what is not here may have been in the original.</summary>
    Truncated,

    /// <summary>The deadline was taken from the period of the whole plan.</summary>
    YearOfThePlan,

    /// <summary>A share inside a share, which may be a slip of whoever wrote it; both are read as they stand.</summary>
    ShareInsideShare,

    /// <summary>Values are given for foregoing ones, but not as many.</summary>
    ValuesDoNotPair,

    /// <summary>A range of values, of which the lower one was read.</summary>
    RangeOfValues,

    /// <summary>Where the name of the agency ends is not marked.</summary>
    AgencyRunsOn,

    /// <summary>No known word of a type stands over the abstract.</summary>
    TypeUnknown,

    /// <summary>Nothing was found in an annex behind the signature.</summary>
    AnnexNotRead,

    /// <summary>A table whose columns are none that are known, or one in a text that keeps no columns.</summary>
    TableNotRead,

    /// <summary>It stands in a text box: where that belongs in the text is not certain.</summary>
    InTextBox,

    /// <summary>A value says by how much something grows, not what is to be reached.</summary>
    Growth,

    /// <summary>Nothing says who or what a value is about.</summary>
    SubjectUnknown,

    /// <summary>Letters were lost in scanning that could not be put back.</summary>
    LettersLost,

    /// <summary>A share that is written as a fraction, in words or in parentheses.</summary>
    ValueNotRead,

    /// <summary>A report is owed on a day of each month or quarter, which is no day of the year.</summary>
    DayWithoutMonth,
}
