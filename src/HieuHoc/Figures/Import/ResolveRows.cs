using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures.Import;

/// <summary>Finds the places, elements and periods that a file names, all of one kind at once.</summary>
internal sealed class ResolveRows(HieuHocDb db, PackShelf shelf, string file)
{
    public async Task<IReadOnlyList<ResolvedRow>> RunAsync(
        IReadOnlyList<FileRow> rows, Actor actor, List<FileMistake> mistakes, CancellationToken ct)
    {
        var places = await PlacesAsync(rows, actor, ct);
        var meanings = new FigureMeanings(db, shelf, actor.Owner);
        await meanings.LearnAsync(rows.Select(row => row.Name), ct);
        var seen = new HashSet<(int, string, int, int, Standing)>();
        var resolved = new List<ResolvedRow>();

        foreach (var row in rows)
        {
            var day = row.Day ?? row.Period.Days.Last;
            var held = places[row.PlaceCode].FirstOrDefault(place => place.From <= day && (place.To is null || place.To >= day));
            var definition = await meanings.DefinitionAsync(row.Name, row.Period, ct);

            if (Wrong(row, held, definition) is { } mistake)
            {
                mistakes.Add(mistake);
                continue;
            }

            var figure = meanings.Row(row.Line, held!.Id, held.Level, row.Period, definition!, row.Standing, definition!.Stored(row.Value)!.Value);

            if (seen.Add((figure.SubjectId, row.Period.Text, figure.ElementId, figure.BreakdownId, row.Standing)))
            {
                resolved.Add(figure);
            }
            else
            {
                mistakes.Add(FileMistake.InLine(file, row.Line, "import.mistake.twice", definition.Code));
            }
        }

        return resolved;
    }

    private FileMistake? Wrong(FileRow row, HeldCode? place, ElementDefinition? definition) => (place, definition) switch
    {
        (null, _) => FileMistake.InLine(file, row.Line, "import.mistake.place", row.PlaceCode),
        (_, null) => FileMistake.InLine(file, row.Line, "import.mistake.element", row.Name),
        _ when place.Level.AsSubject().IsBelow(definition.LeafLevel) => FileMistake.InLine(file, row.Line, "import.mistake.level", row.PlaceCode),
        _ when definition.Choices is not [] && definition.Stored(row.Value) is null =>
            FileMistake.InLine(file, row.Line, "import.mistake.choice", $"{row.Value}"),
        _ when definition.Stored(row.Value) is not <= FigureMeanings.Most => FileMistake.InLine(file, row.Line, "import.mistake.value", $"{row.Value}"),
        _ => null,
    };

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
