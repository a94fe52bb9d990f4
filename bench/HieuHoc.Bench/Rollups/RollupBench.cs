using System.Globalization;
using HieuHoc.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Rollups;

/// <summary>
/// <c>hieuhoc bench rollup</c>: how long it takes to read an indicator of a province over the figures of all its villages,
/// and how soon a confirmation shows.
/// </summary>
internal sealed class RollupBench(BenchSettings settings) : IBench
{
    /// <summary>After the last period that is loaded.</summary>
    private static readonly DateTimeOffset Now = new(2031, 1, 15, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly RollupScale scale = settings.Small ? RollupScale.Small : RollupScale.Full;

    public string Name => "rollup";

    public async Task<object> RunAsync(TextWriter progress, CancellationToken ct)
    {
        await using var site = await BenchSite.MakeAsync(settings, new StandingTime(Now), ct);
        Say($"{site.Engine.Name}: places, villages, rounds");
        var data = await new LoadProgramme(site, scale).RunAsync(ct);
        var load = new LoadFigures(site.Engine, site.Services.GetRequiredService<PackShelf>(), data);
        Say($"{data.Figures:N0} figures");
        var loadSeconds = await load.WriteAsync(ct);
        Say($"… {loadSeconds:N1} s; the roll-up from them");
        var rebuildSeconds = await load.RollUpAsync(ct);
        Say($"… {rebuildSeconds:N1} s");
        await load.AnalyseAsync(ct);
        await load.CheckAsync(data.Villages[^1].CommuneId, data.Months[^1].Id, ct);
        var read = new ReadRollup(site, data);
        await read.RunAsync(scale, ct);
        Say($"one indicator {read.One.P50} ms, all {read.All.P50} ms; their sums {read.RollUpSums.P50} and {read.AllRollUpSums.P50} ms, from figures {read.FigureSums.P50} and {read.AllFigureSums.P50} ms");
        var visit = new VisitRollup(site, data);
        await visit.RunAsync(scale.Clients, scale.Requests, ct);
        Say($"page of an indicator {visit.IndicatorPages.P50} ms, of the province {visit.ProvincePages.P50} ms");
        var confirm = new ConfirmRollup(site, data);
        await confirm.RunAsync(scale.Corrections, ct);
        Say($"a confirmation and the new number {confirm.Fresh.P50} ms");

        return Measured(site.Engine.Name, data, Math.Round(loadSeconds, 1), Math.Round(rebuildSeconds, 1), read, visit, confirm);

        void Say(FormattableString what) => progress.WriteLine(what.ToString(CultureInfo.InvariantCulture));
    }

    private static object Measured(
        string engine, RollupData data, double loadSeconds, double rebuildSeconds, ReadRollup read, VisitRollup visit, ConfirmRollup confirm) => new
        {
            bench = "rollup",
            engine,
            p50Ms = visit.Pages.P50,
            p95Ms = visit.Pages.P95,
            sqlMs = read.One.P50,
            sqlP95Ms = read.One.P95,
            allSqlMs = read.All.P50,
            allSqlP95Ms = read.All.P95,
            figures = data.Figures,
            freshMs = confirm.Fresh.P50,
            loadSeconds,
            rebuildSeconds,
            pages = new
            {
                indicatorP50Ms = visit.IndicatorPages.P50,
                indicatorP95Ms = visit.IndicatorPages.P95,
                provinceP50Ms = visit.ProvincePages.P50,
                provinceP95Ms = visit.ProvincePages.P95,
                cpuMs = visit.CpuMsPerPage,
            },
            sums = new { p50Ms = read.RollUpSums.P50, p95Ms = read.RollUpSums.P95, allP50Ms = read.AllRollUpSums.P50 },
            peer = new { name = "figures-group-by", p50Ms = read.FigureSums.P50, p95Ms = read.FigureSums.P95, allP50Ms = read.AllFigureSums.P50 },
            ratio = Ratio(read.FigureSums, read.RollUpSums),
            allRatio = Ratio(read.AllFigureSums, read.AllRollUpSums),
        };

    private static double Ratio(Timings peer, Timings own) => Math.Round(peer.P50 / Math.Max(own.P50, 0.01), 1);
}
