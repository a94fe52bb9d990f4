using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Tests.Platform;

internal sealed record TinyPack : PackDocument
{
    public int Depth { get; init; } = 1;

    /// <summary>The id of a pack that must be there first.</summary>
    public string? After { get; init; }

    public IReadOnlyList<TinyPart> Parts { get; init; } = [];
}

/// <summary>A part of a tiny pack, told apart by its code; its limit may be left open.</summary>
internal sealed record TinyPart(string Code, int Weight, int? Limit);

/// <summary>The smallest kind of pack that can be wrong and that brings something.</summary>
internal sealed class TinyKind(string folder, int order) : PackKind
{
    public override string Folder => folder;

    public override Type DocumentType => typeof(TinyPack);

    public override int Order => order;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var tiny = (TinyPack)document;

        if (tiny.Depth < 0)
        {
            yield return new FileMistake("$.depth", "pack.mistake.depth", $"{tiny.Depth}");
        }

        if (tiny.After is { } after && !shelf.Known<TinyPack>().Any(pack => pack.Id == after))
        {
            yield return new FileMistake("$.after", "pack.mistake.after", after);
        }
    }

    // An audit entry stands for whatever a kind brings: it needs no other row.
    public override Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, Moment now, CancellationToken ct)
    {
        db.Add(new AuditEntry
        {
            Owner = 1,
            Id = Guid.CreateVersion7(),
            At = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            PersonId = null,
            Change = "Brought",
            Record = $"brought by {document.Id}/{document.Version}",
            Detail = "{}",
        });

        return Task.CompletedTask;
    }
}
