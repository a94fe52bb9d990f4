using System.Text.Json;
using HieuHoc.Figures.Import;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Register;

namespace HieuHoc.Cli;

/// <summary>How the command line speaks: results on standard output, refusals on standard error.</summary>
internal static class Say
{
    private static readonly Texts Texts = new();

    /// <summary>A sentence in the operator's language.</summary>
    public static string Text(string key, params IReadOnlyList<(string Name, object? Value)> values) => Texts[key, values];

    /// <summary>Tells what was done.</summary>
    public static int Done(string key, params IReadOnlyList<(string Name, object? Value)> values)
    {
        Console.WriteLine(Text(key, values));

        return ExitCode.Done;
    }

    /// <summary>Tells why not.</summary>
    public static int Refused(Refusal refusal)
    {
        if (refusal is PackFaulty faulty)
        {
            Console.Error.WriteLine(Text("cli.pack.faulty", ("pack", faulty.Pack), ("count", faulty.Mistakes.Count)));
            Tell(faulty.Mistakes);

            return ExitCode.Refused;
        }

        Console.Error.WriteLine(Texts.Of(refusal));

        if (refusal is VillageListFaulty list)
        {
            Tell(list.Mistakes);
        }

        if (refusal is ImportFaulty lines)
        {
            foreach (var mistake in lines.Mistakes)
            {
                Console.Error.WriteLine("  " + Text(mistake.Key, ("line", mistake.Line), ("value", mistake.Value)));
            }
        }

        return ExitCode.Refused;
    }

    private static void Tell(IReadOnlyList<FileMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine("  " + Text(mistake.Key, ("where", mistake.Where), ("value", mistake.Value)));
        }
    }

    /// <summary>Tells what nobody foresaw: the message alone, or everything with HIEUHOC_DEBUG=1.</summary>
    public static int Failed(Exception e)
    {
        var full = Environment.GetEnvironmentVariable("HIEUHOC_DEBUG") == "1";
        Console.Error.WriteLine(full ? e.ToString() : Text("cli.failed", ("details", e.GetBaseException().Message)));

        return ExitCode.Refused;
    }

    /// <summary>Prints one object on one line, for programs.</summary>
    public static int Object(object value)
    {
        Console.WriteLine(JsonSerializer.Serialize(value, Json.Compact));

        return ExitCode.Done;
    }
}
