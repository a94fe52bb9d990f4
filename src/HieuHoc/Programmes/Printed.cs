namespace HieuHoc.Programmes;

/// <summary>A number with the decimals that it is printed with, chosen so that the print never contradicts a verdict.</summary>
public sealed record Printed(decimal Value, int Decimals)
{
    private const int MostDecimals = 6;

    /// <summary>A value that misses a threshold: with as many decimals as are needed until it no longer reads like it.</summary>
    public static Printed Beside(decimal threshold, decimal value, int decimals)
    {
        for (var places = decimals; places <= MostDecimals; places++)
        {
            var rounded = Math.Round(value, places, MidpointRounding.AwayFromZero);

            if (value == threshold || rounded.CompareTo(threshold) == value.CompareTo(threshold))
            {
                return new Printed(rounded, places);
            }
        }

        // Closer than can be printed: cut on its own side of the threshold.
        return new Printed(
            Math.Round(value, MostDecimals, value < threshold ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
            MostDecimals);
    }

    /// <summary>What is missing, rounded up: never printed as nothing.</summary>
    public static Printed Up(decimal missing, int decimals) =>
        new(Math.Round(missing, decimals, MidpointRounding.ToPositiveInfinity), decimals);

    /// <summary>A threshold as the plan writes it: 60, 89,5.</summary>
    public static Printed AsWritten(decimal threshold) => new(threshold, threshold.Scale);
}
