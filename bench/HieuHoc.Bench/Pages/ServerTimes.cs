using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HieuHoc.Bench.Pages;

/// <summary>How long the server took for each page, as it counts it itself, from the moment it is made.</summary>
internal sealed class ServerTimes : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Page, double Ms)> taken = new();

    public ServerTimes()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: "http.server.request.duration" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => taken.Enqueue((PageOf(tags), seconds * 1000)));
        listener.Start();
    }

    /// <summary>The median, milliseconds.</summary>
    public double P50 => Timings.Of(taken.Select(page => page.Ms)).P50;

    /// <summary>Nineteen of twenty took no longer, milliseconds.</summary>
    public double P95 => Timings.Of(taken.Select(page => page.Ms)).P95;

    /// <summary>Each page with its p95, the slowest first.</summary>
    public IReadOnlyDictionary<string, double> Slowest => taken.GroupBy(page => page.Page, page => page.Ms)
        .Select(page => (Page: page.Key, Timings.Of(page).P95))
        .OrderByDescending(page => page.P95)
        .ToDictionary(page => page.Page, page => page.P95);

    public void Dispose() => listener.Dispose();

    private static string PageOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "http.route")
            {
                return $"/{value?.ToString()?.TrimStart('/')}";
            }
        }

        return "";
    }
}
