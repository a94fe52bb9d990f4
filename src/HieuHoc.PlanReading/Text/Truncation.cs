namespace HieuHoc.PlanReading.Text;

/// <summary>The mark with which a publisher says that the text was cut.</summary>
internal static class Truncation
{
    public static bool Is(string line) => line.Trim() is "[...]" or "[…]" or "(...)" or "(…)" or "..." or "…" or "[....]";
}
