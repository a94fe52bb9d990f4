using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HieuHoc.Browser.Tests;

/// <summary>LibreOffice Calc in the hands of somebody who types into a workbook and saves it.</summary>
internal static class Calc
{
    // The one whose LibreOffice modules come with the distribution's package.
    private const string Python = "/usr/bin/python3";

    public static void SkipUnlessInstalled()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Python) || Run("-c", "import uno").Code != 0)
        {
            Assert.Skip("LibreOffice Calc cannot be driven here: python3-uno is not installed.");
        }
    }

    /// <summary>Types into cells of the first sheet, as into the program's window, and saves the file under its name.</summary>
    /// <param name="folder">Where the program may keep its profile.</param>
    public static void Type(string folder, string file, IEnumerable<(string Cell, string Text)> typed)
    {
        var (code, said) = Run([Script(), Path.Combine(folder, "calc"), file, .. typed.Select(cell => $"{cell.Cell}={cell.Text}")]);

        Assert.True(code == 0, said);
    }

    private static (int Code, string Said) Run(params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();

        return (process.ExitCode, said);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "calc.py");
}
