using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Committees;

/// <summary>A decision with what it made of the membership before, and the document of the register that it is.</summary>
/// <param name="Document">Null where the register has none of its number and day that the actor sees.</param>
public sealed record CommitteeDecisionRead(DecidedMembership Decided, CommitteeRenewal? Renewal, DocumentId? Document);

/// <summary>A committee with its decisions, the youngest first.</summary>
/// <param name="Place">What its place is called today, or was on its last day.</param>
public sealed record CommitteeRead(Committee Committee, string Place, bool IsKept, CommitteeStanding Standing, IReadOnlyList<CommitteeDecisionRead> Decisions)
{
    /// <summary>The last decision.</summary>
    public CommitteeDecision Last => Decisions[0].Decided.Decision;

    /// <summary>The membership as it stood on a day; null before the first decision.</summary>
    public DecidedMembership? OnDay(DateOnly day) => CommitteeRenewals.OnDay(Decisions.Select(read => read.Decided), day);
}

/// <summary>Reads a committee with who joined and who left by each decision.</summary>
public sealed class ReadCommittee(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<CommitteeRead>> RunAsync(CommitteeId id, Actor actor, CancellationToken ct)
    {
        if (await db.CommitteesVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(committee => committee.Id == id, ct) is not { } committee)
        {
            return new CommitteeNotFound();
        }

        var kept = await db.CommitteesKeptBy(actor).AnyAsync(row => row.Id == id, ct);
        var since = await db.PlacesSinceAsync([committee.PlaceId], clock.Now.Day, ct);
        var decided = await db.DecidedAsync(committee, ct);
        var decisions = new List<CommitteeDecisionRead>();

        foreach (var (index, one) in decided.Index())
        {
            var renewal = index + 1 < decided.Count ? CommitteeRenewals.Between(decided[index + 1].Members, one.Members) : null;
            decisions.Add(new CommitteeDecisionRead(one, renewal, await DocumentAsync(one.Decision, actor, ct)));
        }

        return new CommitteeRead(committee, await db.SubjectNameAsync(committee.PlaceId, clock.Now.Day, ct) ?? "", kept, CommitteeRenewals.Of(decided[0].Decision.DecidedOn, since.TryGetValue(committee.PlaceId, out var first) ? first : null), decisions);
    }

    private async Task<DocumentId?> DocumentAsync(CommitteeDecision decision, Actor actor, CancellationToken ct) =>
        await db.DocumentsOfNumber(actor, decision.Number, decision.DecidedOn).Where(document => document.IssuedOn != null)
            .Select(document => (DocumentId?)document.Id).FirstOrDefaultAsync(ct);
}
