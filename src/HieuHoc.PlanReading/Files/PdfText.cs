using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HieuHoc.PlanReading.Files;

/// <summary>The text of a PDF file, by <c>pdftotext</c> of poppler, which runs as a program of its own.</summary>
internal static class PdfText
{
    private const int MostPages = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<string> ReadAsync(byte[] file, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hieuhoc-{Path.GetRandomFileName()}.pdf");

        try
        {
            await File.WriteAllBytesAsync(path, file, ct);
            var (exit, text) = await RunAsync(path, ct);

            return exit == 0 ? Checked(text) : throw new NotAPlanException(IsLocked(file) ? PlanFault.Locked : PlanFault.Unreadable);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Checked(string text)
    {
        if (text.Count(letter => letter == '\f') > MostPages)
        {
            throw new NotAPlanException(PlanFault.TooLong);
        }

        return text.Any(char.IsLetter) ? text : throw new NotAPlanException(PlanFault.PicturesOnly);
    }

    private static async Task<(int Exit, string Text)> RunAsync(string path, CancellationToken ct)
    {
        var last = (MostPages + 1).ToString(CultureInfo.InvariantCulture);
        using var process = Start(["-enc", "UTF-8", "-l", last, path, "-"]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);

        try
        {
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            var text = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await complaints;
            await process.WaitForExitAsync(patience.Token);

            return (process.ExitCode, text);
        }
        catch (OperationCanceledException cause)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();

            throw new NotAPlanException(PlanFault.TooLong, cause);
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!; // a new process, since no shell is used
        }
        catch (Win32Exception cause)
        {
            throw new NotAPlanException(PlanFault.PdfToolMissing, cause);
        }
    }

    /// <summary>The mark of an encrypted file is never encrypted itself.</summary>
    private static bool IsLocked(ReadOnlySpan<byte> file) => file.IndexOf("/Encrypt"u8) >= 0;
}
