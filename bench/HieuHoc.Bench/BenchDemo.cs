using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench;

/// <summary>The demonstration as what is measured: a round of 78 communes and 23 agencies, and the years before.</summary>
internal static class BenchDemo
{
    /// <summary>Makes it.</summary>
    /// <returns>The programme that has the round; the other one shows other boundaries.</returns>
    public static async Task<Owner> MakeAsync(BenchSite site, bool allConfirmed, CancellationToken ct)
    {
        await new MakeDemo(
            site.Engine,
            site.Services.GetRequiredService<PackShelf>(),
            site.Services.GetRequiredService<Texts>(),
            site.Services.GetRequiredService<HashPassword>()) { AllConfirmed = allConfirmed, RoundAlone = true }.RunAsync(ct);
        await using var db = site.Engine.Open();

        return await db.Owners.OrderBy(owner => owner.Id).FirstAsync(ct);
    }
}
