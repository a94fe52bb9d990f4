using System.Globalization;

namespace HieuHoc.Papers;

/// <summary>Figures as Vietnamese papers print them: 1.845.335 and 37,9 %.</summary>
public static class VietnameseNumber
{
    private const string NoBreakSpace = "\u00A0";

    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NumberNegativePattern = 1,
    };

    /// <summary>The figure rounded half away from zero; a missing figure is blank, never 0.</summary>
    public static string Write(decimal? value, int decimals = 0)
    {
        if (value is null)
        {
            return "";
        }

        var rounded = Math.Round(value.Value, decimals, MidpointRounding.AwayFromZero);

        // A small loss rounds to a zero that still carries its sign: "-0,0" would puzzle the reader.
        var shown = rounded == 0 ? 0m : rounded;

        return shown.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", Format);
    }

    /// <summary>A percentage given in hundredths (37.9 prints "37,9 %"); the sign never leaves its figure at a line's end.</summary>
    public static string Percent(decimal? value, int decimals = 1) =>
        value is null ? "" : Write(value, decimals) + NoBreakSpace + "%";
}
