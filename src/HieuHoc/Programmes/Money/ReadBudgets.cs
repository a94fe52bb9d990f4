using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>The budget of one place or agency in a year.</summary>
/// <param name="Requested">What it asked for in the year's round; 0 where it has not sent.</param>
public sealed record UnitBudget(int Subject, string Name, long Requested, BudgetLedger Ledger);

/// <summary>Reads what was asked for, allocated and spent in a year, by place and agency, as far as the actor sees it.</summary>
public sealed class ReadBudgets(HieuHocDb db)
{
    /// <summary>Everyone who was asked or of whom something is written, agencies before communes.</summary>
    public Task<IReadOnlyList<UnitBudget>> RunAsync(int year, Actor actor, CancellationToken ct) => RunAsync(year, null, actor, ct);

    /// <summary>The same with the entries that were written by an instant; of null all.</summary>
    public async Task<IReadOnlyList<UnitBudget>> RunAsync(int year, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        var rounds = db.BudgetRoundsVisibleTo(actor).Where(round => round.Year == year).Select(round => round.Id);
        var requests = await db.BudgetRequestsVisibleTo(actor).AsNoTracking().Where(request => rounds.Contains(request.RoundId)).ToDictionaryAsync(request => request.SubjectId, ct);
        var entries = (await db.BudgetEntriesOf(year, actor).Where(entry => asOf == null || entry.WrittenAt <= asOf).ToListAsync(ct)).ToLookup(entry => entry.SubjectId);
        var ids = requests.Keys.Union(entries.Select(of => of.Key)).ToList();
        var names = await db.SubjectNamesOn(new DateOnly(year, 12, 31)).Where(name => EF.Parameter(ids).Contains(name.SubjectId)).ToListAsync(ct);
        var agencies = await db.Agencies.Where(agency => EF.Parameter(ids).Contains(agency.Id)).Select(agency => agency.Id).ToHashSetAsync(ct);

        return
        [
            .. from name in names
               orderby agencies.Contains(name.SubjectId) descending, name.Name, name.SubjectId
               let request = requests.GetValueOrDefault(name.SubjectId)
               select new UnitBudget(
                   name.SubjectId, name.FullName, request?.State is BudgetRequestState.Sent ? request.Stated.Sum(line => line.Amount) : 0, new BudgetLedger(year, [.. entries[name.SubjectId]])),
        ];
    }
}
