using System.Text.Json;
using System.Text.Json.Nodes;

namespace HieuHoc.Platform.Packs;

/// <summary>
/// A pack that brings a province's own values: it fills what another pack leaves open and changes nothing that the law has said.
/// </summary>
internal static class PackOverlay
{
    /// <summary>What an overlay says about itself, whatever the pack below it says.</summary>
    private static readonly HashSet<string> Head =
        ["$schema", "id", "version", "title", "validFrom", "validTo", "confirmed", "example", "extends", "forProvince"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The text as an object when it extends another pack; null when it stands alone, or does not read.</summary>
    public static JsonObject? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) is JsonObject pack && pack["extends"] is JsonValue ? pack : null;
        }
        catch (JsonException)
        {
            // Reading it as a pack tells the mistake with its place.
            return null;
        }
    }

    /// <summary>The pack that it fills; null when the name is not <c>id@version</c>.</summary>
    public static (string Id, string Version)? Below(JsonObject overlay) =>
        overlay["extends"] is JsonValue value && value.TryGetValue<string>(out var name) && name.Split('@') is [{ Length: > 0 } id, { Length: > 0 } version]
            ? (id, version)
            : null;

    /// <summary>True when it says itself that its numbers are made up.</summary>
    public static bool IsExample(JsonObject overlay) => Yes(overlay["example"]);

    /// <summary>The pack below with its open fields filled; what is not open and would change is a mistake.</summary>
    public static JsonObject Fill(JsonObject below, JsonObject overlay, List<FileMistake> mistakes)
    {
        var filled = (JsonObject)below.DeepClone();

        foreach (var (member, value) in overlay)
        {
            filled[member] = member switch
            {
                "legalBasis" => Both(below[member] as JsonArray, value as JsonArray),
                // It is compared with the documents only when both are.
                "confirmed" => Yes(below[member]) && Yes(value),
                "example" => Yes(below[member]) || Yes(value),
                _ when Head.Contains(member) => value?.DeepClone(),
                _ => Filled(below[member], value, $"$.{member}", mistakes),
            };
        }

        return filled;
    }

    /// <summary>What an overlay says of itself that does not fit the pack below it.</summary>
    public static IEnumerable<FileMistake> Misfits(PackDocument below, PackDocument overlay)
    {
        if (string.IsNullOrEmpty(overlay.ForProvince))
        {
            yield return new FileMistake("$.forProvince", "pack.mistake.for-province", overlay.Id);
        }

        if (overlay.ValidFrom < below.ValidFrom || (below.ValidTo is { } last && (overlay.ValidTo is not { } own || own > last)))
        {
            yield return new FileMistake("$.validFrom", "pack.mistake.beyond-below", $"{below.Id}@{below.Version}");
        }

        if (overlay.Id == below.Id)
        {
            yield return new FileMistake("$.id", "pack.mistake.twice", overlay.Id);
        }
    }

    private static bool Yes(JsonNode? value) => value is JsonValue flag && flag.TryGetValue<bool>(out var yes) && yes;

    private static JsonArray Both(JsonArray? below, JsonArray? own) =>
        [.. (below ?? []).Concat(own ?? []).Select(basis => basis?.DeepClone())];

    private static JsonNode? Filled(JsonNode? below, JsonNode? own, string where, List<FileMistake> mistakes)
    {
        switch (below, own)
        {
            case (null, _):
                return own?.DeepClone();
            case (_, null):
                return below.DeepClone();
            case (JsonObject law, JsonObject values):
                return Members(law, values, where, mistakes);
            case (JsonArray law, JsonArray values) when law.All(item => KeyOf(item) is not null):
                return Items(law, values, where, mistakes);
            default:
                if (!JsonNode.DeepEquals(below, own))
                {
                    mistakes.Add(new FileMistake(where, "pack.mistake.not-open", own.ToJsonString(Json.Compact)));
                }

                return below.DeepClone();
        }
    }

    private static JsonObject Members(JsonObject law, JsonObject values, string where, List<FileMistake> mistakes)
    {
        var filled = (JsonObject)law.DeepClone();

        foreach (var (member, value) in values)
        {
            filled[member] = Filled(law[member], value, $"{where}.{member}", mistakes);
        }

        return filled;
    }

    /// <summary>Items are told apart by their codes or years; an overlay names only those that it fills.</summary>
    private static JsonArray Items(JsonArray law, JsonArray values, string where, List<FileMistake> mistakes)
    {
        var own = values.Where(item => KeyOf(item) is not null).ToLookup(KeyOf);
        var known = law.Select(KeyOf).ToHashSet();

        foreach (var item in values.Where(item => !known.Contains(KeyOf(item))))
        {
            mistakes.Add(new FileMistake(where, "pack.mistake.not-open", KeyOf(item) ?? item?.ToJsonString(Json.Compact) ?? "null"));
        }

        return
        [
            .. law.Select(item => own[KeyOf(item)].Aggregate(
                item?.DeepClone(), (filled, values) => Filled(filled, values, $"{where}[{KeyOf(item)}]", mistakes))),
        ];
    }

    /// <summary>Its code; of what is one a year, the year.</summary>
    private static string? KeyOf(JsonNode? item) => item is not JsonObject members ? null
        : members["code"] is JsonValue named && named.TryGetValue<string>(out var code) ? code
        : members["year"] is JsonValue yearly && yearly.GetValueKind() is JsonValueKind.Number ? yearly.ToJsonString()
        : null;
}
