using System.Diagnostics;
using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Excel;

/// <summary>
/// <c>hieuhoc bench excel</c>: a list of earlier years with a figure on each line, from the upload to the figures in the database;
/// first a tenth of the lines, to see whether memory grows with them.
/// </summary>
internal sealed class ExcelBench(BenchSettings settings) : IBench
{
    private const string ProvinceCode = "44";

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly int rows = settings.Small ? 1_000 : 100_000;

    public string Name => "excel";

    private int SmallRows => rows / 10;

    public async Task<object> RunAsync(TextWriter progress, CancellationToken ct)
    {
        await using var site = await BenchSite.MakeAsync(settings, new StandingTime(Now), ct);
        var lines = await LinesAsync(site, ct);
        var owner = (await site.InScopeAsync(services => services.GetRequiredService<StartProgramme>().RunAsync(ProvinceCode, ct))).Value;
        progress.WriteLine($"{site.Engine.Name}: lists of {SmallRows} and {rows} lines, {ExcelLines.Columns.Count} columns each");
        var small = await LoadAsync(site, owner, lines, from: rows, SmallRows, ct);
        var smallPeakMb = PeakMb;
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SmallRows} lines: {small.Seconds:N1} s, peak {smallPeakMb} MB"));
        var full = await LoadAsync(site, owner, lines, from: 0, rows, ct);
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} lines: {full.Seconds:N1} s, peak {PeakMb} MB"));
        await CheckAsync(site, lines, ct);

        return new
        {
            bench = "excel",
            engine = site.Engine.Name,
            seconds = Math.Round(full.Seconds, 2),
            rowsPerSecond = Math.Round(rows / full.Seconds),
            peakMb = PeakMb,
            rows,
            columns = ExcelLines.Columns.Count,
            fileMb = Math.Round(full.Bytes / 1_048_576.0, 1),
            takeSeconds = Math.Round(full.Take, 2),
            lookSeconds = Math.Round(full.Look, 2),
            acceptSeconds = Math.Round(full.Accept, 2),
            smallRows = SmallRows,
            smallPeakMb,
        };
    }

    /// <summary>Of the whole process until now: it never falls.</summary>
    private static long PeakMb
    {
        get
        {
            using var process = Process.GetCurrentProcess();

            return process.PeakWorkingSet64 / (1024 * 1024);
        }
    }

    private async Task<ExcelLines> LinesAsync(BenchSite site, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var province = (await db.PlaceByCodeAsync(ProvinceCode, DateOnly.FromDateTime(Now.Date), ct))!.Id;
        var reached = db.PlaceReaches.Where(reach => reach.AncestorId == province).Select(reach => reach.PlaceId);
        var there = db.Places.Where(place => reached.Contains(place.Id) && (place.Level == PlaceLevel.Commune || place.Level == PlaceLevel.District));
        var places = await db.PlacesOn(there, ExcelLines.LastDay).ToListAsync(ct);
        var lines = new ExcelLines([.. places.OrderBy(place => place.Id)], rows + SmallRows);
        lines.WritePack(Path.Combine(site.Folder, "packs"));
        // Made-up numbers are counted only where no programme runs yet.
        var loaded = await site.InScopeAsync(services => services.GetRequiredService<LoadPacks>().RunAsync(Path.Combine(site.Folder, "packs"), examples: true, ct));
        _ = loaded.Value;

        return lines;
    }

    private static async Task<Loaded> LoadAsync(BenchSite site, Owner owner, ExcelLines lines, int from, int count, CancellationToken ct)
    {
        var path = Path.Combine(site.Folder, $"{count}.xlsx");
        await using (var to = File.Create(path))
        {
            ExcelPaper.Write(lines.Workbook(from, count), to);
        }

        var actor = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        var id = new AttachmentId(Guid.CreateVersion7());
        var (take, _) = await TimedAsync(async services =>
        {
            await using var content = File.OpenRead(path);

            return (await services.GetRequiredService<TakeList>().RunAsync(new ArrivingList(id, ExcelLines.Kind, "", "so-lieu.xlsx", content), actor, ct)).Value;
        });
        var (look, held) = await TimedAsync(async services => (await services.GetRequiredService<ReadList>().RunAsync(ExcelLines.Kind, id, null, 1, actor, ct)).Value);

        if (held.Counts[ListLineState.New] != count)
        {
            throw new InvalidOperationException($"Of {count} lines {held.Counts[ListLineState.New]} are new. {held.Lines.SelectMany(line => line.Mistakes).FirstOrDefault()}");
        }

        var (accept, accepted) = await TimedAsync(async services =>
            (await services.GetRequiredService<AcceptList>().RunAsync(ExcelLines.Kind, id, new ListAcceptance(Guid.CreateVersion7(), null, "Đo tốc độ"), actor, ct)).Value);

        return accepted == new AcceptedList(count, 0)
            ? new Loaded(new FileInfo(path).Length, take, look, accept)
            : throw new InvalidOperationException($"Of {count} lines {accepted.Count} were taken over.");

        async Task<(double Seconds, T Result)> TimedAsync<T>(Func<IServiceProvider, Task<T>> what)
        {
            var begun = Stopwatch.GetTimestamp();
            var result = await site.InScopeAsync(what);

            return (Stopwatch.GetElapsedTime(begun).TotalSeconds, result);
        }
    }

    /// <summary>A number that is not in the database would be fast for nothing.</summary>
    private static async Task CheckAsync(BenchSite site, ExcelLines lines, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var (figures, sums) = (db.Figures, db.RollUps);
        var (count, sum) = (await figures.CountAsync(ct), await figures.SumAsync(figure => figure.Value, ct));
        var counted = await sums.SumAsync(row => row.Sum, ct) + await figures.Where(figure => figure.Stated).SumAsync(figure => figure.Value, ct);

        if ((count, sum, counted) != (lines.Count, lines.Sum, lines.Sum))
        {
            throw new InvalidOperationException($"{count} figures with the sum {sum} and in the roll-up {counted}, where the lists have {lines.Count} with {lines.Sum}.");
        }
    }

    /// <summary>How long each step took, seconds.</summary>
    private sealed record Loaded(long Bytes, double Take, double Look, double Accept)
    {
        /// <summary>From the upload to the figures; without the look at what would change.</summary>
        public double Seconds => Take + Accept;
    }
}
