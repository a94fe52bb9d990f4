using System.Globalization;
using HieuHoc.Access;

namespace HieuHoc.Bench.Rollups;

/// <summary>Opens the pages of random indicators over HTTP, signed in, several visitors at once and without a pause.</summary>
internal sealed class VisitRollup(BenchSite site, RollupData data)
{
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
        using var signedIn = new BenchVisitors(site);
        var visitors = new List<HttpClient>();

        try
        {
            for (var number = 1; number <= clients; number++)
            {
                visitors.Add(await signedIn.SignInAsync($"bench.{number}", Role.StandingAgency, data.ProvinceId, data.Owner, ct));
            }

            // As many as a server answers in its first minute, while the runtime still compiles what is asked often.
            await Task.WhenAll(visitors.Select((visitor, number) => OpenAsync(visitor, number, requests / 2, new Timings(), new Timings(), ct)));
            var before = Environment.CpuUsage.TotalTime;
            await Task.WhenAll(visitors.Select((visitor, number) => OpenAsync(visitor, clients + number, requests, Keep(indicatorPages), Keep(provincePages), ct)));
            CpuMsPerPage = Math.Round((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (clients * requests), 1);
        }
        finally
        {
            await site.Site.StopAsync(ct);
        }
    }

    private static Timings Keep(List<Timings> all)
    {
        var one = new Timings();
        all.Add(one);

        return one;
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
}
