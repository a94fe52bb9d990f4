using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>How far the places of a part have come in one round.</summary>
/// <param name="Level">Communes, or villages of one commune.</param>
/// <param name="Places">How many places are asked.</param>
/// <param name="Confirmed">Those whose every return is confirmed.</param>
/// <param name="Returns">Where each of their returns stands, and its last day in time.</param>
/// <param name="IsSeen">True when the actor sees these returns themselves, and not their number alone.</param>
public sealed record Completeness(
    Round Round, PlaceLevel Level, int Places, int Confirmed, IReadOnlyList<(ReturnState State, DateOnly DueOn)> Returns, bool IsSeen)
{
    /// <summary>Their returns by state.</summary>
    public IReadOnlyDictionary<ReturnState, int> States { get; } = Returns.GroupBy(row => row.State).ToDictionary(state => state.Key, state => state.Count());
}

/// <summary>Says how complete the figures of a part of the hierarchy are: who reads its figures may know who is still missing.</summary>
public sealed class ReadCompleteness(HieuHocDb db)
{
    /// <summary>Of each level the newest round of the year: of a commune also that of its villages.</summary>
    public async Task<IReadOnlyList<Completeness>> RunAsync(PlaceOnDay place, int year, Actor actor, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var lowest = place.Level is PlaceLevel.Commune ? PlaceLevel.Village : PlaceLevel.Commune;
        var under = db.PlaceReaches.Where(reach => reach.AncestorId == place.Id).Select(reach => reach.PlaceId);
        // First the places, so that of each round's returns only theirs are looked up, and not those of all villages.
        var levels = await db.PlacesVisibleTo(actor)
            .Where(of => under.Contains(of.Id) && of.Level >= PlaceLevel.Commune && of.Level <= lowest)
            .Select(of => new { of.Id, of.Level })
            .ToDictionaryAsync(of => of.Id, of => of.Level, ct);
        var counted = levels.Keys.ToList();
        var seen = db.ReturnsVisibleTo(actor);
        var rows = await (
            from round in db.Rounds.AsNoTracking()
            where round.Owner == actor.Owner
            join period in db.Periods on round.PeriodId equals period.Id
            where period.FirstDay >= first && period.LastDay <= last
            join @return in db.Returns.Owed() on new { round.Owner, RoundId = round.Id } equals new { @return.Owner, @return.RoundId }
            where EF.Parameter(counted).Contains(@return.SubjectId)
            select new Row(round.Id, @return.SubjectId, @return.State, @return.DueOn, seen.Any(own => own.Id == @return.Id))).ToListAsync(ct);
        var ids = rows.Select(row => row.Round).ToHashSet();
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Owner == actor.Owner && ids.Contains(round.Id)).ToListAsync(ct);

        return
        [
            .. rows.GroupBy(row => levels[row.PlaceId]).OrderBy(level => level.Key).Select(level => Of(
                level.Key,
                level.GroupBy(row => rounds.Single(round => round.Id == row.Round))
                    .OrderByDescending(round => round.Key.OpensOn).ThenByDescending(round => round.Key.Code, StringComparer.Ordinal).First())),
        ];
    }

    private static Completeness Of(PlaceLevel level, IGrouping<Round, Row> rows)
    {
        var places = rows.GroupBy(row => row.PlaceId).ToList();

        return new Completeness(
            rows.Key,
            level,
            places.Count,
            places.Count(place => place.All(row => row.State is ReturnState.Confirmed)),
            [.. rows.Select(row => (row.State, row.DueOn))],
            rows.Any(row => row.IsSeen));
    }

    private sealed record Row(RoundId Round, int PlaceId, ReturnState State, DateOnly DueOn, bool IsSeen);
}
