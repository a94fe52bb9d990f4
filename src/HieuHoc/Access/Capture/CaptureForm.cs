namespace HieuHoc.Access.Capture;

/// <summary>A form as a device draws it without network: everything in the language of its person, and no word of the domain that owns it.</summary>
public sealed record CaptureForm(string Id, string Title, IReadOnlyList<CaptureSection> Sections)
{
    /// <summary>What each cell asks, by its name.</summary>
    public required IReadOnlyDictionary<string, CaptureField> Fields { get; init; }

    /// <summary>What the device says while its person types; the server's verdict is the only one that counts.</summary>
    public required IReadOnlyList<CaptureCheck> Checks { get; init; }
}

/// <summary>A grid of a form: headings, and rows with one cell under each.</summary>
public sealed record CaptureSection(string Title, string? Hint, IReadOnlyList<string> Columns, IReadOnlyList<CaptureRow> Rows);

/// <summary>A row of a grid; a cell is the name of a field, or null where nothing is asked.</summary>
public sealed record CaptureRow(string Title, IReadOnlyList<string?> Cells);

/// <summary>How a field is filled in.</summary>
public enum CaptureFieldType
{
    /// <summary>A number, typed as people write it.</summary>
    Number,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>What one field asks.</summary>
/// <param name="Decimals">How many a number may have.</param>
/// <param name="Choices">Null where nothing is chosen.</param>
public sealed record CaptureField(string Title, CaptureFieldType Type, int Decimals, IReadOnlyList<CaptureChoice>? Choices);

/// <summary>One of the values between which a person chooses.</summary>
public sealed record CaptureChoice(string Value, string Title);

/// <summary>How much it weighs that a check does not hold.</summary>
public enum CaptureWeight
{
    /// <summary>It will not be taken as finished.</summary>
    Hard,

    /// <summary>It may be right all the same.</summary>
    Soft,
}

/// <summary>A rule that the values should satisfy, in the language of docs/rules-language.md, and the sentence when they do not.</summary>
public sealed record CaptureCheck(string Code, string Rule, CaptureWeight Weight, string Sentence, IReadOnlyList<string> Cells);
