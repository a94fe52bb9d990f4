using System.CommandLine;
using HieuHoc.Bench;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc bench NAME --json</c>: repeatable measurements on the engine of HIEUHOC_DB.</summary>
internal static class BenchCommands
{
    public static Command Make()
    {
        var command = new Command("bench", Say.Text("cli.bench"));

        foreach (var bench in Benches.All)
        {
            command.Add(One(bench));
        }

        return command;
    }

    private static Command One(IBench bench)
    {
        var json = Options.Json();
        var command = new Command(bench.Name, Say.Text($"cli.bench.{bench.Name}")) { json };
        command.SetAction(async (parsed, ct) =>
        {
            var figures = await bench.RunAsync(parsed.GetValue(json) ? TextWriter.Null : Console.Out, ct);

            return Say.Object(figures);
        });

        return command;
    }
}
