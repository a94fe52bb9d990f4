using System.Runtime.CompilerServices;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>The packs of administrative units: they are loaded first, since everything else names places.</summary>
public sealed class PlacesPackKind : PackKind
{
    // Ten megabytes of tables and outlines: read once for the check and the loading that follows it, then gone with the file.
    private readonly ConditionalWeakTable<PackFile, PlacesContent> contents = [];

    /// <summary>The name of the kind.</summary>
    public const string Name = "places";

    public override string Folder => Name;

    public override Type DocumentType => typeof(PlacesPack);

    public override int Order => 10;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var where = $"{document.Id}/{document.Version}";

        // Another pack would be another country; a later version carries the known places on.
        if (shelf.Known<PlacesPack>().FirstOrDefault(known => known.Id != document.Id) is { } other)
        {
            return [new FileMistake(where, "pack.mistake.places-once", $"{other.Id}/{other.Version}")];
        }

        // It would take back what the newer one brought. Versions of places are days.
        if (shelf.Known<PlacesPack>().FirstOrDefault(known => string.CompareOrdinal(known.Version, document.Version) > 0) is { } newer)
        {
            return [new FileMistake(where, "pack.mistake.older", $"{newer.Id}/{newer.Version}")];
        }

        var mistakes = new List<FileMistake>();
        var content = PlacesContent.Read((PlacesPack)document, file, mistakes);
        mistakes.AddRange(new PlacesCheck((PlacesPack)document, content).Mistakes());
        contents.AddOrUpdate(file, content);

        return mistakes;
    }

    public override async Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, Moment now, CancellationToken ct)
    {
        var content = contents.TryGetValue(file, out var read)
            ? read
            : throw new InvalidOperationException($"{file.Id}/{file.Version} is to be loaded without having been checked.");
        var places = PlacesInTime.Of((PlacesPack)document, content);
        var numbers = await PlaceNumbers.OfAsync(db, places, ct);
        await new PlaceRows(db, places, numbers).WriteAsync(ct);
        await db.MoveChildrenOfEndedPlacesAsync(ct);
        await db.RebuildReachAsync(first: numbers.Known.Count == 0, ct);
    }

    /// <summary>Made-up numbers never stand beside a real programme; beside a demonstration they always may.</summary>
    public override async Task<bool?> AdmitsExamplesAsync(HieuHocDb db, CancellationToken ct)
    {
        var demos = await db.Owners.Select(owner => owner.Demo).ToListAsync(ct);

        return demos.Count == 0 ? null : demos.TrueForAll(demo => demo);
    }
}
