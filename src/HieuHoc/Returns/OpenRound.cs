using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What is asked by a new round. Whoever asks chooses its id.</summary>
/// <param name="FormId">The id of the form's pack; the province's own values in it come with it.</param>
/// <param name="DueOn">The last day that is in time.</param>
public sealed record NewRound(
    RoundId Id, string Code, string FormId, PeriodCode Period, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DueOn)
{
    /// <summary>The code of the programme that asks; null for that of whoever opens it.</summary>
    public string? Programme { get; init; }
}

/// <summary>Opens a round: every place of the form's level under the programme's province owes a return from now on.</summary>
public sealed partial class OpenRound(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    public async Task<Outcome<Round>> RunAsync(NewRound asked, Actor actor, CancellationToken ct)
    {
        if (await RefusedAsync(asked, actor, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two rounds opened at once would give two periods the same number.
        await db.Engine.LockAsync(db, "rounds", ct);

        if (await db.Rounds.SingleOrDefaultAsync(round => round.Owner == actor.Owner && round.Id == asked.Id, ct) is { } opened)
        {
            // The same request again changes nothing.
            return await IsAsync(opened, asked, actor, ct) ? opened : new RoundDiffers(opened.Code);
        }

        if (await db.Rounds.AnyAsync(round => round.Owner == actor.Owner && round.Code == asked.Code, ct))
        {
            return new RoundCodeTaken(asked.Code);
        }

        var forms = await shelf.OnAsync<FormsPack>(db, asked.Period.Days.Last, await db.JurisdictionAsync(actor.Owner, ct), ct);

        if (forms.FirstOrDefault(pack => pack.Document.BaseId == asked.FormId) is not { } form)
        {
            return new FormNotFound(asked.FormId);
        }

        var period = await db.PeriodAsync(asked.Period, ct);

        if (await RoundThatAsksAsync(form.Document, period.Id, actor.Owner, ct) is { } other)
        {
            return new ElementsAskedAlready(other);
        }

        var round = new Round
        {
            Owner = actor.Owner,
            Id = asked.Id,
            Code = asked.Code,
            PeriodId = period.Id,
            FormPackId = form.PackId,
            Programme = asked.Programme ?? actor.Programme,
            OpensOn = asked.OpensOn,
            CutOffOn = asked.CutOffOn,
            DueOn = asked.DueOn,
        };
        db.Add(round);
        await AddReturnsAsync(round, form, actor, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return round;
    }

    private async Task<Refusal?> RefusedAsync(NewRound asked, Actor actor, CancellationToken ct)
    {
        var isTheirs = actor.May(Capability.OpenRounds)
            && actor.AnswersFor(asked.Programme)
            && await db.Owners.AnyAsync(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId, ct);

        if (!isTheirs)
        {
            return new RoundNotYoursToOpen();
        }

        if (!Code().IsMatch(asked.Code))
        {
            return new RoundCodeIllFormed();
        }

        if (asked.Programme is { } programme && !await db.IsProgrammeAsync(programme, ct))
        {
            return new ProgrammeUnknown(programme);
        }

        return asked.OpensOn > asked.CutOffOn || asked.CutOffOn > asked.DueOn ? new RoundDaysOutOfOrder() : null;
    }

    /// <summary>True when the round that was opened is the one that is asked for, in every field.</summary>
    private async Task<bool> IsAsync(Round opened, NewRound asked, Actor actor, CancellationToken ct) =>
        opened.Code == asked.Code
        && opened.Programme == (asked.Programme ?? actor.Programme)
        && (opened.OpensOn, opened.CutOffOn, opened.DueOn) == (asked.OpensOn, asked.CutOffOn, asked.DueOn)
        && await db.Periods.AnyAsync(period => period.Id == opened.PeriodId && period.Code == asked.Period.Text, ct)
        && (await db.FormAsync(shelf, opened.FormPackId, ct)).BaseId == asked.FormId;

    /// <summary>The code of a round of the period that asks something of this form; both confirmed, every total would be double.</summary>
    private async Task<string?> RoundThatAsksAsync(FormsPack form, int periodId, short owner, CancellationToken ct)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.Owner == owner && round.PeriodId == periodId)
            .OrderBy(round => round.Code)
            .Select(round => new { round.Code, round.FormPackId })
            .ToListAsync(ct);

        foreach (var round in rounds)
        {
            var other = await db.FormAsync(shelf, round.FormPackId, ct);

            // An estimate and the official figure are never added, and a stated one to nothing.
            if (other.Standing == form.Standing && other.Counted.Intersect(form.Counted).Any())
            {
                return round.Code;
            }
        }

        return null;
    }

    private async Task AddReturnsAsync(Round round, Loaded<FormsPack> form, Actor actor, CancellationToken ct)
    {
        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var communes = db.CommunesUnder(province, PlaceLevel.Province, round.CutOffOn);
        var day = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
        var villages = db.VillagesAsked(province, day);
        var subjects = await (form.Document.Level is PlaceLevel.Village ? villages : communes).OrderBy(id => id).ToListAsync(ct);
        var now = clock.Now;

        foreach (var subject in subjects)
        {
            var @return = new Return { Owner = round.Owner, Id = new ReturnId(Guid.CreateVersion7()), RoundId = round.Id, SubjectId = subject };
            db.Add(@return);
            db.Add(new ReturnVersion
            {
                Owner = round.Owner,
                ReturnId = @return.Id,
                Number = @return.CurrentVersion,
                FormPackId = form.PackId,
                Answers = Answers.None.ToJson(),
                SavedAt = now.Instant,
                SavedBy = null,
            });
        }

        db.Record(new RoundOpened(round.Id, round.Code, subjects.Count), actor.Owner, actor.PersonId?.Value, now);
    }

    // Short enough for a heading, plain enough for an address and a file's name.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,20}\z")]
    private static partial Regex Code();
}
