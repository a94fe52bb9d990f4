using System.Text.Json;

namespace HieuHoc.Platform.Packs;

/// <summary>What one folder under <c>packs/</c> holds, how it is checked and what loading it adds.</summary>
public abstract class PackKind
{
    /// <summary>The folder's name.</summary>
    public abstract string Folder { get; }

    /// <summary>The type of its documents, from which the schema in <c>packs/schema</c> is made.</summary>
    public abstract Type DocumentType { get; }

    /// <summary>Kinds are loaded in this order, so that a later one may name what an earlier one brought.</summary>
    public abstract int Order { get; }

    /// <summary>True where a pack of the kind may be of one province by itself, without filling another.</summary>
    public virtual bool MayBeOfAProvince => false;

    /// <summary>Reads the document. Throws <see cref="JsonException"/> with the place of the mistake.</summary>
    public PackDocument Parse(string json) =>
        (PackDocument?)JsonSerializer.Deserialize(json, DocumentType, Json.Readable)
        ?? throw new JsonException("The file is empty.");

    /// <summary>What is wrong with a document that reads well: unknown names, formulas that do not parse.</summary>
    public abstract IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf);

    /// <summary>Adds to the database what the pack brings beyond its own text; runs inside the loading transaction.</summary>
    public virtual Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, Moment now, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>
    /// What else follows for this kind when packs of any kind were loaded; runs inside the loading transaction, once all of them
    /// are stored.
    /// </summary>
    public virtual Task FollowAsync(HieuHocDb db, IReadOnlyList<PackFile> loaded, Moment now, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Whether packs with made-up numbers may be loaded beside what this kind has in the database; null when it does not mind.</summary>
    public virtual Task<bool?> AdmitsExamplesAsync(HieuHocDb db, CancellationToken ct) => Task.FromResult<bool?>(null);
}
