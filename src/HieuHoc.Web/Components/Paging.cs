namespace HieuHoc.Web.Components;

/// <summary>Which part of a long list is shown, and where the parts before and after it are.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Skip">Rows before this part.</param>
public sealed record Paging(int Number, int Last, int Skip, string? Before, string? After)
{
    /// <summary>The part asked for, or the nearest there is.</summary>
    /// <param name="address">The list's address; filters already in its query stay.</param>
    public static Paging Of(int asked, int count, int size, string address)
    {
        var last = Math.Max(1, (count + size - 1) / size);
        var number = Math.Clamp(asked, 1, last);

        return new Paging(
            number, last, (number - 1) * size, number > 1 ? At(address, number - 1) : null, number < last ? At(address, number + 1) : null);
    }

    private static string At(string address, int number) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}";
}
