using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>The packs of administrative units: they are loaded first, since everything else names places.</summary>
public sealed class PlacesPackKind : PackKind
{
    public override string Folder => "places";

    public override Type DocumentType => typeof(PlacesPack);

    public override int Order => 10;

    public override IEnumerable<PackMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        // An identity is given once. A version that carries known places on needs matching, not a second set of rows.
        if (shelf.Known<PlacesPack>().FirstOrDefault(known => (known.Id, known.Version) != (document.Id, document.Version)) is { } known)
        {
            return [new PackMistake($"{document.Id}/{document.Version}", "pack.mistake.places-once", $"{known.Id}/{known.Version}")];
        }

        var mistakes = new List<PackMistake>();
        var content = PlacesContent.Read(file, mistakes);
        mistakes.AddRange(new PlacesCheck((PlacesPack)document, content).Mistakes());

        return mistakes;
    }

    public override async Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, CancellationToken ct)
    {
        var mistakes = new List<PackMistake>();
        var content = PlacesContent.Read(file, mistakes);

        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException($"The files of {file.Id}/{file.Version} changed after they were checked.");
        }

        // Agencies draw from the same numbers, so the first free one is asked for; in a new database it is 1.
        var first = (await db.Subjects.MaxAsync(subject => (int?)subject.Id, ct) ?? 0) + 1;
        await new PlaceRows((PlacesPack)document, content, first).WriteAsync(db, ct);
    }

    /// <summary>Made-up numbers never stand beside a real programme; beside a demonstration they always may.</summary>
    public override async Task<bool?> AdmitsExamplesAsync(HieuHocDb db, CancellationToken ct)
    {
        var demos = await db.Owners.Select(owner => owner.Demo).ToListAsync(ct);

        return demos.Count == 0 ? null : demos.TrueForAll(demo => demo);
    }
}
