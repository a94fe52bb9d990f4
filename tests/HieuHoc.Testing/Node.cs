using System.Diagnostics;
using System.Text;
using Xunit;

namespace HieuHoc.Testing;

/// <summary>Runs scripts of the site without a page; the Node.js that builds the style sheets is on the path.</summary>
public static class Node
{
    /// <summary>Runs a script and hands back what it wrote; one that fails fails the test with what it said.</summary>
    /// <param name="script">From the root of the repository.</param>
    /// <param name="input">What it reads from its standard input.</param>
    public static async Task<string> RunAsync(string script, string input, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["--no-warnings", RepositoryFolder.Under(script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;

        // Read while writing: a full pipe on one side would hold up the other.
        var (output, said) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));

        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading on; its exit code tells.
        }

        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"{script}: {await said}");

        return await output;
    }
}
