using System.Text.Json;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Words;

/// <summary>The words by which plans are read, as words.json says them.</summary>
internal static class WordLists
{
    private static readonly JsonDocument Document = Open();

    public static IReadOnlyList<string> Phrases { get; } = [.. Lines("phrases.txt").Where(line => line.Length > 0 && line[0] != '#')];

    public static PhraseSet Set(string name) => new(Words(Document.RootElement.GetProperty(name)));

    /// <summary>A set of phrases for each name under a heading, in their order.</summary>
    public static IReadOnlyList<(string Name, PhraseSet Phrases)> Groups(string name)
    {
        var group = Document.RootElement.GetProperty(name);

        return group.ValueKind is JsonValueKind.Array
            ? [.. group.EnumerateArray().Select(item => (item.EnumerateObject().First().Value.GetString()!, new PhraseSet(Words(item.GetProperty("phrases")))))]
            : [.. group.EnumerateObject().Select(item => (item.Name, new PhraseSet(Words(item.Value))))];
    }

    public static IReadOnlyList<string> Plain(string name) => [.. Words(Document.RootElement.GetProperty(name))];

    public static IReadOnlyDictionary<string, T> Map<T>(string name) =>
        Document.RootElement.GetProperty(name).Deserialize<Dictionary<string, T>>()!; // an object in our own file

    private static IEnumerable<string> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString()!);

    private static JsonDocument Open()
    {
        using var stream = Resource("words.json");

        return JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Resource(name));

        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }

    private static Stream Resource(string name) => typeof(WordLists).Assembly.GetManifestResourceStream(name)!; // embedded by the project file
}
