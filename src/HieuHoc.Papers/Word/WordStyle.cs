namespace HieuHoc.Papers.Word;

/// <summary>How one component of the decree's layout looks; sizes in points, distances in twentieths of a point.</summary>
internal sealed record WordStyle(string Id, string Name, double Size)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public Alignment Alignment { get; init; } = Alignment.Left;

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>240 is single spacing.</summary>
    public int Line { get; init; } = 240;

    public bool ExactLine { get; init; }

    public int FirstLine { get; init; }

    public int Left { get; init; }

    public int Hanging { get; init; }

    public bool KeepNext { get; init; }

    public bool Framed { get; init; }

    /// <summary>1 to 3 for headings, so that Word's navigation lists them; 0 for the rest.</summary>
    public int OutlineLevel { get; init; }
}

/// <summary>Alignment of a paragraph.</summary>
internal enum Alignment
{
    Left,
    Centre,
    Right,
    Justified,
}
