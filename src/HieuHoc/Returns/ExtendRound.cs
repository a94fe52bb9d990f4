using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>More time, as it is decided. Whoever asks chooses its id.</summary>
/// <param name="Decision">The paper that decides it.</param>
/// <param name="DueOn">The new day, before the weekend rule of the round.</param>
/// <param name="Subjects">Who is given it.</param>
public sealed record NewExtension(
    ExtensionId Id, RoundId Round, string Decision, DateOnly DecidedOn, string Reason, DateOnly DueOn, IReadOnlyList<int> Subjects);

/// <summary>Gives some of those whom a round asks more time, by one decision with its reason; all of them, or none.</summary>
public sealed class ExtendRound(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<RoundExtension>> RunAsync(NewExtension asked, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.OpenRounds))
        {
            return new RoundNotYoursToExtend();
        }

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == asked.Round, ct) is not { } round)
        {
            return new RoundNotFound();
        }

        if (Unfit(asked) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The same request twice at once would be two rows of one id.
        await db.Engine.LockAsync(db, "rounds", ct);
        var wanted = Of(asked, round, actor);

        if (await db.RoundExtensions.AsNoTracking().SingleOrDefaultAsync(known => known.Owner == round.Owner && known.Id == asked.Id, ct) is { } known)
        {
            return await IsAsync(known, wanted, asked.Subjects, ct) ? known : new ExtensionDiffers(known.Decision);
        }

        return await KeepAsync(wanted, round, [.. asked.Subjects.Distinct()], actor, ct) is { } refusal ? refusal : await DoneAsync();

        async Task<RoundExtension> DoneAsync()
        {
            await transaction.CommitAsync(ct);

            return wanted;
        }
    }

    private async Task<Refusal?> KeepAsync(RoundExtension wanted, Round round, IReadOnlyList<int> subjects, Actor actor, CancellationToken ct)
    {
        var owed = await db.ReturnsVisibleTo(actor).Owed()
            .Where(@return => @return.RoundId == round.Id && EF.Parameter(subjects).Contains(@return.SubjectId))
            .ToDictionaryAsync(@return => @return.SubjectId, ct);

        foreach (var subject in subjects)
        {
            if (Refused(owed.GetValueOrDefault(subject), wanted.DueOn) is { } why)
            {
                return why(await db.SubjectNameAsync(subject, round.CutOffOn, ct) ?? "");
            }

            owed[subject].ExtendTo(wanted.DueOn);
            db.Add(new RoundExtensionSubject { Owner = round.Owner, ExtensionId = wanted.Id, SubjectId = subject });
        }

        db.Add(wanted);
        db.Record(new RoundExtended(round.Id, wanted.Id.Value, wanted.DueOn, subjects.Count), round.Owner, actor.PersonId?.Value, clock.Now);

        return await db.SaveReturnAsync(ct);
    }

    /// <summary>Why somebody cannot be given the time, said with their name; null when they can.</summary>
    private static Func<string, Refusal>? Refused(Return? owed, DateOnly dueOn) => owed switch
    {
        null => name => new ExtensionOfNothing(name),
        { ConfirmedVersion: not null } => name => new ExtensionOfConfirmed(name),
        _ when dueOn <= owed.DueOn => name => new ExtensionNotLater(name, owed.DueOn),
        _ => null,
    };

    private static Refusal? Unfit(NewExtension asked)
    {
        if (TypedText.Kept(asked.Decision).Length is 0 or > RoundExtension.LongestDecision)
        {
            return new ExtensionDecisionMissing(RoundExtension.LongestDecision);
        }

        if (TypedText.Kept(asked.Reason).Length is var length && length is 0 or > TakeReturnStep.LongestReason)
        {
            return length == 0 ? new ReasonMissing() : new ReasonTooLong(TakeReturnStep.LongestReason);
        }

        return asked.Subjects.Count == 0 ? new ExtensionOfNobody() : null;
    }

    private RoundExtension Of(NewExtension asked, Round round, Actor actor) => new()
    {
        Owner = round.Owner,
        Id = asked.Id,
        RoundId = round.Id,
        Decision = TypedText.Kept(asked.Decision),
        DecidedOn = asked.DecidedOn,
        Reason = TypedText.Kept(asked.Reason),
        DueOn = round.WeekendRule.LastInTime(asked.DueOn),
        AddedAt = clock.Now.Instant,
        AddedBy = actor.PersonId,
    };

    private async Task<bool> IsAsync(RoundExtension known, RoundExtension wanted, IReadOnlyList<int> subjects, CancellationToken ct)
    {
        var of = await db.RoundExtensionSubjects.Where(subject => subject.Owner == known.Owner && subject.ExtensionId == known.Id)
            .Select(subject => subject.SubjectId).ToListAsync(ct);

        return (known.RoundId, known.Decision, known.DecidedOn, known.Reason, known.DueOn)
            == (wanted.RoundId, wanted.Decision, wanted.DecidedOn, wanted.Reason, wanted.DueOn)
            && of.ToHashSet().SetEquals(subjects);
    }
}
