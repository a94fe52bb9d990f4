using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Intake;

/// <summary>
/// <c>hieuhoc bench intake</c>: returns of 250 fields sent over HTTP by 32 clients at once; each is read, checked, stored with
/// its audit entry and answered with a receipt after the commit.
/// </summary>
internal sealed class IntakeBench(BenchSettings settings) : IBench
{
    private const string Province = "44";

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 19, 0, 0, TimeSpan.FromHours(7));

    private readonly int clients = settings.Small ? 2 : 32;

    /// <summary>Rounds of a day each: so many returns has every commune.</summary>
    private readonly int rounds = settings.Small ? 1 : 26;

    private readonly int communes = settings.Small ? 4 : 78;

    /// <summary>How often each return is sent, always with other numbers; the first time pays for what is compiled once.</summary>
    private readonly int passes = settings.Small ? 2 : 4;

    public string Name => "intake";

    public async Task<object> RunAsync(TextWriter progress, CancellationToken ct)
    {
        await using var site = await BenchSite.MakeAsync(settings, new StandingTime(Now), ct);
        progress.WriteLine($"{site.Engine.Name}: a form of {IntakePacks.Cells} cells, {rounds} rounds of {communes} communes, {clients} clients");
        var owner = await StartAsync(site, ct);
        var senders = await SendersAsync(site, owner, ct);
        await site.Site.StartAsync(ct);

        try
        {
            await SendAsync(site, senders, pass: 0, ct);
            var timings = new List<Timings>();
            var from = Stopwatch.GetTimestamp();
            var cpu = Environment.CpuUsage.TotalTime;

            for (var pass = 1; pass < passes; pass++)
            {
                timings.Add(await SendAsync(site, senders, pass, ct));
            }

            var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
            var sent = senders.Sum(sender => sender.Returns.Count) * (passes - 1);
            var all = Timings.Together(timings);
            await CheckAsync(site, senders, ct);
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent / seconds:N0} a second, 95 of 100 within {all.P95} ms"));

            return new
            {
                bench = "intake",
                engine = site.Engine.Name,
                perSecond = Math.Round(sent / seconds, 1),
                p50Ms = all.P50,
                p95Ms = all.P95,
                clients,
                returns = sent,
                fields = IntakePacks.Cells,
                cpuMs = Math.Round((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / sent, 2),
            };
        }
        finally
        {
            await site.Site.StopAsync(ct);
        }
    }

    /// <summary>The programme with its rounds, each of one day.</summary>
    private async Task<Owner> StartAsync(BenchSite site, CancellationToken ct)
    {
        IntakePacks.Write(Path.Combine(site.Folder, "packs"));
        _ = (await site.InScopeAsync(services => services.GetRequiredService<LoadPacks>().RunAsync(Path.Combine(site.Folder, "packs"), examples: true, ct))).Value;
        var owner = (await site.InScopeAsync(services => services.GetRequiredService<StartProgramme>().RunAsync(Province, ct))).Value;
        var agency = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);

        for (var number = 1; number <= rounds; number++)
        {
            var day = new DateOnly(2026, 10, number);
            var asked = new NewRound(
                new RoundId(Guid.CreateVersion7()), $"{number}", [IntakePacks.Id], PeriodCode.Parse($"@{day:yyyy-MM-dd}")!, day, day, new DateOnly(2026, 11, 29));
            _ = (await site.InScopeAsync(services => services.GetRequiredService<OpenRound>().RunAsync(asked, agency, ct))).Value;
        }

        return owner;
    }

    /// <summary>A program of each commune, with its token and its returns.</summary>
    private async Task<IReadOnlyList<Sender>> SendersAsync(BenchSite site, Owner owner, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        await db.Owners.Where(row => row.Id == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Demo, true), ct);
        var returns = (await db.Returns.AsNoTracking().Where(@return => @return.Owner == owner.Id).Select(@return => new { @return.SubjectId, @return.Id }).ToListAsync(ct))
            .ToLookup(@return => @return.SubjectId, @return => @return.Id.Value);
        var senders = new List<Sender>();

        foreach (var place in returns.Select(place => place.Key).Order().Take(communes))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"may.{place}");
            var made = (await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().RunAsync(
                new NewPerson(name, name, Role.CommuneOfficer, place, "đo-tốc-độ-trang-web"), new Actor(owner.Id, null, Role.Administrator, owner.PlaceId), ct))).Value;
            await db.People.Where(person => person.Owner == owner.Id && person.Id == made.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.OneTimeSince, (DateTime?)null), ct);
            var token = (await site.InScopeAsync(services => services.GetRequiredService<CreateToken>().RunAsync(new NewToken(name, name, ApiScopes.All, 1), ct))).Value;
            senders.Add(new Sender(token.Text, [.. returns[place]]));
        }

        return senders;
    }

    /// <summary>All returns once, by so many clients at once as there are.</summary>
    private async Task<Timings> SendAsync(BenchSite site, IReadOnlyList<Sender> senders, int pass, CancellationToken ct)
    {
        var address = new Uri(site.Site.Urls.First());
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<(string Token, Guid Return)>(
            Enumerable.Range(0, senders.Max(sender => sender.Returns.Count))
                .SelectMany(number => senders.Where(sender => number < sender.Returns.Count).Select(sender => (sender.Token, sender.Returns[number]))));

        return Timings.Together(await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            using var http = new HttpClient { BaseAddress = address };
            var timings = new Timings();

            while (waiting.TryDequeue(out var next))
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/returns/{next.Return}") { Content = new ByteArrayContent(Body(next.Return, pass)) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", next.Token);
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                request.Headers.TryAddWithoutValidation("Prefer", "return=minimal");
                using var answer = await timings.TakeAsync(() => http.SendAsync(request, ct));

                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
                }
            }

            return timings;
        })));
    }

    /// <summary>What was sent last stands in every return, and every sending has its entry.</summary>
    private async Task CheckAsync(BenchSite site, IReadOnlyList<Sender> senders, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var stored = await db.ReturnVersions.AsNoTracking().ToDictionaryAsync(version => version.ReturnId.Value, version => version.Answers, ct);

        foreach (var id in senders.SelectMany(sender => sender.Returns))
        {
            var answers = Answers.FromJson(stored[id]).Values;

            if (answers.Count != IntakePacks.Cells || answers[IntakePacks.Element(1)] != Value(id, passes - 1, 1))
            {
                throw new InvalidOperationException($"{id} does not hold what was sent.");
            }
        }

        var told = await db.AuditEntries.CountAsync(entry => entry.Change == nameof(ReturnSaved), ct);
        var sent = senders.Sum(sender => sender.Returns.Count) * passes;

        if (told != sent)
        {
            throw new InvalidOperationException($"{sent} were sent, {told} are in the audit.");
        }
    }

    private static byte[] Body(Guid id, int pass)
    {
        var body = new StringBuilder("{\"answers\":{");

        for (var cell = 0; cell < IntakePacks.Cells; cell++)
        {
            body.Append(cell == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"{IntakePacks.Element(cell)}\":{Value(id, pass, cell)}");
        }

        return Encoding.UTF8.GetBytes(body.Append("}}").ToString());
    }

    /// <summary>A part, at an even number, is not above the whole that follows it.</summary>
    private static int Value(Guid id, int pass, int cell) => ((id.GetHashCode() & 0xfff) * 10) + (cell / 2) + (pass * 2) + (cell % 2);

    /// <summary>A program that sends for a commune.</summary>
    private sealed record Sender(string Token, IReadOnlyList<Guid> Returns);
}
