using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures.Import;

/// <summary>A row of the file with the numbers under which it will be stored; the period may still have none.</summary>
internal sealed record ResolvedRow(
    int Line, int ElementId, PeriodCode Period, int SubjectId, int BreakdownId, Standing Standing, long Value, bool Stated);

/// <summary>Finds the places, elements and periods that a file names, all of one kind at once.</summary>
internal sealed class ResolveRows(HieuHocDb db, PackShelf shelf, string file)
{
    /// <summary>The largest figure, in the element's units: so that the sum of thousands of them is still a number.</summary>
    private const long Most = 1_000_000_000_000_000;

    private readonly Dictionary<DateOnly, IReadOnlyDictionary<string, ElementDefinition>> definitions = [];

    public async Task<IReadOnlyList<ResolvedRow>> RunAsync(
        IReadOnlyList<FileRow> rows, Actor actor, List<FileMistake> mistakes, CancellationToken ct)
    {
        var places = await PlacesAsync(rows, actor, ct);
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var names = rows.Select(row => ElementDefinition.NameOf(row.Key.Element, row.Key.Breakdown)).ToHashSet();
        var keys = await db.KeysAsync(names, ct);
        var seen = new HashSet<(int, string, int, int, Standing)>();
        var resolved = new List<ResolvedRow>();

        foreach (var row in rows)
        {
            var day = row.Day ?? row.Period.Days.Last;
            var held = places[row.PlaceCode].FirstOrDefault(place => place.From <= day && (place.To is null || place.To >= day));
            var definition = (await DefinitionsAsync(whose, row.Period.Days.Last, ct)).GetValueOrDefault(
                ElementDefinition.NameOf(row.Key.Element, row.Key.Breakdown));

            if (Wrong(row, held, definition) is { } mistake)
            {
                mistakes.Add(mistake);
                continue;
            }

            var key = keys[definition!.Code];

            if (!seen.Add((held!.Id, row.Period.Text, key.ElementId, key.BreakdownId, row.Standing)))
            {
                mistakes.Add(FileMistake.InLine(file, row.Line, "import.mistake.twice", definition.Code));
                continue;
            }

            resolved.Add(new ResolvedRow(
                row.Line,
                key.ElementId,
                row.Period,
                held.Id,
                key.BreakdownId,
                row.Standing,
                definition.Stored(row.Value)!.Value,
                !definition.Counts(Producer.Import, held.Level.AsSubject())));
        }

        return resolved;
    }

    private FileMistake? Wrong(FileRow row, HeldCode? place, ElementDefinition? definition) => (place, definition) switch
    {
        (null, _) => FileMistake.InLine(file, row.Line, "import.mistake.place", row.PlaceCode),
        (_, null) => FileMistake.InLine(file, row.Line, "import.mistake.element", ElementDefinition.NameOf(row.Key.Element, row.Key.Breakdown)),
        _ when place.Level.AsSubject().IsBelow(definition.LeafLevel) => FileMistake.InLine(file, row.Line, "import.mistake.level", row.PlaceCode),
        _ when definition.Choices is not [] && definition.Stored(row.Value) is null =>
            FileMistake.InLine(file, row.Line, "import.mistake.choice", $"{row.Value}"),
        _ when definition.Stored(row.Value) is not <= Most => FileMistake.InLine(file, row.Line, "import.mistake.value", $"{row.Value}"),
        _ => null,
    };

    private async Task<IReadOnlyDictionary<string, ElementDefinition>> DefinitionsAsync(Jurisdiction whose, DateOnly day, CancellationToken ct) =>
        definitions.TryGetValue(day, out var known) ? known : definitions[day] = await db.ElementDefinitionsAsync(shelf, whose, day, ct);

    /// <summary>Who held each code when, as far as the actor reaches: what lies outside does not exist.</summary>
    private async Task<ILookup<string, HeldCode>> PlacesAsync(IReadOnlyList<FileRow> rows, Actor actor, CancellationToken ct)
    {
        var codes = rows.Select(row => row.PlaceCode).ToHashSet();
        var visible = db.PlacesVisibleTo(actor);
        var held = await (
            from code in db.PlaceCodes.AsNoTracking()
            join place in visible on code.PlaceId equals place.Id
            where codes.Contains(code.Code)
            select new { code.Code, Holder = new HeldCode(place.Id, place.Level, code.ValidFrom, code.ValidTo) }).ToListAsync(ct);

        return held.ToLookup(code => code.Code, code => code.Holder);
    }

    private sealed record HeldCode(int Id, PlaceLevel Level, DateOnly From, DateOnly? To);
}
