using System.Text.Json.Nodes;

namespace HieuHoc.PlanReading.Tests;

/// <summary>A plan document with what reading it must find; cases/README.md says where they come from.</summary>
internal sealed record PlanCase(string Name, string Text, JsonObject Answers)
{
    /// <summary>Published plans of provinces and departments, answered by hand.</summary>
    public const string Published = "published";

    /// <summary>Plans written in the manner of other provinces, sectors and communes while the grammar was made.</summary>
    public const string Own = "own";

    /// <summary>Plans written after the grammar was finished.</summary>
    public const string LaterOn = "later";

    public static IReadOnlyList<PlanCase> All { get; } = [.. Of(Published), .. Of(Own), .. Of(LaterOn)];

    public static IReadOnlyList<PlanCase> Of(string folder) =>
    [
        .. typeof(PlanCase).Assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new PlanCase(name[..^4], Content(name), JsonNode.Parse(Content($"{name[..^4]}.json"))!.AsObject())), // the file holds an object
    ];

    /// <summary>What is read of it, in the shape of the answers.</summary>
    public JsonObject Read() => PlanJson.Of(PlanReader.Read(Text));

    private static string Content(string name)
    {
        using var reader = new StreamReader(typeof(PlanCase).Assembly.GetManifestResourceStream(name)!); // listed above

        return reader.ReadToEnd();
    }
}
