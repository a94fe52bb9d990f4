using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    private readonly ConditionalWeakTable<HieuHocDb, Stock> stocks = [];

    // Most work finds the same packs as the work before it.
    private volatile Stock last = new([]);

    public PackShelf(IEnumerable<PackKind> kinds) => this.kinds = kinds.ToDictionary(kind => kind.Folder);

    /// <summary>The kinds of packs, in the order of loading.</summary>
    public IReadOnlyList<PackKind> Kinds => [.. kinds.Values.OrderBy(kind => kind.Order)];

    /// <summary>Packs that were put on the shelf by hand: those that a check reads before any database exists.</summary>
    public IEnumerable<T> Known<T>()
        where T : PackDocument => parsed.Values.OfType<T>();

    /// <summary>All loaded packs of a type with the province's own overlays among them, the newest validity first.</summary>
    public async Task<IReadOnlyList<Loaded<T>>> AllAsync<T>(HieuHocDb db, Jurisdiction whose, CancellationToken ct)
        where T : PackDocument =>
        [.. (await LoadedAsync<T>(db, ct)).Where(pack => whose.Knows(pack.Document))];

    /// <summary>Every loaded pack, kind by kind in the order of loading, the newest validity first.</summary>
    public async Task<IReadOnlyList<LoadedPack>> EverythingAsync(HieuHocDb db, CancellationToken ct)
    {
        var packs = new List<LoadedPack>();

        foreach (var kind in Kinds)
        {
            packs.AddRange(await OfKindAsync(db, kind, ct));
        }

        return packs;
    }

    private async Task<IEnumerable<Loaded<T>>> LoadedAsync<T>(HieuHocDb db, CancellationToken ct)
        where T : PackDocument =>
        (await OfKindAsync(db, kinds.Values.Single(kind => kind.DocumentType == typeof(T)), ct))
            .Select(pack => new Loaded<T>(pack.PackId, (T)pack.Document));

    /// <summary>What somebody works out of the loaded packs: once, for as long as the same are loaded.</summary>
    /// <param name="name">What it is and of which packs.</param>
    public async Task<T> OnceAsync<T>(HieuHocDb db, string name, Func<T> work, CancellationToken ct)
        where T : class => (T)(await StockAsync(db, ct)).Worked.GetOrAdd(name, _ => work());

    private async Task<IReadOnlyList<LoadedPack>> OfKindAsync(HieuHocDb db, PackKind kind, CancellationToken ct)
    {
        var known = await StockAsync(db, ct);

        if (known.Kinds.TryGetValue(kind.Folder, out var packs))
        {
            return packs;
        }

        var own = known.Heads.Where(head => head.Kind == kind.Folder).ToList();

        // What an overlay fills must be on the shelf before it.
        foreach (var head in own.OrderBy(head => head.Extends is not null).Where(head => !parsed.ContainsKey(head.Key)))
        {
            var content = await db.Packs.Where(pack => pack.Id == head.Id).Select(pack => pack.Content).SingleAsync(ct);
            parsed.TryAdd(head.Key, Read(kind, content, []));
        }

        // Here and not in the database, where 2026.9 would come after 2026.10.
        return known.Kinds[kind.Folder] =
        [
            .. own
                .OrderByDescending(head => head.ValidFrom)
                .ThenByDescending(head => Sortable(head.Version), StringComparer.Ordinal)
                .ThenBy(head => head.Code, StringComparer.Ordinal)
                .Select(head => new LoadedPack(head.Id, kind.Folder, head.Sha256, parsed[head.Key])),
        ];
    }

    /// <summary>What is loaded, asked once by a piece of work: a pack that comes meanwhile is seen by the next.</summary>
    private async Task<Stock> StockAsync(HieuHocDb db, CancellationToken ct)
    {
        if (stocks.TryGetValue(db, out var known))
        {
            return known;
        }

        var read = await db.Packs.AsNoTracking()
            .OrderBy(pack => pack.Id)
            .Select(pack => new Head(pack.Id, pack.Kind, pack.Code, pack.Version, pack.Sha256, pack.ValidFrom, pack.Extends))
            .ToListAsync(ct);
        var found = last;

        if (!found.Heads.SequenceEqual(read))
        {
            last = found = new Stock(read);
        }

        stocks.AddOrUpdate(db, found);

        return found;
    }

    /// <summary>Asks again what is loaded: this work itself has loaded more.</summary>
    public void Forget(HieuHocDb db) => stocks.Remove(db);

    /// <summary>The pack, or the overlay with what it fills, that a record was made under.</summary>
    public async Task<T> OfAsync<T>(HieuHocDb db, int packId, CancellationToken ct)
        where T : PackDocument =>
        (await LoadedAsync<T>(db, ct)).Single(pack => pack.PackId == packId).Document;

    /// <summary>A version whose parts are of equal width, so that texts order as numbers: 2026.9, 2026.10, 2027.</summary>
    internal static string Sortable(string version) => string.Join('.', version.Split('.').Select(part => part.PadLeft(12, '0')));

    /// <summary>
    /// The packs of a type that judge records of a day: of each id, the version whose validity began last, with the values
    /// that the province has put into what it leaves open.
    /// </summary>
    public async Task<IReadOnlyList<Loaded<T>>> OnAsync<T>(HieuHocDb db, DateOnly day, Jurisdiction whose, CancellationToken ct)
        where T : PackDocument
    {
        var holding = (await AllAsync<T>(db, whose, ct)).Where(pack => pack.Document.HoldsOn(day)).ToLookup(pack => pack.Document.Extends is null);
        var own = holding[false].DistinctBy(pack => pack.Document.Extends).ToDictionary(pack => pack.Document.Extends!);

        return
        [
            .. holding[true]
                .DistinctBy(pack => pack.Document.Id)
                .Select(law => own.GetValueOrDefault($"{law.Document.Id}@{law.Document.Version}", law)),
        ];
    }

    /// <summary>Reads a text of a kind; an overlay comes back as the pack below it with its open fields filled.</summary>
    /// <param name="mistakes">Gets what an overlay may not say. Packs that are loaded have none.</param>
    /// <exception cref="JsonException">The text does not read, at the place that is named.</exception>
    internal PackDocument Read(PackKind kind, string json, List<FileMistake> mistakes)
    {
        if (PackOverlay.Read(json) is not { } overlay)
        {
            return kind.Parse(json);
        }

        var below = PackOverlay.Below(overlay) is var (id, version)
            ? parsed.FirstOrDefault(known => (known.Key.Kind, known.Key.Code, known.Key.Version) == (kind.Folder, id, version)).Value
            : null;

        if (below is null or { Extends: not null })
        {
            throw new PackBelowUnknownException($"{overlay["extends"]}");
        }

        var law = (JsonObject)JsonSerializer.SerializeToNode(below, kind.DocumentType, Json.Readable)!;
        var filled = kind.Parse(PackOverlay.Fill(law, overlay, mistakes).ToJsonString(Json.Compact));
        mistakes.AddRange(PackOverlay.Misfits(below, filled));

        return filled;
    }

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

    /// <summary>What is loaded, and what was made of it.</summary>
    private sealed class Stock(IReadOnlyList<Head> heads)
    {
        public IReadOnlyList<Head> Heads => heads;

        /// <summary>The packs of a kind, in their order.</summary>
        public ConcurrentDictionary<string, IReadOnlyList<LoadedPack>> Kinds { get; } = [];

        public ConcurrentDictionary<string, object> Worked { get; } = [];
    }

    private sealed record Head(int Id, string Kind, string Code, string Version, string Sha256, DateOnly ValidFrom, string? Extends)
    {
        public (string, string, string, string) Key => (Kind, Code, Version, Sha256);
    }
}

/// <summary>An overlay names a pack below it that is not loaded, or is an overlay itself.</summary>
internal sealed class PackBelowUnknownException(string name) : Exception(name);

/// <summary>A pack of any kind, as it is loaded here.</summary>
public sealed record LoadedPack(int PackId, string Kind, string Sha256, PackDocument Document)
{
    /// <summary>How people and files name it: <c>programmes/quang-tri-2021-2030/2021.1</c>.</summary>
    public string Name => $"{Kind}/{Document.Id}/{Document.Version}";
}

/// <summary>A pack and the number under which it is loaded here.</summary>
public sealed record Loaded<T>(int PackId, T Document)
    where T : PackDocument;
