using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>
/// Takes in a decision's list of communes of special areas: by the codes of a day that each line names. All lines or,
/// when one is wrong, none; a line that is here already changes nothing.
/// </summary>
public sealed class ImportPlaceClasses(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Which of some lines say what is not here yet; it writes nothing.</summary>
    /// <param name="reached">The places that may be named.</param>
    /// <param name="confirmed">True when a person has compared the list with the decision itself.</param>
    /// <param name="mistakes">To which is added what is wrong.</param>
    public async Task<IReadOnlySet<string>> NewAsync(
        IReadOnlyList<PlaceClassLine> lines, IReadOnlySet<int> reached, bool confirmed, List<FileMistake> mistakes, CancellationToken ct) =>
        (await AddedAsync(lines, mistakes, reached, confirmed, ct)).Select(added => added.Where).ToHashSet();

    /// <summary>Takes in lines that were read elsewhere; how many classes were added is handed back.</summary>
    /// <param name="reached">The places that may be named.</param>
    /// <param name="confirmed">True when a person has compared the list with the decision itself.</param>
    public async Task<Outcome<int>> TakeAsync(IReadOnlyList<PlaceClassLine> lines, IReadOnlySet<int> reached, bool confirmed, CancellationToken ct)
    {
        var mistakes = new List<FileMistake>();
        var added = await AddedAsync(lines, mistakes, reached, confirmed, ct);

        return mistakes.Count > 0 ? new PlaceClassesFaulty(mistakes) : await SaveAsync([.. added.Select(one => one.Row)], ct);
    }

    private async Task<IReadOnlyList<(string Where, PlaceClass Row)>> AddedAsync(
        IReadOnlyList<PlaceClassLine> lines, List<FileMistake> mistakes, IReadOnlySet<int> reached, bool confirmed, CancellationToken ct)
    {
        var atlases = new Dictionary<DateOnly, PlaceAtlas>();

        foreach (var day in lines.Select(line => line.CodeDay).OfType<DateOnly>().Distinct())
        {
            atlases.Add(day, await PlaceAtlas.OnAsync(db, day, ct));
        }

        var known = await db.PlaceClasses.ToDictionaryAsync(held => (held.PlaceId, held.ValidFrom, held.Class), ct);
        var rows = lines.Select(line => (Line: line, Row: Row(line, atlases, reached, confirmed, mistakes))).Where(pair => pair.Row is not null).ToList();
        mistakes.AddRange(rows.GroupBy(pair => Key(pair.Row!)).Where(same => same.Count() > 1)
            .Select(same => new FileMistake(same.Last().Line.Where, "pack.mistake.twice", same.Last().Line.FullName)));
        mistakes.AddRange(rows.Where(pair => known.TryGetValue(Key(pair.Row!), out var held) && !Same(held, pair.Row!))
            .Select(pair => new FileMistake(pair.Line.Where, "pack.mistake.class-otherwise", pair.Line.FullName)));

        return [.. rows.Where(pair => !known.ContainsKey(Key(pair.Row!))).Select(pair => (pair.Line.Where, pair.Row!))];
    }

    private async Task<int> SaveAsync(IReadOnlyList<PlaceClass> added, CancellationToken ct)
    {
        if (added.Count == 0)
        {
            return 0;
        }

        var basis = string.Join("; ", added.Select(row => row.LegalBasis).Distinct());
        IReadOnlyList<int> places = [.. added.Select(row => row.PlaceId).Distinct().Order()];
        db.AddRange(added);

        // Classes are everybody's; each programme's trail tells of them.
        foreach (var owner in await db.Owners.Select(owner => owner.Id).ToListAsync(ct))
        {
            db.Record(new PlaceClassesImported(basis, added.Count, places), owner, null, clock.Now);
        }

        await db.SaveChangesAsync(ct);

        return added.Count;
    }

    /// <summary>What a line says; null when the line is wrong.</summary>
    private static PlaceClass? Row(
        PlaceClassLine line, Dictionary<DateOnly, PlaceAtlas> atlases, IReadOnlySet<int> reached, bool confirmed, List<FileMistake> mistakes)
    {
        if (line.CodeDay is not { } day || line.Period is not { } period || line.Class.Length == 0 || line.LegalBasis.Length == 0)
        {
            return Wrong("pack.mistake.class-line", line.FullName);
        }

        var (atlas, place) = (atlases[day], atlases[day].Of(line.Code));

        if (place is null || !reached.Contains(place.Id))
        {
            return Wrong("pack.mistake.code", line.Code);
        }

        if (SearchKey.Of(place.FullName) != SearchKey.Of(line.FullName))
        {
            return Wrong("pack.mistake.unit-name", line.FullName);
        }

        var (from, to) = atlas.LifeOf(place);

        return period.Last < from || to < period.First
            ? Wrong("pack.mistake.day", line.FullName)
            : Held(place, line, from > period.First ? from : period.First, to < period.Last ? to.Value : period.Last, confirmed);

        PlaceClass? Wrong(string key, string value)
        {
            mistakes.Add(new FileMistake(line.Where, key, value));

            return null;
        }
    }

    /// <summary>A class during its period, no longer than its place existed.</summary>
    private static PlaceClass Held(PlaceOnDay place, PlaceClassLine line, DateOnly from, DateOnly to, bool confirmed) => new()
    {
        PlaceId = place.Id,
        ValidFrom = from,
        ValidTo = to,
        Class = line.Class,
        LegalBasis = line.LegalBasis,
        Confirmed = confirmed,
    };

    private static (int, DateOnly, string) Key(PlaceClass row) => (row.PlaceId, row.ValidFrom, row.Class);

    private static bool Same(PlaceClass held, PlaceClass row) =>
        (held.ValidTo, held.LegalBasis, held.Confirmed) == (row.ValidTo, row.LegalBasis, row.Confirmed);
}

/// <summary>A list of communes of special areas was taken in; these are the places that it names.</summary>
public sealed record PlaceClassesImported(string Record, int Count, IReadOnlyList<int> Places) : Change(Record);

/// <summary>A list of communes of special areas does not fit; no class was entered.</summary>
public sealed record PlaceClassesFaulty(IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);

/// <summary>A line of such a list.</summary>
/// <param name="Where">How a mistake in it is pointed out; no two lines of a list have the same.</param>
/// <param name="CodeDay">The day on which the code is looked up; null where it is none.</param>
/// <param name="Period">Null where the line names none.</param>
public sealed record PlaceClassLine(string Where, string Code, DateOnly? CodeDay, string FullName, string Class, Days? Period, string LegalBasis);
