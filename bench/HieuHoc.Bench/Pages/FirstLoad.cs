using System.Text.RegularExpressions;

namespace HieuHoc.Bench.Pages;

/// <summary>What a browser that never saw the site loads with its first page, as it travels.</summary>
/// <param name="Kb">All bodies together, compressed, in units of 1,024 bytes.</param>
internal sealed partial record FirstLoad(double Kb, int Requests)
{
    /// <summary>The sign-in page with all that it names.</summary>
    public static async Task<FirstLoad> MeasureAsync(BenchVisitors visitors, CancellationToken ct)
    {
        const string Page = "/sign-in";
        var html = await visitors.Stranger().GetStringAsync(Page, ct);
        var telephone = visitors.Stranger(decompressed: false);
        telephone.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var addresses = Named().Matches(html).Select(match => match.Groups["address"].Value).Distinct().Prepend(Page).ToList();
        var bytes = 0L;

        foreach (var address in addresses)
        {
            bytes += (await telephone.GetByteArrayAsync(address, ct)).Length;
        }

        return new FirstLoad(Math.Round(bytes / 1024d, 1), addresses.Count);
    }

    [GeneratedRegex("<(?:link|script|img)[^>]*?(?:href|src)=\"(?<address>/[^\"]+)\"")]
    private static partial Regex Named();
}
