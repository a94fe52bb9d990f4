using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>
/// Takes in a list of villages, each with its commune, first day and decision. All lines or, when one is wrong, none; a village
/// that is here already changes nothing.
/// </summary>
public sealed class ImportVillages(HieuHocDb db, ProgrammeClock clock, IEnumerable<IFollowPlaces> followers)
{
    /// <summary>Which of some lines name villages that are not here yet; it writes nothing.</summary>
    /// <param name="mistakes">To which is added what is wrong.</param>
    public async Task<IReadOnlySet<string>> NewAsync(IReadOnlyList<VillageLine> lines, List<FileMistake> mistakes, Actor actor, CancellationToken ct) =>
        (await AddedAsync(lines, mistakes, actor, ct)).Select(village => village.Where).ToHashSet();

    /// <summary>Takes in lines that were read elsewhere; how many villages were added is handed back.</summary>
    /// <param name="name">What the list is called where its history is told.</param>
    public async Task<Outcome<int>> TakeAsync(IReadOnlyList<VillageLine> lines, string name, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepVillages))
        {
            return new VillagesNotYoursToKeep();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = await db.NextSubjectAsync(ct);
        var mistakes = new List<FileMistake>();
        var added = await AddedAsync(lines, mistakes, actor, ct);

        if (mistakes.Count > 0)
        {
            return new VillageListFaulty(mistakes);
        }

        if (added.Count > 0)
        {
            var now = clock.Now;
            await WriteAsync(added, next, ct);
            IReadOnlyList<int> of = [.. added.Select(village => village.CommuneId).Distinct().Order()];
            db.Record(new VillagesImported(name, added.Count, next, of), actor.Owner, actor.PersonId?.Value, now);
            await db.SaveChangesAsync(ct);
            await db.BeginAsync([.. Enumerable.Range(next, added.Count)], followers, actor, now, ct);
            await transaction.CommitAsync(ct);
        }

        return added.Count;
    }

    private async Task<IReadOnlyList<FittingVillage>> AddedAsync(
        IReadOnlyList<VillageLine> lines, List<FileMistake> mistakes, Actor actor, CancellationToken ct)
    {
        var communes = await CommunesAsync(lines, actor, ct);

        return await AddedAsync([.. lines.Select(line => Fit(line, communes, mistakes)).OfType<FittingVillage>()], mistakes, ct);
    }

    /// <summary>The communes that the actor keeps, by day and code as the lines name them.</summary>
    private async Task<Dictionary<(DateOnly Day, string Code), Place>> CommunesAsync(
        IReadOnlyList<VillageLine> lines, Actor actor, CancellationToken ct)
    {
        var found = new Dictionary<(DateOnly, string), Place>();
        var kept = await db.CommunesKeptBy(actor).AsNoTracking().ToDictionaryAsync(place => place.Id, ct);

        foreach (var day in lines.Select(line => line.From).OfType<DateOnly>().Distinct())
        {
            foreach (var code in await db.PlaceCodes.HoldingOn(day).Select(code => new { code.Code, code.PlaceId }).ToListAsync(ct))
            {
                if (kept.TryGetValue(code.PlaceId, out var commune))
                {
                    found[(day, code.Code)] = commune;
                }
            }
        }

        return found;
    }

    private FittingVillage? Fit(VillageLine line, Dictionary<(DateOnly Day, string Code), Place> communes, List<FileMistake> mistakes)
    {
        if (line.From is not { } from || from > clock.Now.Day)
        {
            mistakes.Add(new FileMistake(line.Where, "pack.mistake.day", line.Name));

            return null;
        }

        if (!communes.TryGetValue((from, line.CommuneCode), out var commune))
        {
            mistakes.Add(new FileMistake(line.Where, "pack.mistake.code", line.CommuneCode));

            return null;
        }

        if (VillageName.Of(line.Kind, line.Name) is not { } name)
        {
            mistakes.Add(new FileMistake(line.Where, "pack.mistake.name-and-kind", $"{line.Kind} {line.Name}"));

            return null;
        }

        return new FittingVillage(line.Where, commune.Id, name, from, line.LegalBasis);
    }

    /// <summary>Those that are not here yet; a name that another village of the commune has is a mistake.</summary>
    private async Task<IReadOnlyList<FittingVillage>> AddedAsync(
        IReadOnlyList<FittingVillage> lines, List<FileMistake> mistakes, CancellationToken ct)
    {
        var communes = lines.Select(line => line.CommuneId).Distinct().ToList();
        var known = await (
            from parent in db.PlaceParents.Where(parent => communes.Contains(parent.ParentId))
            join name in db.PlaceNames on parent.PlaceId equals name.PlaceId
            where name.ValidTo == null && db.Set<Place>().Any(place => place.Id == name.PlaceId && place.Level == PlaceLevel.Village)
            select new { parent.ParentId, name.Folded, name.FullName, name.ValidFrom }).ToListAsync(ct);
        var held = known.DistinctBy(name => (name.ParentId, name.Folded)).ToDictionary(name => (name.ParentId, name.Folded));
        var added = new Dictionary<(int, string), FittingVillage>();

        foreach (var line in lines)
        {
            var key = (line.CommuneId, SearchKey.Of(line.Name.FullName));

            if (held.TryGetValue(key, out var there))
            {
                if ((there.FullName, there.ValidFrom) != (line.Name.FullName, line.From))
                {
                    mistakes.Add(new FileMistake(line.Where, "pack.mistake.village-otherwise", line.Name.FullName));
                }
            }
            else if (!added.TryAdd(key, line))
            {
                mistakes.Add(new FileMistake(line.Where, "pack.mistake.twice", line.Name.FullName));
            }
        }

        return [.. added.Values];
    }

    /// <summary>Thousands at once, so past the change tracker, table by table in the order of the keys.</summary>
    private async Task WriteAsync(IReadOnlyList<FittingVillage> added, int first, CancellationToken ct)
    {
        var numbered = added.Select((village, i) => (Id: first + i, Village: village)).ToList();

        await Write(row => new Subject { Id = row.Id, Kind = SubjectKind.Place });
        await Write(row => new Place { Id = row.Id, Level = PlaceLevel.Village, ValidFrom = row.Village.From });
        await Write(row => row.Village.Name.Row(row.Id, row.Village.From, row.Village.LegalBasis));
        await Write(row => new PlaceParent
        {
            PlaceId = row.Id,
            ValidFrom = row.Village.From,
            ParentId = row.Village.CommuneId,
            LegalBasis = row.Village.LegalBasis,
        });

        Task Write<T>(Func<(int Id, FittingVillage Village), T> row)
            where T : class =>
            db.Engine.BulkInsertAsync(db, numbered.Select(row), ct);
    }

    private sealed record FittingVillage(string Where, int CommuneId, VillageName Name, DateOnly From, string? LegalBasis);
}

/// <summary>A line of a list of villages.</summary>
/// <param name="Where">How a mistake in it is pointed out; no two lines of a list have the same.</param>
/// <param name="From">Null where it is no day.</param>
public sealed record VillageLine(string Where, string CommuneCode, string Kind, string Name, DateOnly? From, string? LegalBasis);
