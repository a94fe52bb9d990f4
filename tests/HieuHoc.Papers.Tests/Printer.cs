using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HieuHoc.Papers.Tests;

/// <summary>LibreOffice as a printer to PDF, with a folder and a profile of its own so that parallel runs do not collide.</summary>
internal sealed partial class Printer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hieuhoc-papers-");

    public static void SkipUnlessInstalled()
    {
        if (!IsOnPath("soffice") || !IsOnPath("pdftotext") || !IsOnPath("pdfinfo"))
        {
            Assert.Skip("LibreOffice is not installed");
        }
    }

    public Printed Print(string name, Action<Stream> write)
    {
        var source = Path.Combine(_folder.FullName, name);

        using (var file = File.Create(source))
        {
            write(file);
        }

        var profile = new Uri(Path.Combine(_folder.FullName, "profile")).AbsoluteUri;
        Run("soffice", $"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, source);

        var pdf = Path.ChangeExtension(source, ".pdf");
        var pages = Run("pdftotext", "-layout", pdf, "-").Split('\f')[..^1];
        var sizes = PageSize().Matches(Run("pdfinfo", "-f", "1", "-l", "99", pdf)).Select(match => match.Groups[1].Value);

        return new([.. pages], [.. sizes]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");

        return output;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"size:\s+[\d.]+ x [\d.]+ pts \((\w+)\)")]
    private static partial Regex PageSize();
}

/// <summary>The text of each page, and the name of each page's size.</summary>
internal sealed record Printed(IReadOnlyList<string> Pages, IReadOnlyList<string> Sizes);
