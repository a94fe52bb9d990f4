using System.Diagnostics;
using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Reports;

/// <summary><c>hieuhoc bench report</c>: how long the yearly report of a province takes, as Word and as Excel.</summary>
internal sealed class ReportBench(BenchSettings settings) : IBench
{
    private const int Year = 2026;

    /// <summary>The report is written in the week after the last commune was confirmed.</summary>
    private static readonly DateTimeOffset Now = new(Year, 11, 30, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly int runs = settings.Small ? 2 : 20;

    public string Name => "report";

    public async Task<object> RunAsync(TextWriter progress, CancellationToken ct)
    {
        await using var site = await BenchSite.MakeAsync(settings, new StandingTime(Now), ct);
        progress.WriteLine($"{site.Engine.Name}: 78 communes and all agencies, all confirmed");
        var (owner, communes) = await ConfirmAllAsync(site, ct);
        var cold = new Timings();
        var files = await cold.TakeAsync(() => BuildAsync(site, owner, ct));
        var warm = new Timings();

        for (var i = 0; i < runs; i++)
        {
            await warm.TakeAsync(() => BuildAsync(site, owner, ct));
        }

        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {cold.P50} ms, then {warm.P50} ms"));

        return new
        {
            bench = "report",
            engine = site.Engine.Name,
            seconds = Math.Round(warm.P50 / 1000, 4),
            coldSeconds = Math.Round(cold.P50 / 1000, 4),
            wordKb = files.Word / 1024,
            excelKb = files.Excel / 1024,
            communes,
            appendices = files.Sheets,
            peakMb = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024),
        };
    }

    private static async Task<(Owner Owner, int Communes)> ConfirmAllAsync(BenchSite site, CancellationToken ct)
    {
        var owner = await BenchDemo.MakeAsync(site, allConfirmed: true, ct);
        await using var db = site.Engine.Open();
        var communes = await db.ChildrenAsync(owner.PlaceId, DateOnly.FromDateTime(Now.Date), ct);
        var states = await db.Returns.Where(@return => @return.Owner == owner.Id).Select(@return => @return.State).ToListAsync(ct);

        return states.TrueForAll(state => state is ReturnState.Confirmed)
            ? (owner, communes.Count)
            : throw new InvalidOperationException("The demonstration left returns unconfirmed.");
    }

    /// <summary>From the question to two whole files, as the page and the command line do it.</summary>
    private static Task<(long Word, long Excel, int Sheets)> BuildAsync(BenchSite site, Owner owner, CancellationToken ct) => site.InScopeAsync(async services =>
    {
        var built = await services.GetRequiredService<BuildAnnualReport>().RunAsync(
            owner.PlaceId, Year, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
        using var word = new MemoryStream();
        using var excel = new MemoryStream();
        WordPaper.Write(built.Value.Paper, word);
        ExcelPaper.Write(built.Value.Appendix, excel);

        return (word.Length, excel.Length, built.Value.Appendix.Sheets.Count);
    });
}
