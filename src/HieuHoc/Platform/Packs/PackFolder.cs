using System.Text.Json;

namespace HieuHoc.Platform.Packs;

/// <summary>The packs of a folder on their way to a shelf: in the order of loading, each read and checked against what stands there.</summary>
internal sealed class PackFolder
{
    private readonly IReadOnlyList<PackFile> files;
    private readonly PackShelf shelf;
    private readonly HashSet<(string Kind, string Id, string Version)> leftOut = [];

    private PackFolder(IReadOnlyList<PackFile> files, PackShelf shelf) => (this.files, this.shelf) = (files, shelf);

    /// <summary>The packs of a folder; refused when it is not there, or when one of its folders is of no kind: a misspelt one must not go unnoticed.</summary>
    public static Outcome<PackFolder> Open(string path, PackShelf shelf)
    {
        if (!Directory.Exists(path))
        {
            return new PackFolderMissing(path);
        }

        var files = PackFile.Find(path);
        var kinds = shelf.Kinds.Select(kind => kind.Folder).ToHashSet();

        return files.FirstOrDefault(file => !kinds.Contains(file.Kind)) is { } file
            ? new PackFaulty(file.Name, [new FileMistake(file.Kind, "pack.mistake.kind", string.Join(", ", kinds))])
            : new PackFolder(files, shelf);
    }

    /// <summary>The packs, those that others name before these.</summary>
    public IEnumerable<(PackKind Kind, PackFile File)> InOrder()
    {
        var ofKind = files.ToLookup(file => file.Kind);

        // What an overlay fills comes before it, and an older version before what brings it up to date.
        return shelf.Kinds.SelectMany(kind => ofKind[kind.Folder]
            .OrderBy(file => PackOverlay.Read(file.ReadText()) is not null)
            .ThenBy(file => file.Id, StringComparer.Ordinal)
            .ThenBy(file => PackShelf.Sortable(file.Version), StringComparer.Ordinal)
            .Select(file => (kind, file)));
    }

    /// <summary>Leaves a pack out when it has made-up numbers, or fills one that was left out.</summary>
    /// <returns>True when it is left out.</returns>
    public bool LeaveOutExample(PackKind kind, PackFile file)
    {
        var isExample = IsExample(kind, file);

        if (isExample)
        {
            leftOut.Add((file.Kind, file.Id, file.Version));
        }

        return isExample;
    }

    /// <summary>Reads a pack, checks it and puts it on the shelf.</summary>
    public Outcome<PackDocument> Shelve(PackKind kind, PackFile file, string sha256)
    {
        var read = Read(kind, file);

        if (read.Refusal is null)
        {
            shelf.Put(kind.Folder, read.Value, sha256);
        }

        return read;
    }

    private bool IsExample(PackKind kind, PackFile file)
    {
        if (PackOverlay.Read(file.ReadText()) is { } overlay)
        {
            return PackOverlay.IsExample(overlay)
                || (PackOverlay.Below(overlay) is var (id, version) && leftOut.Contains((kind.Folder, id, version)));
        }

        try
        {
            return kind.Parse(file.ReadText()).Example;
        }
        catch (JsonException)
        {
            // Reading it for the check tells the mistake with its place.
            return false;
        }
    }

    private Outcome<PackDocument> Read(PackKind kind, PackFile file)
    {
        PackDocument document;
        var mistakes = new List<FileMistake>();

        try
        {
            document = shelf.Read(kind, file.ReadText(), mistakes);
        }
        catch (JsonException e)
        {
            return new PackFaulty(file.Name, [.. mistakes, new FileMistake(e.Path ?? "$", "pack.mistake.json", e.Message)]);
        }
        catch (PackBelowUnknownException e)
        {
            return new PackFaulty(file.Name, [new FileMistake("$.extends", "pack.mistake.extends", e.Message)]);
        }

        mistakes.AddRange(kind.Check(document, file, shelf));

        if (document is { Extends: null, ForProvince: not null } && !kind.MayBeOfAProvince)
        {
            mistakes.Add(new FileMistake("$.forProvince", "pack.mistake.extends", "null"));
        }

        if (document.Id != file.Id || document.Version != file.Version)
        {
            mistakes.Add(new FileMistake("$.id", "pack.mistake.name", $"{document.Id}/{document.Version}"));
        }

        return mistakes.Count > 0 ? new PackFaulty(file.Name, mistakes) : document;
    }
}
