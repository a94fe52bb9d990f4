using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Committees;

/// <summary>A decision on its way to a committee.</summary>
/// <param name="Committee">Chosen by the sender where the committee is new.</param>
/// <param name="PlaceId">Whose committee a new one is; of one that is known it says nothing.</param>
/// <param name="Decision">Chosen by the sender; one that is known is corrected.</param>
/// <param name="StartedFrom">The revision of the committee that the person's page showed; 0 of a new one.</param>
public sealed record ArrivingDecision(CommitteeId Committee, int PlaceId, CommitteeDecisionId Decision, int StartedFrom, StatedDecision Stated);

/// <summary>Takes down a decision that sets a committee up or renews it, or corrects what was taken down of one.</summary>
public sealed class RecordCommitteeDecision(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Takes it down; the same request again changes nothing.</summary>
    public async Task<Outcome<Committee>> RunAsync(ArrivingDecision arriving, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepCommittees))
        {
            return new CommitteesNotYoursToKeep();
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // Two that set up the same committee at once would both find none.
        await db.Engine.LockAsync(db, "committees", ct);
        var found = await CommitteeAsync(arriving, actor, ct);
        var outcome = found.Refusal is null ? await TakeAsync(found.Value, arriving with { Stated = arriving.Stated.Kept() }, actor, ct) : found;

        if (transaction is not null && outcome.Refusal is null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>The committee that is meant, or a new one that is not kept yet.</summary>
    private async Task<Outcome<Committee>> CommitteeAsync(ArrivingDecision arriving, Actor actor, CancellationToken ct)
    {
        if (await db.CommitteesKeptBy(actor).SingleOrDefaultAsync(committee => committee.Id == arriving.Committee, ct) is { } kept)
        {
            return kept;
        }

        if (await db.CommitteesVisibleTo(actor).AnyAsync(committee => committee.Id == arriving.Committee, ct))
        {
            return new CommitteeNotYoursToChange();
        }

        if (await db.Committees.AnyAsync(committee => committee.Owner == actor.Owner && committee.Id == arriving.Committee, ct))
        {
            return new CommitteeNotFound();
        }

        return await db.CommitteePlacesKeptBy(actor).AnyAsync(place => place.Id == arriving.PlaceId, ct)
            ? new Committee { Owner = actor.Owner, Id = arriving.Committee, PlaceId = arriving.PlaceId }
            : new CommitteePlaceNotYours();
    }

    private async Task<Outcome<Committee>> TakeAsync(Committee committee, ArrivingDecision arriving, Actor actor, CancellationToken ct)
    {
        var (known, stated) = (await db.DecidedAsync(committee, ct), arriving.Stated);
        var before = known.SingleOrDefault(decided => decided.Decision.Id == arriving.Decision);
        var fields = before is null ? [] : stated.DiffersIn(StatedDecision.Of(before.Decision, before.Members));

        // The same request again, or a page that was saved as it was.
        if (before is not null && fields.Count == 0)
        {
            return committee;
        }

        if (committee.Revision != arriving.StartedFrom)
        {
            return new CommitteeChangedMeanwhile();
        }

        if ((stated.Unfit(clock.Now.Day) ?? await UnfitAsync(committee, stated, known.Where(decided => decided != before), ct)) is { } unfit)
        {
            return unfit;
        }

        await KeepAsync(committee, arriving, before, actor, ct);
        db.Record(
            before is null ? new CommitteeDecisionRecorded(committee.Id, arriving.Decision) : new CommitteeDecisionCorrected(committee.Id, arriving.Decision, fields),
            committee.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return committee;
    }

    private async Task<Refusal?> UnfitAsync(Committee committee, StatedDecision stated, IEnumerable<DecidedMembership> others, CancellationToken ct)
    {
        if (!await db.Places.AnyAsync(
            place => place.Id == committee.PlaceId && place.ValidFrom <= stated.DecidedOn && (place.ValidTo == null || place.ValidTo >= stated.DecidedOn), ct))
        {
            return new CommitteePlaceNotThen();
        }

        if (others.FirstOrDefault(other => other.Decision.DecidedOn == stated.DecidedOn) is { } thatDay)
        {
            return new CommitteeDecidedThatDay(thatDay.Decision.Number);
        }

        return await SameElsewhereAsync(committee, stated, ct) is { } same ? new CommitteeDecisionKnown(same) : null;
    }

    /// <summary>Another committee of the place that has this very decision: one that was set up twice.</summary>
    private async Task<CommitteeId?> SameElsewhereAsync(Committee committee, StatedDecision stated, CancellationToken ct)
    {
        var others = db.Committees.Where(other => other.Owner == committee.Owner && other.PlaceId == committee.PlaceId && other.Id != committee.Id).Select(other => other.Id);
        var thatDay = await db.CommitteeDecisions.AsNoTracking()
            .Where(decision => decision.Owner == committee.Owner && others.Contains(decision.CommitteeId) && decision.DecidedOn == stated.DecidedOn).ToListAsync(ct);

        return thatDay.Find(decision => DocumentNumbers.Key(decision.Number) == DocumentNumbers.Key(stated.Number))?.CommitteeId;
    }

    private async Task KeepAsync(Committee committee, ArrivingDecision arriving, DecidedMembership? before, Actor actor, CancellationToken ct)
    {
        var stated = arriving.Stated;
        var agencies = await AgenciesAsync(committee.Owner, stated, ct);
        var decision = before?.Decision ?? new CommitteeDecision
        {
            Owner = committee.Owner,
            CommitteeId = committee.Id,
            Id = arriving.Decision,
            RecordedBy = actor.PersonId?.Value,
            RecordedAt = clock.Now.Instant,
        };
        decision.Say(stated, agencies[stated.StandingAgency]);

        if (before is null)
        {
            db.Add(decision);
        }
        else
        {
            // Positions are keys, and what takes a key over must be saved later than who leaves it.
            db.RemoveRange(before.Members);
            await db.SaveChangesAsync(ct);
        }

        db.AddRange(stated.Members.Select((member, index) => new CommitteeMember
        {
            Owner = committee.Owner,
            CommitteeId = committee.Id,
            DecisionId = decision.Id,
            Position = index + 1,
            Name = member.Name,
            Post = member.Post,
            Duty = member.Duty,
            Agency = member.Agency,
            AgencyId = agencies[member.Agency],
        }));

        if (committee.Revision++ == 0)
        {
            db.Add(committee);
        }
    }

    /// <summary>The agency of each name that the decision writes; null where none, or more than one, is known.</summary>
    private async Task<IReadOnlyDictionary<string, int?>> AgenciesAsync(short owner, StatedDecision stated, CancellationToken ct)
    {
        var book = await AgencyBook.OfAsync(db, await db.OwnerPlaceAsync(owner, ct), ct);

        return stated.Members.Select(member => member.Agency).Append(stated.StandingAgency).Distinct().ToDictionary(name => name, name => book.Meant(name, stated.DecidedOn)?.Id);
    }
}
