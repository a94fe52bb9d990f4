using System.Globalization;

namespace HieuHoc.PlanReading.Content;

/// <summary>Numbers as Vietnamese texts write them: 1.500 and 98,5; also 99.5 where a point cannot part thousands.</summary>
internal static class Numbers
{
    public static decimal? Of(string text)
    {
        var parts = text.Split('.');
        var areThousands = parts.Length > 1 && parts[0].Length <= 3 && parts.Skip(1).All(part => part.Split(',')[0].Length == 3);
        var plain = (areThousands ? text.Replace(".", "", StringComparison.Ordinal) : text).Replace(',', '.');

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
