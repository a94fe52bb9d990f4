using System.Diagnostics.CodeAnalysis;
using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>A code as people type it: <c>44</c> is its holder today, <c>44@2025-06-30</c> its holder then.</summary>
/// <param name="Day">Null means today.</param>
public readonly record struct PlaceCodeOnDay(string Code, DateOnly? Day)
{
    /// <summary>Reads a code with or without a day.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static PlaceCodeOnDay Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not CODE or CODE@YYYY-MM-DD.");

    /// <summary>Reads a code with or without a day; false when the text is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PlaceCodeOnDay code)
    {
        code = default;
        var parts = (text ?? "").Trim().Split('@');

        if (parts.Length > 2 || parts[0].Length == 0 || !parts[0].All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            code = new PlaceCodeOnDay(parts[0], null);

            return true;
        }

        if (IsoDay.Read(parts[1]) is not { } day)
        {
            return false;
        }

        code = new PlaceCodeOnDay(parts[0], day);

        return true;
    }

    public override string ToString() =>
        Day is { } day ? $"{Code}@{day:yyyy-MM-dd}" : Code ?? "";
}
