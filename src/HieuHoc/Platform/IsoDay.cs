using System.Globalization;

namespace HieuHoc.Platform;

/// <summary>A day as files and programs write it: <c>2026-11-21</c>.</summary>
public static class IsoDay
{
    /// <summary>The day that a text says; null when it is none.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
