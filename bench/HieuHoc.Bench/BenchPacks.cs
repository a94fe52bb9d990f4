using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Bench;

/// <summary>Writes packs with made-up content for a measurement of its own.</summary>
internal static class BenchPacks
{
    // What a pack computes from itself is not part of its text.
    private static readonly JsonSerializerOptions Written = new(Json.Readable) { IgnoreReadOnlyProperties = true };

    /// <summary>Words that nobody reads, in both languages.</summary>
    public static LocalText Text(string both) => new(both, both);

    /// <summary>Writes a pack into a folder of packs.</summary>
    public static void Write(string folder, string kind, PackDocument pack)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, kind, pack.Id)).FullName;
        File.WriteAllText(Path.Combine(place, $"{pack.Version}.json"), JsonSerializer.Serialize(pack, pack.GetType(), Written));
    }
}
