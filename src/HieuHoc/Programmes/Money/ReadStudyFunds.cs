using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>A fund with its book.</summary>
/// <param name="Keeper">The place or agency that keeps it.</param>
public sealed record FundBook(StudyFund Fund, string Keeper, FundLedger Ledger);

/// <summary>Reads the fund books that the actor sees, by keeper and name.</summary>
public sealed class ReadStudyFunds(HieuHocDb db, ProgrammeClock clock)
{
    public Task<IReadOnlyList<FundBook>> RunAsync(Actor actor, CancellationToken ct) => RunAsync(null, actor, ct);

    /// <summary>The same with the lines that were written by an instant; of null all.</summary>
    public async Task<IReadOnlyList<FundBook>> RunAsync(DateTime? asOf, Actor actor, CancellationToken ct)
    {
        var funds = db.StudyFundsVisibleTo(actor).AsNoTracking();
        var entries = (await db.FundEntries.AsNoTracking()
                .Where(entry => funds.Any(fund => fund.Owner == entry.Owner && fund.Id == entry.FundId) && (asOf == null || entry.WrittenAt <= asOf))
                .ToListAsync(ct))
            .ToLookup(entry => entry.FundId);
        var names = db.SubjectNamesOn(clock.Now.Day);
        var rows = await (from fund in funds join name in names on fund.SubjectId equals name.SubjectId select new { fund, name.FullName, name.Name }).ToListAsync(ct);

        return [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.fund.Name, StringComparer.Ordinal).Select(row => new FundBook(row.fund, row.FullName, new FundLedger([.. entries[row.fund.Id]])))];
    }
}
