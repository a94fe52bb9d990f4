using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HieuHoc.Platform.Packs;

/// <summary>Loads packs that an administrator hands over as texts, or that a province makes of its own, without a release of the product.</summary>
public sealed partial class TakePack(LoadPacks loadPacks)
{
    /// <summary>Loads it; null when the same version with the same text is loaded already.</summary>
    /// <param name="kind">The folder of its kind.</param>
    public async Task<Outcome<PackFile?>> RunAsync(string kind, string json, PackLoader by, CancellationToken ct)
    {
        var loaded = await RunAsync([(kind, json)], by, ct);

        return loaded.Refusal is { } refusal ? refusal : loaded.Value.SingleOrDefault();
    }

    /// <summary>Loads several, all or none: what the one names the other may bring. Those that were new.</summary>
    internal async Task<Outcome<IReadOnlyList<PackFile>>> RunAsync(IReadOnlyList<(string Kind, string Json)> packs, PackLoader by, CancellationToken ct)
    {
        // Loading reads folders, so that what an administrator hands over is checked as what a release brings.
        var folder = Directory.CreateTempSubdirectory("hieuhoc-pack-");

        try
        {
            foreach (var (kind, json) in packs)
            {
                if (Name(json) is not var (id, version))
                {
                    return new PackNameless();
                }

                await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory(Path.Combine(kind, id)).FullName, $"{version}.json"), json, ct);
            }

            return await loadPacks.RunAsync(folder.FullName, examples: false, by, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Id, string Version)? Name(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject pack && Part(pack["id"]) is { } id && Part(pack["version"]) is { } version
                ? (id, version)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Part(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && Plain().IsMatch(text) ? text : null;

    // It becomes the name of a file.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,59}\z")]
    private static partial Regex Plain();
}

/// <summary>Who loads a pack by hand: the audit of their programme keeps it.</summary>
public sealed record PackLoader(short Owner, Guid PersonId);

/// <summary>A pack was loaded by hand.</summary>
public sealed record PackLoaded(string Record, string Sha256) : Change(Record);
