using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>The packs of administrative units: they are loaded first, since everything else names places.</summary>
public sealed class PlacesPackKind : PackKind
{
    /// <summary>The name of the kind.</summary>
    public const string Name = "places";

    public override string Folder => Name;

    public override Type DocumentType => typeof(PlacesPack);

    public override int Order => 10;

    public override IEnumerable<PackMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var where = $"{document.Id}/{document.Version}";

        // Another pack would be another country; a later version carries the known places on.
        if (shelf.Known<PlacesPack>().FirstOrDefault(known => known.Id != document.Id) is { } other)
        {
            return [new PackMistake(where, "pack.mistake.places-once", $"{other.Id}/{other.Version}")];
        }

        // It would take back what the newer one brought. Versions of places are days.
        if (shelf.Known<PlacesPack>().FirstOrDefault(known => string.CompareOrdinal(known.Version, document.Version) > 0) is { } newer)
        {
            return [new PackMistake(where, "pack.mistake.places-older", $"{newer.Id}/{newer.Version}")];
        }

        var mistakes = new List<PackMistake>();
        var content = PlacesContent.Read((PlacesPack)document, file, mistakes);
        mistakes.AddRange(new PlacesCheck((PlacesPack)document, content).Mistakes());

        return mistakes;
    }

    public override async Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, CancellationToken ct)
    {
        var (pack, mistakes) = ((PlacesPack)document, new List<PackMistake>());
        var content = PlacesContent.Read(pack, file, mistakes);

        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException($"The files of {file.Id}/{file.Version} changed after they were checked.");
        }

        var places = PlacesInTime.Of(pack, content);
        var numbers = await PlaceNumbers.OfAsync(db, places, ct);
        await new PlaceRows(db, places, numbers).WriteAsync(ct);
        await db.MoveChildrenOfEndedPlacesAsync(ct);
        await db.RebuildReachAsync(ct);
    }

    /// <summary>Made-up numbers never stand beside a real programme; beside a demonstration they always may.</summary>
    public override async Task<bool?> AdmitsExamplesAsync(HieuHocDb db, CancellationToken ct)
    {
        var demos = await db.Owners.Select(owner => owner.Demo).ToListAsync(ct);

        return demos.Count == 0 ? null : demos.TrueForAll(demo => demo);
    }
}
