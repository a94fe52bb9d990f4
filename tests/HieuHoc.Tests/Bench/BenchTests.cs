using System.Text.Json;
using HieuHoc.Bench;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Bench;

public sealed class BenchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rollup", "p50Ms", "p95Ms", "sqlMs", "sqlP95Ms", "figures", "freshMs", "loadSeconds", "peer", "ratio")]
    [InlineData("report", "seconds", "coldSeconds", "wordKb", "excelKb", "communes", "appendices", "peakMb")]
    [InlineData("page", "p50Ms", "p95Ms", "clientP95Ms", "users", "pages", "cpuMs", "firstLoadKb", "firstLoadRequests")]
    [InlineData("intake", "perSecond", "p50Ms", "p95Ms", "clients", "returns", "fields", "cpuMs")]
    [InlineData("excel", "seconds", "rowsPerSecond", "peakMb", "rows", "columns", "lookSeconds", "smallRows", "smallPeakMb")]
    public async Task A_measurement_runs_to_its_end_on_little_data_and_says_what_it_promised(string name, params string[] promised)
    {
        await using var database = await TestDatabase.EmptyAsync(Ct);
        var engine = database.Engine.Name;
        var settings = new BenchSettings(RepositoryFolder.Packs, engine == "postgres" ? database.Address : null, Small: true);
        var bench = Benches.Make(settings).Single(bench => bench.Name == name);

        var measured = await bench.RunAsync(TextWriter.Null, Ct);

        var said = JsonSerializer.SerializeToElement(measured, Json.Compact);
        Assert.Equal(name, said.GetProperty("bench").GetString());
        Assert.Equal(engine, said.GetProperty("engine").GetString());
        Assert.All(promised, key => Assert.True(said.TryGetProperty(key, out _), key));
    }
}
