using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Packs;

/// <summary>
/// The loaded packs, read from the database once: a loaded version never changes, so what was parsed stays right.
/// </summary>
public sealed class PackShelf
{
    private readonly ConcurrentDictionary<(string Kind, string Code, string Version, string Sha256), PackDocument> parsed = new();
    private readonly Dictionary<string, PackKind> kinds;

    // A context lives for one piece of work, which reads the same packs from its beginning to its end.
    private readonly ConditionalWeakTable<HieuHocDb, IReadOnlyList<Head>> heads = [];

    public PackShelf(IEnumerable<PackKind> kinds) => this.kinds = kinds.ToDictionary(kind => kind.Folder);

    /// <summary>The kinds of packs, in the order of loading.</summary>
    public IReadOnlyList<PackKind> Kinds => [.. kinds.Values.OrderBy(kind => kind.Order)];

    /// <summary>Packs that were put on the shelf by hand: those that a check reads before any database exists.</summary>
    public IEnumerable<T> Known<T>()
        where T : PackDocument => parsed.Values.OfType<T>();

    /// <summary>All loaded packs of a type, the newest validity first.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> AllAsync<T>(HieuHocDb db, CancellationToken ct)
        where T : PackDocument
    {
        var kind = kinds.Values.Single(kind => kind.DocumentType == typeof(T));
        var loaded = new List<Loaded<T>>();

        // Here and not in the database, where 2026.9 would come after 2026.10.
        foreach (var head in (await HeadsAsync(db, ct))
            .Where(head => head.Kind == kind.Folder)
            .OrderByDescending(head => head.ValidFrom)
            .ThenByDescending(head => Sortable(head.Version), StringComparer.Ordinal)
            .ThenBy(head => head.Code, StringComparer.Ordinal))
        {
            var key = (kind.Folder, head.Code, head.Version, head.Sha256);

            if (!parsed.TryGetValue(key, out var document))
            {
                var content = await db.Packs.Where(pack => pack.Id == head.Id).Select(pack => pack.Content).SingleAsync(ct);
                document = parsed.GetOrAdd(key, kind.Parse(content));
            }

            loaded.Add(new Loaded<T>(head.Id, (T)document));
        }

        return loaded;
    }

    /// <summary>What is loaded, asked once by a piece of work: a pack that comes meanwhile is seen by the next.</summary>
    private async Task<IReadOnlyList<Head>> HeadsAsync(HieuHocDb db, CancellationToken ct)
    {
        if (heads.TryGetValue(db, out var known))
        {
            return known;
        }

        var read = await db.Packs.AsNoTracking()
            .Select(pack => new Head(pack.Id, pack.Kind, pack.Code, pack.Version, pack.Sha256, pack.ValidFrom))
            .ToListAsync(ct);
        heads.AddOrUpdate(db, read);

        return read;
    }

    /// <summary>Asks again what is loaded: this work itself has loaded more.</summary>
    public void Forget(HieuHocDb db) => heads.Remove(db);

    /// <summary>A version whose parts are of equal width, so that texts order as numbers: 2026.9, 2026.10, 2027.</summary>
    private static string Sortable(string version) => string.Join('.', version.Split('.').Select(part => part.PadLeft(12, '0')));

    /// <summary>The packs of a type that judge records of a day: of each id, the version whose validity began last.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> OnAsync<T>(HieuHocDb db, DateOnly day, CancellationToken ct)
        where T : PackDocument =>
        [.. (await AllAsync<T>(db, ct)).Where(pack => pack.Document.HoldsOn(day)).DistinctBy(pack => pack.Document.Id)];

    /// <summary>A shelf with the same packs, on which more can be tried.</summary>
    public PackShelf Copy()
    {
        var copy = new PackShelf(kinds.Values);
        copy.TakeOver(this);

        return copy;
    }

    /// <summary>Puts everything on this shelf that stands on the other.</summary>
    public void TakeOver(PackShelf other)
    {
        foreach (var (key, document) in other.parsed)
        {
            parsed[key] = document;
        }
    }

    /// <summary>Puts a document on the shelf before it is stored, so that later kinds can be checked against it.</summary>
    public void Put(string kind, PackDocument document, string sha256) =>
        parsed[(kind, document.Id, document.Version, sha256)] = document;

    private sealed record Head(int Id, string Kind, string Code, string Version, string Sha256, DateOnly ValidFrom);
}

/// <summary>A pack and the number under which it is loaded here.</summary>
public sealed record Loaded<T>(int PackId, T Document)
    where T : PackDocument;
