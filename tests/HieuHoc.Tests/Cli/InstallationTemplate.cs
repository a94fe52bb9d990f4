namespace HieuHoc.Tests.Cli;

/// <summary>An installation that its verbs make once for the whole process; whoever asks gets a copy in a folder of its own.</summary>
internal sealed class InstallationTemplate
{
    private readonly Lazy<Task<(CommandLine Line, Ran Last)>> made;

    public InstallationTemplate(params IReadOnlyList<string[]> verbs) =>
        made = new Lazy<Task<(CommandLine Line, Ran Last)>>(() => MakeAsync(verbs));

    /// <summary>A copy, and what the last verb had said; the caller disposes the copy.</summary>
    public async Task<(CommandLine Line, Ran Last)> CopyAsync()
    {
        var (line, last) = await made.Value;
        var copy = new CommandLine();
        Copy(line.Path(""), copy.Path(""));

        return (copy, last);
    }

    // The template belongs to the process: a test that is cancelled while it waits must not spoil it for the others.
    private static async Task<(CommandLine Line, Ran Last)> MakeAsync(IReadOnlyList<string[]> verbs)
    {
        var line = new CommandLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => line.Dispose();
        Ran? last = null;

        foreach (var verb in verbs)
        {
            last = await line.RunAsync("vi", verb, CancellationToken.None);
        }

        return (line, last!);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
