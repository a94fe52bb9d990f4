using System.Globalization;
using System.Text.Json;

namespace HieuHoc.Platform.Jobs;

/// <summary>A sentence that is kept as its key and values, so that each reader gets it in their own language.</summary>
/// <param name="Values">Texts, numbers, and words of closed lists.</param>
public sealed record Said(string Key, IReadOnlyDictionary<string, JsonElement> Values)
{
    public static Said Of(string key, params IReadOnlyList<(string Name, object? Value)> values) =>
        new(key, values.ToDictionary(pair => pair.Name, pair => JsonSerializer.SerializeToElement(Kept(pair.Value), Json.Compact)));

    /// <summary>Why not.</summary>
    public static Said Of(Refusal refusal) => Of($"refusal.{refusal.GetType().Name}", Texts.ValuesOf(refusal));

    public string ToJson() => JsonSerializer.Serialize(this, Json.Compact);

    public static Said FromJson(string json) => JsonSerializer.Deserialize<Said>(json, Json.Compact)!;

    /// <summary>In the reader's language.</summary>
    public string In(Texts texts) => texts[Key, [.. Values.Select(pair => (pair.Key, Plain(pair.Value, texts)))]];

    // A word of a closed list is kept as its key: it is said in the reader's language too.
    private static object? Kept(object? value) => value switch
    {
        Enum word => new Word(Texts.KeyOf(word)),
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static object? Plain(JsonElement value, Texts texts) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.Object => texts[value.Deserialize<Word>(Json.Compact)!.Text],
        _ => value.ToString(),
    };

    private sealed record Word(string Text);
}
