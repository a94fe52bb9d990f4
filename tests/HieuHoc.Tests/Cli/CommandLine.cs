using System.Diagnostics;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

/// <summary>What a verb left behind.</summary>
internal sealed record Ran(int Exit, string Out, string Error);

/// <summary>The built program in a data folder of its own, on SQLite whatever the engine of this run.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hieuhoc-cli-");

    /// <summary>A path in the folder that goes away with the test.</summary>
    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    internal async Task<Ran> RunAsync(params IReadOnlyList<string> args) => await RunInAsync("vi", args);

    internal Task<Ran> RunInAsync(string language, params IReadOnlyList<string> args) => RunAsync(language, args, TestContext.Current.CancellationToken);

    internal async Task<Ran> RunAsync(string language, IReadOnlyList<string> args, CancellationToken ct)
    {
        using var process = Process.Start(StartOf(language, args))!;
        var (read, complaints) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);

        return new Ran(process.ExitCode, await read, await complaints);
    }

    /// <summary>Starts the server on a free port and waits until it says where.</summary>
    /// <param name="postgres">The connection string of its database; SQLite in the data folder without one.</param>
    internal Task<Serving> ServeAsync(string? postgres, params IReadOnlyList<string> args)
    {
        var start = StartOf("vi", ["serve", .. args]);
        start.Environment["HIEUHOC_URLS"] = "http://127.0.0.1:0";

        if (postgres is not null)
        {
            start.Environment["HIEUHOC_DB"] = postgres;
        }

        return Serving.StartAsync(start, TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ProcessStartInfo StartOf(string language, IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["HIEUHOC_DATA"] = Path("data");
        start.Environment["HIEUHOC_LANG"] = language;
        start.Environment.Remove("HIEUHOC_DB");
        start.Environment.Remove("HIEUHOC_KEYS");
        // The host watches for settings files; a machine that runs many tests at once runs out of watches.
        start.Environment["DOTNET_hostBuilder__reloadConfigOnChange"] = "false";

        return start;
    }

    /// <summary>Built as these tests were: debug or release.</summary>
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

        return RepositoryFolder.Under("artifacts", "bin", "HieuHoc.Cli", configuration, "HieuHoc.Cli.dll");
    }
}
