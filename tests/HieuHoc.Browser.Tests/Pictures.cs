using System.Diagnostics;

namespace HieuHoc.Browser.Tests;

/// <summary>The pictures of real pages and papers in docs/pictures; made only when HIEUHOC_PICTURES names a folder.</summary>
internal static class Pictures
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("HIEUHOC_PICTURES") is { Length: > 0 } named
        ? Directory.CreateDirectory(Path.GetFullPath(named, Testing.RepositoryFolder.Path)).FullName
        : null;

    /// <summary>A page of a paper as an office suite prints it.</summary>
    public static async Task PaperAsync(string file, int page, string name, CancellationToken ct)
    {
        if (Folder is null)
        {
            return;
        }

        var work = Directory.CreateTempSubdirectory("hieuhoc-paper-").FullName;
        await RunAsync("soffice", [$"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf", "--outdir", work, file], ct);
        var pdf = Path.Combine(work, Path.ChangeExtension(Path.GetFileName(file), ".pdf"));
        await RunAsync(
            "pdftoppm", ["-r", "80", "-png", "-singlefile", "-f", $"{page}", "-l", $"{page}", pdf, Path.Combine(Folder, name)], ct);
        Directory.Delete(work, recursive: true);
    }

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync(ct);
        Assert.Equal(0, process.ExitCode);
    }
}
