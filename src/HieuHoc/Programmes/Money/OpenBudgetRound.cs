using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Opens the round of a year: every commune of the programme's province and its agencies are asked what money they need.</summary>
public sealed class OpenBudgetRound(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>How far ahead of today a year may lie.</summary>
    private const int YearsAhead = 5;

    /// <summary>Opens it; the same request again changes nothing.</summary>
    public async Task<Outcome<BudgetRound>> RunAsync(BudgetRoundId id, int year, DateOnly dueOn, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;

        if (!actor.May(Capability.RunMoney))
        {
            return new MoneyNotYours();
        }

        if (year < MoneyQueries.FirstYear || year > now.Day.Year + YearsAhead)
        {
            return new MoneyYearUnfit(MoneyQueries.FirstYear, now.Day.Year + YearsAhead);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two that open the same year at once would both find none.
        await db.Engine.LockAsync(db, "budgets", ct);

        if (await db.BudgetRounds.SingleOrDefaultAsync(round => round.Owner == actor.Owner && round.Id == id, ct) is { } opened)
        {
            return (opened.Year, opened.DueOn) == (year, dueOn) ? opened : new BudgetRoundDiffers();
        }

        if (await db.BudgetRounds.AnyAsync(round => round.Owner == actor.Owner && round.Year == year, ct))
        {
            return new BudgetRoundOfYearOpened(year);
        }

        if (dueOn < now.Day)
        {
            return new BudgetDueDayOver(now.Day);
        }

        var round = new BudgetRound { Owner = actor.Owner, Id = id, Year = year, DueOn = dueOn, OpenedBy = actor.PersonId?.Value, OpenedAt = now.Instant };
        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var asked = await db.AskedForBudgetsAsync(province, now.Day, ct);
        db.Add(round);
        db.AddRange(asked.Select(subject => new BudgetRequest { Owner = actor.Owner, RoundId = id, SubjectId = subject }));
        db.Record(new BudgetRoundOpened(id, year, asked.Count), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return round;
    }
}
