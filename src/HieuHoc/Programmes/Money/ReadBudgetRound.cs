using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Reads a round as far as the actor sees it: who has sent, who has not, and what they ask for together.</summary>
public sealed class ReadBudgetRound(HieuHocDb db)
{
    public async Task<Outcome<BudgetConsolidation>> RunAsync(BudgetRoundId id, Actor actor, CancellationToken ct)
    {
        if (await db.BudgetRoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, ct) is not { } round)
        {
            return new BudgetRoundNotFound();
        }

        var names = db.SubjectNamesOn(ProgrammeClock.DayOf(round.OpenedAt));
        var rows = await (
            from request in db.BudgetRequestsVisibleTo(actor).AsNoTracking()
            where request.RoundId == id
            join name in names on request.SubjectId equals name.SubjectId
            select new { request, name.FullName, name.Name, IsAgency = db.Set<Agency>().Any(agency => agency.Id == request.SubjectId) }).ToListAsync(ct);

        return new BudgetConsolidation(
            round,
            [
                .. from row in rows
                   orderby row.IsAgency descending, row.Name, row.request.SubjectId
                   let isSent = row.request.State is BudgetRequestState.Sent
                   select new BudgetUnit(row.request.SubjectId, row.FullName, row.request.State, row.request.SentAt, row.request.State is BudgetRequestState.Returned ? row.request.Reason : "", isSent ? row.request.Stated : []),
            ]);
    }
}
