using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Bench.Pages;

/// <summary>
/// <c>hieuhoc bench page</c>: an ordinary hour of the autumn. A hundred people who are signed in open the pages of their work, one every two
/// seconds each; and what a telephone loads that never saw the site before.
/// </summary>
internal sealed class PageBench(BenchSettings settings) : IBench
{
    private const int Year = 2026;

    /// <summary>Friday of the last week, when everybody looks.</summary>
    private static readonly DateTimeOffset Now = new(Year, 11, 27, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly (int Officers, int Agency) people = settings.Small ? (2, 1) : (85, 15);
    private readonly TimeSpan every = settings.Small ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(2);

    /// <summary>How many pages each opens before it is measured, and while it is.</summary>
    private readonly (int Before, int Measured) pages = settings.Small ? (1, 2) : (15, 30);

    public string Name => "page";

    public async Task<object> RunAsync(TextWriter progress, CancellationToken ct)
    {
        await using var site = await BenchSite.MakeAsync(settings, new StandingTime(Now), ct);
        progress.WriteLine($"{site.Engine.Name}: the demonstration, {people.Officers} officers of communes, {people.Agency} of the standing agency");
        var owner = await BenchDemo.MakeAsync(site, allConfirmed: false, ct);
        await site.Site.StartAsync(ct);
        using var visitors = new BenchVisitors(site);

        try
        {
            var firstLoad = await FirstLoad.MeasureAsync(visitors, ct);
            var walks = await SignInAsync(site, visitors, owner, ct);
            await WalkAsync(walks, pages.Before, ct);
            using var server = new ServerTimes();
            var from = Environment.CpuUsage.TotalTime;
            var timings = await WalkAsync(walks, pages.Measured, ct);
            var cpu = Environment.CpuUsage.TotalTime - from;
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in the server {server.P50} ms, 95 of 100 within {server.P95} ms; first load {firstLoad.Kb} KB"));

            return new
            {
                bench = "page",
                engine = site.Engine.Name,
                p50Ms = server.P50,
                p95Ms = server.P95,
                clientP95Ms = timings.P95,
                slowest = server.Slowest,
                users = walks.Count,
                pages = walks.Count * pages.Measured,
                cpuMs = Math.Round(cpu.TotalMilliseconds / (walks.Count * pages.Measured), 1),
                firstLoadKb = firstLoad.Kb,
                firstLoadRequests = firstLoad.Requests,
            };
        }
        finally
        {
            await site.Site.StopAsync(ct);
        }
    }

    /// <summary>Each person with the pages of its work, in the order in which it opens them.</summary>
    private async Task<IReadOnlyList<Walk>> SignInAsync(BenchSite site, BenchVisitors visitors, Owner owner, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var communes = await db.ChildrenAsync(owner.PlaceId, DateOnly.FromDateTime(Now.Date), ct);
        var province = await db.Places.Where(place => place.Id == owner.PlaceId).Join(db.PlaceCodes, place => place.Id, code => code.PlaceId, (_, code) => code.Code).FirstAsync(ct);
        var round = await db.Rounds.OrderBy(round => round.Code).FirstAsync(round => round.Owner == owner.Id && round.Code == $"{Year}", ct);
        var returns = await db.Returns.Where(@return => @return.Owner == owner.Id && @return.RoundId == round.Id)
            .ToDictionaryAsync(@return => @return.SubjectId, @return => @return.Id.Value, ct);
        var walks = new List<Walk>();

        for (var i = 0; i < people.Officers; i++)
        {
            var commune = communes[i % communes.Count];
            var client = await visitors.SignInAsync($"page.commune.{i}", Role.CommuneOfficer, commune.Id, owner.Id, ct);
            walks.Add(new Walk(client, ["/", $"/returns/{returns[commune.Id]}", $"/returns/{returns[commune.Id]}/report", $"/overview/{commune.Code}", $"/places/{commune.Code}"]));
        }

        for (var i = 0; i < people.Agency; i++)
        {
            var client = await visitors.SignInAsync($"page.agency.{i}", Role.StandingAgency, owner.PlaceId, owner.Id, ct);
            var commune = communes[^(1 + (i % communes.Count))];
            walks.Add(new Walk(client, ["/", $"/rounds/{round.Id.Value}", "/returns", $"/returns/{returns[commune.Id]}", $"/overview/{province}", $"/places/{province}"]));
        }

        return walks;
    }

    /// <summary>Everybody opens so many pages, not all at the same moment.</summary>
    private async Task<Timings> WalkAsync(IReadOnlyList<Walk> walks, int count, CancellationToken ct) => Timings.Together(
        await Task.WhenAll(walks.Select(async (walk, number) =>
        {
            var timings = new Timings();
            await Task.Delay(every * number / walks.Count, ct);
            using var beat = new PeriodicTimer(every);

            for (var i = 0; i < count; i++)
            {
                var address = walk.Pages[(number + i) % walk.Pages.Count];
                _ = await timings.TakeAsync(() => walk.Visitor.GetStringAsync(address, ct));
                await beat.WaitForNextTickAsync(ct);
            }

            return timings;
        })));

    /// <summary>Somebody, and the pages that it opens again and again.</summary>
    private sealed record Walk(HttpClient Visitor, IReadOnlyList<string> Pages);
}
