using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Testing;

/// <summary>A folder of packs that a test writes; it goes away with the test.</summary>
public sealed class PackFolder : IDisposable
{
    /// <summary>The folder, to be given where <c>packs/</c> is asked for.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("hieuhoc-packs-").FullName;

    /// <summary>Writes <c>KIND/ID/VERSION.json</c>, as an object or as text.</summary>
    public string Write(string kind, string id, string version, object content) =>
        WriteBeside(kind, id, version, "json", content as string ?? JsonSerializer.Serialize(content, Json.Readable));

    /// <summary>Writes <c>KIND/ID/VERSION.suffix</c>.</summary>
    public string WriteBeside(string kind, string id, string version, string suffix, string content)
    {
        var path = System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(Path, kind, id)).FullName, $"{version}.{suffix}");
        File.WriteAllText(path, content);

        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
