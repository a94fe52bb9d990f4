using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>One return of a round, with the name of who owes it.</summary>
public sealed record RoundReturn(
    ReturnId Id, int SubjectId, SubjectKind Kind, string FullName, string Name, ReturnState State, DateOnly DueOn, DateTime? SentAt)
{
    /// <summary>Where it stands with whoever waits for it.</summary>
    public OwingState OwingOn(DateOnly day) => OwingStates.Of(State, DueOn, day);
}

/// <summary>A commune with the returns that it and its villages owe; or an agency with its own.</summary>
public sealed record RoundCommune(int Id, SubjectKind Kind, string FullName, string Name, IReadOnlyList<RoundReturn> Returns)
{
    /// <summary>What it owes itself.</summary>
    public IEnumerable<RoundReturn> Own => Returns.Where(line => line.SubjectId == Id);

    /// <summary>What its villages owe.</summary>
    public IEnumerable<RoundReturn> Villages => Returns.Where(line => line.SubjectId != Id);

    public int Received => Returns.Count(line => ReturnSteps.Arrived.Contains(line.State));

    public int Confirmed => Returns.Count(line => line.State is ReturnState.Confirmed);
}

/// <summary>Reads the returns of a round that the actor sees, by commune: a village's stands under the one in which it lay when the period ended.</summary>
public sealed class ReadRoundCommunes(HieuHocDb db)
{
    /// <summary>Communes before agencies, each as a Vietnamese list orders the names.</summary>
    public async Task<IReadOnlyList<RoundCommune>> RunAsync(Round round, Actor actor, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);
        var visible = db.ReturnsVisibleTo(actor).Owed().Where(@return => @return.RoundId == round.Id);
        var returns = await (
            from @return in visible.AsNoTracking()
            join name in names on @return.SubjectId equals name.SubjectId
            join subject in db.Set<Subject>() on @return.SubjectId equals subject.Id
            select new RoundReturn(
                @return.Id, @return.SubjectId, subject.Kind, name.FullName, name.Name, @return.State, @return.DueOn, @return.SentAt)).ToListAsync(ct);
        var above = await CommunesAsync(round, visible, ct);
        var communes =
            from line in returns
            let of = above.GetValueOrDefault(line.SubjectId)
            group line by (line.Kind, Id: of?.SubjectId ?? line.SubjectId, FullName: of?.FullName ?? line.FullName, Name: of?.Name ?? line.Name) into same
            select new RoundCommune(
                same.Key.Id, same.Key.Kind, same.Key.FullName, same.Key.Name, [.. same.OrderBy(line => line.Name, Vietnamese.Order).ThenBy(line => line.SubjectId)]);

        return [.. communes.OrderBy(commune => commune.Kind).ThenBy(commune => commune.Name, Vietnamese.Order).ThenBy(commune => commune.Id)];
    }

    private async Task<Dictionary<int, Above>> CommunesAsync(Round round, IQueryable<Return> visible, CancellationToken ct)
    {
        var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
        var owing = visible.Select(@return => @return.SubjectId);
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village && owing.Contains(place.Id)).Select(place => place.Id);

        return await db.PlaceParents.HoldingOn(lastDay).Where(parent => villages.Contains(parent.PlaceId))
            .Join(db.SubjectNamesOn(round.CutOffOn), parent => parent.ParentId, name => name.SubjectId, (parent, name) => new Above(parent.PlaceId, name.SubjectId, name.FullName, name.Name))
            .ToDictionaryAsync(row => row.PlaceId, ct);
    }

    /// <summary>The commune of a village.</summary>
    private sealed record Above(int PlaceId, int SubjectId, string FullName, string Name);
}
