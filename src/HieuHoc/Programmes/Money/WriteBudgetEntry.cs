using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Writes down what was allocated to a place or agency, or what it spent, or puts such an entry right by a further one.</summary>
public sealed class WriteBudgetEntry(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Writes it; the same request again changes nothing. More may be spent than was allocated: that is shown, not hidden.</summary>
    public async Task<Outcome<BudgetEntry>> RunAsync(BudgetEntryId id, int subject, StatedBudgetEntry given, Actor actor, CancellationToken ct)
    {
        if (!await db.BudgetsVisibleTo(actor).ContainsAsync(subject, ct))
        {
            return new MoneyUnitNotFound();
        }

        if (!MayWrite(given.Kind, subject, actor))
        {
            return new MoneyNotYours();
        }

        var stated = given.Kept();

        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two that correct the same entry at once would both find it uncorrected.
        await db.Engine.LockAsync(db, "budgets", ct);
        var outcome = await AddAsync(id, subject, stated, actor, ct);

        if (outcome.Refusal is null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>True where the actor writes entries of this kind for a place or agency: allocations are the standing agency's, spending its own.</summary>
    public static bool MayWrite(BudgetEntryKind kind, int subject, Actor actor) => kind switch
    {
        BudgetEntryKind.Allocation => actor.May(Capability.RunMoney),
        BudgetEntryKind.Spending => actor.May(Capability.KeepMoney) && actor.OwnSubject == subject,
    };

    private async Task<Outcome<BudgetEntry>> AddAsync(BudgetEntryId id, int subject, StatedBudgetEntry stated, Actor actor, CancellationToken ct)
    {
        var entries = db.BudgetEntries.Where(entry => entry.Owner == actor.Owner);

        if (await entries.SingleOrDefaultAsync(entry => entry.Id == id, ct) is { } before)
        {
            return before.SubjectId == subject && StatedBudgetEntry.Of(before) == stated ? before : new MoneyEntryDiffers();
        }

        if (stated.Corrects is { } corrects)
        {
            if (!await entries.AnyAsync(entry => entry.Id == corrects && entry.SubjectId == subject && entry.Kind == stated.Kind, ct))
            {
                return new MoneyEntryNotFound();
            }

            if (await entries.AnyAsync(entry => entry.Corrects == corrects, ct))
            {
                return new MoneyEntryCorrectedMeanwhile();
            }
        }

        if (stated.Task is { } task && !await db.TasksToPayFor(stated.Year, actor).AnyAsync(known => known.Id == task, ct))
        {
            return new MoneyTaskUnfit(stated.Year.ToString(CultureInfo.InvariantCulture));
        }

        var document = stated.Kind is BudgetEntryKind.Allocation
            ? await db.DocumentsOfNumber(actor, stated.Number, stated.Day).Select(known => (DocumentId?)known.Id).FirstOrDefaultAsync(ct)
            : null;
        var written = new BudgetEntry
        {
            Owner = actor.Owner,
            Id = id,
            Kind = stated.Kind,
            SubjectId = subject,
            Year = stated.Year,
            Source = stated.Source,
            Amount = stated.Amount!.Value, // it fits
            Day = stated.Day,
            What = stated.What,
            Number = stated.Number,
            DocumentId = document,
            TaskId = stated.Task,
            Corrects = stated.Corrects,
            Reason = stated.Reason,
            WrittenBy = actor.PersonId?.Value,
            WrittenAt = clock.Now.Instant,
        };
        db.Add(written);
        db.Record(
            stated.Corrects is { } wrong ? new BudgetEntryCorrected(subject, id, wrong) : new BudgetEntryWritten(subject, id, stated.Kind),
            actor.Owner, actor.PersonId?.Value, clock.Now);

        return written;
    }
}
