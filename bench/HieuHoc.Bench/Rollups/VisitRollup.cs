using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Rollups;

/// <summary>Opens the pages of random indicators over HTTP, signed in, several visitors at once and without a pause.</summary>
internal sealed partial class VisitRollup(BenchSite site, RollupData data)
{
    private const string Password = "đo-tốc-độ-trang-web";

    private readonly List<Timings> indicatorPages = [];
    private readonly List<Timings> provincePages = [];

    /// <summary>The pages of one indicator with its rows.</summary>
    public Timings IndicatorPages => Timings.Together(indicatorPages);

    /// <summary>The pages of the province with all indicators, the targets and the map.</summary>
    public Timings ProvincePages => Timings.Together(provincePages);

    /// <summary>
    /// What a page costs the processor, server and visitor together, milliseconds: the one figure here that other work on
    /// the machine does not stretch.
    /// </summary>
    public double CpuMsPerPage { get; private set; }

    /// <summary>All pages.</summary>
    public Timings Pages => Timings.Together([.. indicatorPages, .. provincePages]);

    public async Task RunAsync(int clients, int requests, CancellationToken ct)
    {
        await site.Site.StartAsync(ct);
        var visitors = new List<HttpClient>();

        try
        {
            for (var number = 1; number <= clients; number++)
            {
                visitors.Add(await SignInAsync($"bench.{number}", ct));
            }

            // As many as a server answers in its first minute, while the runtime still compiles what is asked often.
            await Task.WhenAll(visitors.Select((visitor, number) => OpenAsync(visitor, number, requests / 2, new Timings(), new Timings(), ct)));
            var before = Environment.CpuUsage.TotalTime;
            await Task.WhenAll(visitors.Select((visitor, number) => OpenAsync(visitor, clients + number, requests, Keep(indicatorPages), Keep(provincePages), ct)));
            CpuMsPerPage = Math.Round((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (clients * requests), 1);
        }
        finally
        {
            visitors.ForEach(visitor => visitor.Dispose());
            await site.Site.StopAsync(ct);
        }
    }

    private static Timings Keep(List<Timings> all)
    {
        var one = new Timings();
        all.Add(one);

        return one;
    }

    /// <summary>A visitor who has chosen a password before; a programme of made-up numbers asks for no second factor.</summary>
    private static async Task<int> Ready(HieuHocDb db, Person visitor, CancellationToken ct)
    {
        await db.Owners.Where(owner => owner.Id == visitor.Owner).ExecuteUpdateAsync(set => set.SetProperty(owner => owner.Demo, true), ct);

        return await db.People.Where(person => person.Owner == visitor.Owner && person.Id == visitor.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.OneTimeSince, (DateTime?)null), ct);
    }

    /// <summary>Makes an account and begins its session by the form that people use.</summary>
    private async Task<HttpClient> SignInAsync(string name, CancellationToken ct)
    {
        var made = await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().RunAsync(
            new NewPerson(name, name, Role.StandingAgency, data.ProvinceId, Password),
            new Actor(data.Owner, null, Role.Administrator, data.ProvinceId),
            ct));
        await site.InScopeAsync(services => Ready(services.GetRequiredService<HieuHocDb>(), made.Value, ct));
        var visitor = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(site.Site.Urls.First()),
        };
        var form = await visitor.GetStringAsync("/sign-in", ct);
        using var typed = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = name,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        using var answer = await visitor.PostAsync("/sign-in", typed, ct);

        return answer.StatusCode is HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>Every second page is one indicator's, every other the province's.</summary>
    private async Task OpenAsync(HttpClient visitor, int seed, int requests, Timings indicatorPage, Timings provincePage, CancellationToken ct)
    {
        var random = new Random(seed);

        for (var i = 0; i < requests; i++)
        {
            var indicator = RollupPacks.Indicator(random.Next(data.Elements.Count));
            var year = data.Years[random.Next(data.Years.Count)].Code.Text;
            var (timings, address) = i % 2 == 0
                ? (indicatorPage, $"/indicators/{indicator}/{data.ProvinceCode}?year={year}")
                : (provincePage, $"/places/{data.ProvinceCode}?year={year}&indicator={indicator}");
            var html = await timings.TakeAsync(() => visitor.GetStringAsync(address, ct));
            Check(html, address);
        }
    }

    /// <summary>A page that had nothing to show would be fast for nothing.</summary>
    private void Check(string html, string address)
    {
        var communes = data.Villages.Select(village => village.CommuneId).Distinct().Count().ToString(CultureInfo.InvariantCulture);

        if (!html.Contains($"{communes}/{communes}", StringComparison.Ordinal) && !html.Contains($"{communes} / {communes}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} does not show {communes} communes of {communes}.");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
