using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>
/// Brings the database to what a pack says of its places: tens of thousands of rows, so past the change tracker and in the
/// order of their keys. Facts of a known place are replaced; its number, classes and counted parts stay.
/// </summary>
internal sealed class PlaceRows(HieuHocDb db, PlacesInTime wanted, PlaceNumbers numbers)
{
    private readonly IReadOnlyList<(PlaceIdentity Place, int Id)> places = numbers.All;
    private readonly List<int> known = [.. numbers.Known.Select(pair => pair.Id)];

    public async Task WriteAsync(CancellationToken ct)
    {
        await WritePlacesAsync(ct);
        await WriteNamesAsync(ct);
        await WriteCodesAsync(ct);
        await WriteParentsAsync(ct);
        await WriteBoundariesAsync(ct);
        await WriteAliasesAsync(ct);
        await WriteSuccessionsAsync(ct);
    }

    private async Task WritePlacesAsync(CancellationToken ct)
    {
        await WriteAsync("subject", ["id", "kind"], numbers.Added.Select(pair => Row(pair.Id, SubjectKind.Place)), ct);
        await WriteAsync(
            "place",
            ["id", "level", "valid_from", "valid_to"],
            numbers.Added.Select(pair => Row(pair.Id, pair.Place.Level, pair.Place.ValidFrom, pair.Place.ValidTo)),
            ct);

        // Few spans of days, however many places have them.
        foreach (var span in numbers.Known.GroupBy(pair => (pair.Place.ValidFrom, pair.Place.ValidTo), pair => pair.Id))
        {
            var (ids, from, to) = (span.ToList(), span.Key.ValidFrom, span.Key.ValidTo);
            await db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)).ExecuteUpdateAsync(
                place => place.SetProperty(p => p.ValidFrom, from).SetProperty(p => p.ValidTo, to), ct);
        }
    }

    private async Task WriteNamesAsync(CancellationToken ct)
    {
        await ForgetAsync(db.PlaceNames, ct);
        await WriteAsync(
            "place_name",
            ["place_id", "valid_from", "valid_to", "name", "full_name", "kind", "folded", "legal_basis"],
            places.SelectMany(pair => pair.Place.Names, (pair, name) => Row(
                pair.Id, name.From, name.To, name.Value.Name, name.Value.FullName, name.Value.Kind, SearchKey.Of(name.Value.FullName), name.LegalBasis)),
            ct);
    }

    private async Task WriteCodesAsync(CancellationToken ct)
    {
        await ForgetAsync(db.PlaceCodes, ct);
        await WriteAsync(
            "place_code",
            ["place_id", "valid_from", "valid_to", "code"],
            places.SelectMany(pair => pair.Place.Codes, (pair, code) => Row(pair.Id, code.From, code.To, code.Value)),
            ct);
    }

    private async Task WriteParentsAsync(CancellationToken ct)
    {
        await ForgetAsync(db.PlaceParents, ct);
        await WriteAsync(
            "place_parent",
            ["place_id", "valid_from", "valid_to", "parent_id", "legal_basis"],
            places.SelectMany(pair => pair.Place.Parents, (pair, parent) => Row(
                pair.Id, parent.From, parent.To, numbers[parent.Value], parent.LegalBasis)),
            ct);
    }

    private async Task WriteBoundariesAsync(CancellationToken ct)
    {
        await ForgetAsync(db.PlaceBoundaries, ct);
        await WriteAsync(
            "place_boundary",
            ["place_id", "valid_from", "valid_to", "geometry"],
            from pair in places
            from stretch in pair.Place.Stretches
            let geometry = stretch.Outline?.Geometry
            where geometry is not null
            select Row(pair.Id, stretch.From, stretch.To, geometry),
            ct);
    }

    private async Task WriteAliasesAsync(CancellationToken ct)
    {
        await db.PlaceAliases.Where(alias => EF.Parameter(known).Contains(alias.PlaceId)).ExecuteDeleteAsync(ct);
        await WriteAsync(
            "place_alias",
            ["place_id", "text", "folded", "source"],
            from pair in places
            from alias in pair.Place.Stretches.SelectMany(stretch => stretch.Aliases).DistinctBy(alias => alias.Text)
            select Row(pair.Id, alias.Text, SearchKey.Of(alias.Text), alias.Source),
            ct);
    }

    private async Task WriteSuccessionsAsync(CancellationToken ct)
    {
        var counted = await db.PlaceSuccessions.AsNoTracking()
            .Where(succession => succession.PartsRule == PartsRule.Counted)
            .ToDictionaryAsync(succession => (succession.FromId, succession.ToId), succession => succession.Parts, ct);
        await db.PlaceSuccessions.Where(succession => EF.Parameter(known).Contains(succession.FromId)).ExecuteDeleteAsync(ct);
        await WriteAsync(
            "place_succession",
            ["from_id", "to_id", "effective_on", "whole", "is_default", "rule", "area_share", "population_share", "parts", "parts_rule", "legal_basis", "clause"],
            from succession in wanted.Successions
            let key = (From: numbers[succession.From], To: numbers[succession.To])
            let line = succession.Line
            let isCounted = counted.ContainsKey(key)
            orderby key
            select Row(
                key.From, key.To, line.EffectiveOn, line.Whole, line.IsDefault, line.Rule, line.Area, line.Population,
                isCounted ? counted[key] : succession.Parts, isCounted ? PartsRule.Counted : succession.PartsRule, line.LegalBasis, line.Clause),
            ct);
    }

    private Task<int> ForgetAsync<T>(IQueryable<T> facts, CancellationToken ct)
        where T : DatedFact =>
        facts.Where(fact => EF.Parameter(known).Contains(fact.PlaceId)).ExecuteDeleteAsync(ct);

    private Task WriteAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct) =>
        known.Count == 0
            ? db.Engine.FillAsync(db, table, columns, rows, ct)
            : db.Engine.BulkInsertAsync(db, table, columns, rows, ct);

    private static object?[] Row(params object?[] values) => values;
}
