using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Committees;

/// <summary>A committee in a list.</summary>
/// <param name="Since">The day of its last decision.</param>
public sealed record CommitteeLine(CommitteeId Id, string Name, string Number, DateOnly Since, CommitteeStanding Standing);

/// <summary>A place with its committees; none where nobody has taken a decision down.</summary>
public sealed record PlaceOfCommittees(PlaceOnDay Place, IReadOnlyList<CommitteeLine> Committees)
{
    /// <summary>How the place stands: a single committee that was renewed does not hide one that was not.</summary>
    public CommitteeStanding Standing => Committees.Count == 0 ? CommitteeStanding.None : Committees.Min(line => line.Standing);
}

/// <summary>The places that the actor sees, each with its committees.</summary>
/// <param name="Province">The province, and the actor's own place.</param>
/// <param name="Former">Ended places that had a committee.</param>
public sealed record CommitteeList(IReadOnlyList<PlaceOfCommittees> Province, IReadOnlyList<PlaceOfCommittees> Communes, IReadOnlyList<PlaceOfCommittees> Former);

/// <summary>Lists who has a steering committee, from when, and who has none or one of before its place was re-arranged.</summary>
public sealed class ListCommittees(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<CommitteeList> RunAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var known = await KnownAsync(actor, ct);
        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var children = actor.PlaceId == province && actor.OwnAgency is null ? await db.ChildrenAsync(province, today, ct) : [];
        var places = db.Places.Where(place => EF.Parameter(known.Select(group => group.Key).Append(province).Append(actor.PlaceId).ToList()).Contains(place.Id));
        var ended = await places.Where(place => place.ValidTo != null).Select(place => place.Id).ToHashSetAsync(ct);
        var since = await db.PlacesSinceAsync([.. known.Select(group => group.Key)], today, ct);
        var named = await db.PlacesOrLast(places, today).ToListAsync(ct);

        return new CommitteeList(
            Lines(named.Where(place => place.Id == province || place.Id == actor.PlaceId).OrderBy(place => place.Id != province)),
            Lines(children),
            Lines(named.Where(place => ended.Contains(place.Id)).OrderBy(place => place.Level).ThenBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Id)));

        IReadOnlyList<PlaceOfCommittees> Lines(IEnumerable<PlaceOnDay> of) =>
            [.. of.Select(place => new PlaceOfCommittees(place, [.. known[place.Id].Select(row => row.Line(since.TryGetValue(place.Id, out var first) ? first : null))]))];
    }

    /// <summary>The last decision of each committee that the actor sees, by its place.</summary>
    private async Task<ILookup<int, LastDecision>> KnownAsync(Actor actor, CancellationToken ct)
    {
        var decisions = db.CommitteeDecisions;

        return (await (
            from committee in db.CommitteesVisibleTo(actor).AsNoTracking()
            join decision in decisions on new { committee.Owner, CommitteeId = committee.Id } equals new { decision.Owner, decision.CommitteeId }
            where !decisions.Any(later => later.Owner == decision.Owner && later.CommitteeId == decision.CommitteeId && later.DecidedOn > decision.DecidedOn)
            orderby decision.Name, committee.Id
            select new LastDecision(committee.PlaceId, committee.Id, decision.Name, decision.Number, decision.DecidedOn)).ToListAsync(ct)).ToLookup(row => row.PlaceId);
    }

    private sealed record LastDecision(int PlaceId, CommitteeId Id, string Name, string Number, DateOnly DecidedOn)
    {
        public CommitteeLine Line(DateOnly? placeSince) => new(Id, Name, Number, DecidedOn, CommitteeRenewals.Of(DecidedOn, placeSince));
    }
}
