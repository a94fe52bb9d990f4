namespace HieuHoc.Bench.Rollups;

/// <summary>What each village reported: worked out, not drawn, so that every sum can be checked without asking the database.</summary>
internal static class RollupFigure
{
    /// <summary>The return in which a village reported a period. In the order of periods and villages, as returns arrive.</summary>
    public static Guid Source(int period, int village) =>
        new(period, 0, 0, 0, 0, 0, 0, (byte)(village >> 24), (byte)(village >> 16), (byte)(village >> 8), (byte)village);

    /// <summary>A part below 100 where the element counts a part, a total from 100 where it counts a total.</summary>
    /// <param name="element">Counted from 0: even ones are parts, odd ones their totals.</param>
    public static long Value(int element, int period, int village)
    {
        var mixed = unchecked((((uint)element * 2_654_435_761) ^ ((uint)period * 2_246_822_519) ^ ((uint)village * 3_266_489_917)) >> 7);

        return element % 2 == 0 ? mixed % 100 : 100 + (mixed % 400);
    }
}
