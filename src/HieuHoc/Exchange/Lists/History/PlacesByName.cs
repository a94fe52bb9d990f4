using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>A place that was looked for in a list: found, or why not.</summary>
/// <param name="Mistake">The key of the sentence; null when it was found.</param>
/// <param name="Value">What the sentence names.</param>
/// <param name="Column">That is to be mended.</param>
internal sealed record PlaceAnswer(int Id, PlaceLevel Level, string Name, string? Mistake = null, string Value = "", string Column = HistoryList.Place)
{
    public static PlaceAnswer Wrong(string mistake, string value, string column = HistoryList.Place) =>
        new(0, default, "", $"list.history.mistake.{mistake}", value, column);
}

/// <summary>The places that an actor reaches, found by the codes and names that they had on a day; a village by its name within its commune.</summary>
internal sealed class PlacesByName
{
    /// <summary>So many places stand in a sentence.</summary>
    private const int MostNamed = 5;

    /// <summary>The lengths of the codes of communes, districts and provinces: a number in Excel loses its noughts.</summary>
    private static readonly IReadOnlyList<int> CodeLengths = [5, 3, 2];

    /// <summary>How offices shorten the kinds of places, folded.</summary>
    private static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["x."] = "xa", ["p."] = "phuong", ["tt."] = "thi tran", ["tt"] = "thi tran", ["h."] = "huyen", ["tx."] = "thi xa", ["tx"] = "thi xa",
        ["tp."] = "thanh pho", ["tp"] = "thanh pho", ["q."] = "quan", ["t."] = "tinh",
    };

    private readonly Dictionary<int, Place> places;
    private readonly ILookup<int, PlaceName> names;
    private readonly ILookup<int, PlaceParent> parents;
    private readonly ILookup<string, PlaceCode> byCode;
    private readonly ILookup<string, int> byName;
    private readonly ILookup<string, int> villages;
    private readonly ILookup<int, int> heirs;

    private PlacesByName(
        Dictionary<int, Place> places, IReadOnlyList<PlaceName> names, IReadOnlyList<PlaceCode> codes, IReadOnlyList<PlaceParent> parents,
        IReadOnlyList<PlaceAlias> aliases, IReadOnlyList<PlaceSuccession> successions)
    {
        this.places = places;
        this.names = names.ToLookup(name => name.PlaceId);
        this.parents = parents.ToLookup(parent => parent.PlaceId);
        byCode = codes.ToLookup(code => code.Code);
        byName = ByName(names.Where(name => places[name.PlaceId].Level is not PlaceLevel.Village), aliases);
        villages = ByName(names.Where(name => places[name.PlaceId].Level is PlaceLevel.Village), []);
        heirs = successions.OrderByDescending(row => row.IsDefault).ToLookup(row => row.FromId, row => row.ToId);
    }

    public static async Task<PlacesByName> ReadAsync(HieuHocDb db, Actor actor, CancellationToken ct)
    {
        var visible = db.PlacesVisibleTo(actor);
        var ids = visible.Select(place => place.Id);

        return new PlacesByName(
            await visible.AsNoTracking().ToDictionaryAsync(place => place.Id, ct),
            await db.PlaceNames.AsNoTracking().Where(name => ids.Contains(name.PlaceId)).ToListAsync(ct),
            await db.PlaceCodes.AsNoTracking().Where(code => ids.Contains(code.PlaceId)).ToListAsync(ct),
            await db.PlaceParents.AsNoTracking().Where(parent => ids.Contains(parent.PlaceId)).ToListAsync(ct),
            await db.PlaceAliases.AsNoTracking().Where(alias => ids.Contains(alias.PlaceId)).ToListAsync(ct),
            await db.PlaceSuccessions.AsNoTracking().Where(row => ids.Contains(row.FromId)).ToListAsync(ct));
    }

    /// <summary>Finds by code, else by name and district, and within it a village, when one is named; whatever case, tone marks and diacritics.</summary>
    /// <param name="day">On which a code or name is looked up that names no day itself.</param>
    public PlaceAnswer Find(string code, string name, string district, string village, DateOnly day)
    {
        var found = Find(code, name, district, day);

        return found.Mistake is not null || village.Length == 0 ? found : VillageOf(found, village, day);
    }

    private PlaceAnswer VillageOf(PlaceAnswer commune, string name, DateOnly day)
    {
        if (commune.Level is not PlaceLevel.Commune)
        {
            return PlaceAnswer.Wrong("villageOf", commune.Name, HistoryList.Village);
        }

        var ever = villages[SearchKey.Of(name)].Where(id => parents[id].Any(parent => parent.ParentId == commune.Id)).ToList();
        var then = ever.Where(id => Existed(places[id], day) && Parents(id, day).Contains(commune.Id)).ToList();

        return (then.Count, ever.Count) switch
        {
            (1, _) => Found(then[0], day),
            ( > 1, _) => PlaceAnswer.Wrong("severalVillages", Named(then, day), HistoryList.Village),
            (_, > 0) => PlaceAnswer.Wrong("villageNotThen", string.Join("; ", ever.Take(MostNamed).Select(Story)), HistoryList.Village),
            _ => PlaceAnswer.Wrong("village", name, HistoryList.Village),
        };
    }

    private PlaceAnswer Find(string code, string name, string district, DateOnly day)
    {
        if (code.Length == 0)
        {
            return name.Length == 0 ? PlaceAnswer.Wrong("none", "") : ByName(name, district, day);
        }

        if (!PlaceCodeOnDay.TryParse(code, out var asked) || Holder(asked.Code, asked.Day ?? day) is not { } id)
        {
            return PlaceAnswer.Wrong("code", code, HistoryList.Code);
        }

        var then = asked.Day ?? day;

        return name.Length == 0 || byName[Key(name)].Contains(id) ? Found(id, then) : PlaceAnswer.Wrong("otherName", NameOf(id, then));
    }

    private PlaceAnswer ByName(string name, string district, DateOnly day)
    {
        var ever = byName[Key(name)].ToList();
        var then = ever.Where(id => Existed(places[id], day)).ToList();
        var within = district.Length == 0 ? then : then.Where(id => byName[Key(district)].Intersect(Parents(id, day)).Any()).ToList();

        return (within.Count, then.Count, ever.Count) switch
        {
            (1, _, _) => Found(within[0], day),
            (0, > 0, _) => PlaceAnswer.Wrong("district", Named(then, day)),
            ( > 1, _, _) => PlaceAnswer.Wrong("several", Named(within, day)),
            (_, _, > 0) => PlaceAnswer.Wrong("notThen", string.Join("; ", ever.Take(MostNamed).Select(Story))),
            _ => PlaceAnswer.Wrong("unknown", name),
        };
    }

    private static ILookup<string, int> ByName(IEnumerable<PlaceName> names, IEnumerable<PlaceAlias> aliases) => names
        .SelectMany(name => new[] { (Key: name.Folded, name.PlaceId), (Key: SearchKey.Of(name.Name), name.PlaceId) })
        .Concat(aliases.Select(alias => (Key: alias.Folded, alias.PlaceId)))
        .Distinct()
        .ToLookup(pair => pair.Key, pair => pair.PlaceId);

    private int? Holder(string code, DateOnly day) => CodeLengths.Select(length => code.PadLeft(length, '0')).Prepend(code).Distinct()
        .SelectMany(one => byCode[one])
        .Where(held => Holds(held, day))
        .Select(held => (int?)held.PlaceId)
        .FirstOrDefault();

    private PlaceAnswer Found(int id, DateOnly day) => new(id, places[id].Level, NameOf(id, day));

    private string Named(IEnumerable<int> ids, DateOnly day) => string.Join("; ", ids.Take(MostNamed)
        .Select(id => string.Join(", ", Parents(id, day).Where(places.ContainsKey).Select(parent => NameOf(parent, day)).Prepend(NameOf(id, day)))));

    /// <summary>From when to when a place existed, and what took it over.</summary>
    private string Story(int id)
    {
        var place = places[id];
        var last = place.ValidTo ?? place.ValidFrom;
        var taken = heirs[id].Where(places.ContainsKey).Select(heir => NameOf(heir, places[heir].ValidFrom)).ToList();
        var life = string.Create(CultureInfo.InvariantCulture, $"{place.ValidFrom:dd/MM/yyyy} – {place.ValidTo:dd/MM/yyyy}");

        return $"{NameOf(id, last)} ({life}){(taken.Count > 0 ? " → " + string.Join(", ", taken) : "")}";
    }

    private IEnumerable<int> Parents(int id, DateOnly day) => parents[id].Where(parent => Holds(parent, day)).Select(parent => parent.ParentId);

    private string NameOf(int id, DateOnly day) => (names[id].FirstOrDefault(name => Holds(name, day)) ?? names[id].First()).FullName;

    private static bool Existed(Place place, DateOnly day) => place.ValidFrom <= day && (place.ValidTo is null || place.ValidTo >= day);

    private static bool Holds(DatedFact fact, DateOnly day) => fact.ValidFrom <= day && (fact.ValidTo is null || fact.ValidTo >= day);

    /// <summary>The form that is compared; a shortened kind in full.</summary>
    private static string Key(string name)
    {
        var key = SearchKey.Of(name);
        var (kind, rest) = key.Split(' ', 2) is [var first, var after] ? (first, after)
            : key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (key[..(dot + 1)], key[(dot + 1)..])
            : (key, "");

        return rest.Length > 0 && Kinds.TryGetValue(kind, out var full) ? $"{full} {rest}" : key;
    }
}
