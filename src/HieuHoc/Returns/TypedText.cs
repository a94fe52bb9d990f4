namespace HieuHoc.Returns;

/// <summary>Words that a person typed, as they are kept.</summary>
public static class TypedText
{
    /// <summary>Without the signs that nobody sees, line breaks apart; PostgreSQL keeps no text with a NUL in it.</summary>
    public static string Clean(string? typed) =>
        string.Concat((typed ?? "").Where(sign => !char.IsControl(sign) || sign is '\r' or '\n')).Trim();

    /// <summary>The same on one line.</summary>
    public static string Line(string? typed) => Clean(typed).ReplaceLineEndings(" ");
}
