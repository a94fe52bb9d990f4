using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>The rows that a places pack brings, written in the order of their keys: thousands, so past the change tracker.</summary>
/// <param name="first">The country's number; provinces follow by code, then communes by code.</param>
internal sealed class PlaceRows(PlacesPack pack, PlacesContent content, int first)
{
    private readonly IReadOnlyList<PlaceUnit> units =
    [
        new PlaceUnit("", pack.Country.Code, pack.Country.Name, pack.Country.Name, pack.Country.Kind, PlaceLevel.Country, ""),
        .. content.Units.OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal),
    ];

    private Dictionary<string, int> Ids => field ??= units.Index().ToDictionary(pair => pair.Item.Code, pair => first + pair.Index);

    public async Task WriteAsync(HieuHocDb db, CancellationToken ct)
    {
        var places = units.Select(unit => (Id: Ids[unit.Code], Unit: unit)).ToList();
        var parents = places.Skip(1).Select(place => (PlaceId: place.Id, ParentId: ParentOf(place.Unit))).ToList();

        await Write("subject", ["id", "kind"], places.Select(place => Row(place.Id, SubjectKind.Place)));
        await Write(
            "place",
            ["id", "level", "valid_from"],
            places.Select(place => Row(place.Id, place.Unit.Level, pack.ValidFrom)));
        await Write(
            "place_name",
            ["place_id", "valid_from", "valid_to", "name", "full_name", "kind", "folded"],
            places.SelectMany(place => Names(place.Id, place.Unit)));
        await Write(
            "place_code",
            ["place_id", "valid_from", "code"],
            places.Select(place => Row(place.Id, pack.ValidFrom, place.Unit.Code)));
        await Write(
            "place_parent",
            ["place_id", "valid_from", "parent_id"],
            parents.Select(parent => Row(parent.PlaceId, pack.ValidFrom, parent.ParentId)));
        await Write("place_boundary", ["place_id", "valid_from", "geometry"], Boundaries());
        await Write(
            "place_reach",
            ["place_id", "ancestor_id"],
            Reach.Of(places.Select(place => place.Id), parents, []).Select(reach => Row(reach.PlaceId, reach.AncestorId)));

        Task Write(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
            db.Engine.BulkInsertAsync(db, table, columns, rows, ct);
    }

    private int ParentOf(PlaceUnit unit) => unit.ParentCode.Length == 0 ? first : Ids[unit.ParentCode];

    /// <summary>One row from the beginning, and one more from each day on which the unit got another kind.</summary>
    private IEnumerable<object?[]> Names(int id, PlaceUnit unit)
    {
        var (from, fullName, kind) = (pack.ValidFrom, unit.FullName, unit.Kind);

        foreach (var change in content.Changes.Where(change => change.OldCode == unit.Code).OrderBy(change => change.EffectiveOn))
        {
            var day = change.EffectiveOn!.Value; // checked before anything is applied
            yield return Row(id, from, day.AddDays(-1), unit.Name, fullName, kind, Vietnamese.Fold(fullName));
            (from, fullName, kind) = (day, change.NewFullName, change.NewKind);
        }

        yield return Row(id, from, null, unit.Name, fullName, kind, Vietnamese.Fold(fullName));
    }

    private IEnumerable<object?[]> Boundaries() =>
        content.Outlines
            .Select(outline => (Id: Ids[outline.Code], outline.Geometry))
            .OrderBy(outline => outline.Id)
            .Select(outline => Row(outline.Id, pack.ValidFrom, outline.Geometry));

    private static object?[] Row(params object?[] values) => values;
}
