using System.Security.Cryptography;

namespace HieuHoc.Platform.Packs;

/// <summary>A pack on disk: <c>packs/KIND/ID/VERSION.json</c> and the files beside it whose names begin with VERSION.</summary>
public sealed record PackFile(string Kind, string Id, string Version, string Path)
{
    /// <summary>Kind, id and version, as people read and write them.</summary>
    public string Name => $"{Kind}/{Id}/{Version}";

    /// <summary>The JSON as text.</summary>
    public string ReadText() => File.ReadAllText(Path);

    /// <summary>The rows of a table that lies beside the JSON, e.g. <c>2026-11-21.changes.csv</c>; what does not read becomes a mistake.</summary>
    public IEnumerable<CsvRow> TableBeside(string suffix, IReadOnlyList<string> columns, List<FileMistake> mistakes)
    {
        var path = $"{System.IO.Path.ChangeExtension(Path, null)}.{suffix}";

        if (!File.Exists(path))
        {
            mistakes.Add(new FileMistake(suffix, "pack.mistake.file", suffix));

            yield break;
        }

        using var reader = new StreamReader(path);

        foreach (var row in CsvTable.Read(reader, suffix, columns, mistakes))
        {
            yield return row;
        }
    }

    /// <summary>The files beside the JSON whose suffix begins so, in the order of their names.</summary>
    public IReadOnlyList<string> Beside(string suffix) =>
        [.. All().Where(path => System.IO.Path.GetFileName(path).StartsWith(Version + "." + suffix, StringComparison.Ordinal))];

    /// <summary>SHA-256 over the JSON and all files beside it, with their names, in hexadecimal.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var path in All())
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(System.IO.Path.GetFileName(path) + "\n"));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every pack under a folder, by kind, id and version.</summary>
    public static IReadOnlyList<PackFile> Find(string root) =>
    [
        .. from kind in Directories(root)
           where System.IO.Path.GetFileName(kind) != "schema"
           from id in Directories(kind)
           from path in Directory.GetFiles(id, "*.json").Order(StringComparer.Ordinal)
           select new PackFile(
               System.IO.Path.GetFileName(kind),
               System.IO.Path.GetFileName(id),
               System.IO.Path.GetFileNameWithoutExtension(path),
               path),
    ];

    private IReadOnlyList<string> All()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        // "1.*" finds the files of version 1.1 too.
        var others = Directory.GetFiles(folder, Version + ".*.json").Select(path => System.IO.Path.ChangeExtension(path, "")).ToList();

        return
        [
            .. Directory.GetFiles(folder, Version + ".*")
                .Where(path => !others.Exists(other => path.StartsWith(other, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Directories(string root) =>
        Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal) : [];
}
