namespace HieuHoc.Platform;

/// <summary>What people type into a field of running text, as it is kept.</summary>
public static class TypedText
{
    /// <summary>The text without the signs that nobody sees, line breaks apart; PostgreSQL keeps no text with a NUL in it.</summary>
    public static string Kept(string? typed) =>
        string.Concat((typed ?? "").Where(sign => !char.IsControl(sign) || sign is '\r' or '\n')).Trim();

    /// <summary>The same; null when nothing is left.</summary>
    public static string? KeptOrNull(string? typed) => Kept(typed) is { Length: > 0 } text ? text : null;

    /// <summary>The same on one line.</summary>
    public static string Line(string? typed) => Kept(typed).ReplaceLineEndings(" ");

    /// <summary>Its lines, without the empty ones.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
