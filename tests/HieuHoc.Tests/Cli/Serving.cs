using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HieuHoc.Tests.Cli;

/// <summary>The program as a server, in a process of its own; it ends with the test at the latest.</summary>
internal sealed partial class Serving : IAsyncDisposable
{
    private readonly Process process;

    private Serving(Process process, IReadOnlyList<string> lines, Uri address) => (this.process, Lines, Address) = (process, lines, address);

    /// <summary>What it said until it served, its address last.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public static async Task<Serving> StartAsync(ProcessStartInfo start, CancellationToken ct)
    {
        var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync(ct);
        var lines = new List<string>();

        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            lines.Add(line);

            if (Started().Match(line) is { Success: true } started)
            {
                return new Serving(process, lines, new Uri(started.Value));
            }
        }

        throw new InvalidOperationException($"It did not serve: {string.Join('\n', lines)} {await complaints}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Started();
}
