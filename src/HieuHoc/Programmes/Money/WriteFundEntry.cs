using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Writes a line into a fund book, or puts one right by a further line; a fund never gives more than it has.</summary>
public sealed class WriteFundEntry(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Writes it; the same request again changes nothing.</summary>
    public async Task<Outcome<FundEntry>> RunAsync(StudyFundId fund, FundEntryId id, StatedFundEntry given, Actor actor, CancellationToken ct)
    {
        if (await db.StudyFundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == fund, ct) is not { } book)
        {
            return new FundNotFound();
        }

        if (!MayWrite(book, actor))
        {
            return new MoneyNotYours();
        }

        var stated = given.Kept();

        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two that give at once would both find enough left.
        await db.Engine.LockAsync(db, "funds", ct);
        var outcome = Next(book, id, stated, await db.FundEntries.AsNoTracking().Where(entry => entry.Owner == actor.Owner && entry.FundId == fund).ToListAsync(ct), actor);

        if (outcome.Refusal is not null || outcome.Value.IsThere)
        {
            return outcome.Refusal is { } refusal ? refusal : outcome.Value.Entry;
        }

        db.Add(outcome.Value.Entry);
        db.Record(
            stated.Corrects is { } wrong ? new FundEntryCorrected(fund, id, wrong) : new FundEntryWritten(fund, id, stated.Kind),
            actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return outcome.Value.Entry;
    }

    /// <summary>True where the actor keeps the book.</summary>
    public static bool MayWrite(StudyFund fund, Actor actor) => actor.May(Capability.KeepMoney) && actor.OwnSubject == fund.SubjectId;

    private Outcome<(FundEntry Entry, bool IsThere)> Next(StudyFund fund, FundEntryId id, StatedFundEntry stated, IReadOnlyList<FundEntry> lines, Actor actor)
    {
        if (lines.FirstOrDefault(entry => entry.Id == id) is { } before)
        {
            return StatedFundEntry.Of(before) == stated ? (before, true) : new MoneyEntryDiffers();
        }

        if (stated.Corrects is { } corrects)
        {
            if (!lines.Any(entry => entry.Id == corrects && entry.Kind == stated.Kind))
            {
                return new MoneyEntryNotFound();
            }

            if (lines.Any(entry => entry.Corrects == corrects))
            {
                return new MoneyEntryCorrectedMeanwhile();
            }
        }

        var written = new FundEntry
        {
            Owner = fund.Owner,
            Id = id,
            FundId = fund.Id,
            Kind = stated.Kind,
            Form = stated.Form,
            Amount = stated.Amount,
            Day = stated.Day,
            What = stated.What,
            Giver = stated.Giver,
            Purpose = stated.Purpose,
            Group = stated.Group,
            GroupWords = stated.GroupWords,
            Learners = stated.Learners,
            Corrects = stated.Corrects,
            Reason = stated.Reason,
            WrittenBy = actor.PersonId?.Value,
            WrittenAt = clock.Now.Instant,
        };
        var (now, then) = (new FundLedger(lines), new FundLedger([.. lines, written]));

        foreach (var form in Enum.GetValues<FundForm>())
        {
            // A fund gives what it has on the day, not what it gets later.
            if (then.LeastFrom(DateOnly.MinValue, form) is var least and < 0 && least < now.LeastFrom(DateOnly.MinValue, form))
            {
                return new FundHasLess(form, Math.Max(0, now.LeastFrom(stated.Day, form)));
            }
        }

        return (written, false);
    }
}
