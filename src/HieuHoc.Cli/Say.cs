using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Cli;

/// <summary>How the command line speaks: results on standard output, refusals on standard error.</summary>
internal static class Say
{
    private static readonly Texts Texts = new();

    /// <summary>A sentence in the operator's language.</summary>
    public static string Text(string key, params IReadOnlyList<(string Name, object? Value)> values) => Texts[key, values];

    /// <summary>Why not, in the operator's language.</summary>
    public static string Text(Refusal refusal) => Texts.Of(refusal);

    /// <summary>What is wrong in a file, in the operator's language.</summary>
    public static string Text(FileMistake mistake) => Texts.Of(mistake);

    /// <summary>Tells what is wrong in a file, or was passed over, beside what was done.</summary>
    public static void Each(IEnumerable<FileMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine("  " + Texts.Of(mistake));
        }
    }

    /// <summary>Tells what was done.</summary>
    public static int Done(string key, params IReadOnlyList<(string Name, object? Value)> values)
    {
        Console.WriteLine(Text(key, values));

        return ExitCode.Done;
    }

    /// <summary>Tells why not.</summary>
    public static int Refused(Refusal refusal)
    {
        Console.Error.WriteLine(Texts.Of(refusal));

        Each(refusal is FileFaulty faulty ? faulty.Mistakes : []);

        return ExitCode.Refused;
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
