using HieuHoc.Web.Hosting;

namespace HieuHoc.Bench;

/// <summary>What a measurement is given.</summary>
/// <param name="Packs">The folder of the product's packs.</param>
/// <param name="Server">A PostgreSQL connection string, on whose server a database of the bench's own is made; null measures on SQLite.</param>
/// <param name="Small">True runs everything on little data, to see that it runs; the figures then say nothing.</param>
public sealed record BenchSettings(string Packs, string? Server, bool Small)
{
    /// <summary>What the environment says: HIEUHOC_DB, HIEUHOC_BENCH_SCALE.</summary>
    public static BenchSettings FromEnvironment()
    {
        var site = SiteSettings.FromEnvironment();

        return new BenchSettings(site.Packs!, site.Db, Environment.GetEnvironmentVariable("HIEUHOC_BENCH_SCALE") == "small");
    }
}
