using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What is asked by a new round. Whoever asks chooses its id.</summary>
/// <param name="FormIds">The ids of the forms' packs; the province's own values in them come with them.</param>
/// <param name="DueOn">The last day that is in time.</param>
public sealed record NewRound(
    RoundId Id, string Code, IReadOnlyList<string> FormIds, PeriodCode Period, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DueOn)
{
    /// <summary>The code of the programme that asks; null for that of whoever opens it.</summary>
    public string? Programme { get; init; }

    /// <summary>The id of the outline's pack by which senders write a report of their own; null where figures alone are asked.</summary>
    public string? OutlineId { get; init; }
}

/// <summary>
/// Opens a round: whoever one of its forms asks owes a return from now on, be it every commune or village of the programme's
/// province or the agencies that the form names. Nobody is asked two forms of one round.
/// </summary>
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

        if (await FormsAsync(asked, actor, ct) is var forms && forms.Refusal is { } unfit)
        {
            return unfit;
        }

        if (await OutlineAsync(asked, forms.Value, actor, ct) is var outline && outline.Refusal is { } unknown)
        {
            return unknown;
        }

        var period = await db.PeriodAsync(asked.Period, ct);

        if (await RoundThatAsksAsync(forms.Value, period.Id, actor.Owner, ct) is { } other)
        {
            return new ElementsAskedAlready(other);
        }

        var round = new Round
        {
            Owner = actor.Owner,
            Id = asked.Id,
            Code = asked.Code,
            PeriodId = period.Id,
            Programme = asked.Programme ?? actor.Programme,
            OutlinePackId = outline.Value,
            OpensOn = asked.OpensOn,
            CutOffOn = asked.CutOffOn,
            DueOn = asked.DueOn,
        };
        db.Add(round);
        await AddReturnsAsync(round, forms.Value, actor, ct);
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

    /// <summary>The forms as the packs say them of the period, in the order asked; no two of them may be asked of the same places or agency.</summary>
    private async Task<Outcome<IReadOnlyList<Loaded<FormsPack>>>> FormsAsync(NewRound asked, Actor actor, CancellationToken ct)
    {
        var known = await shelf.OnAsync<FormsPack>(db, asked.Period.Days.Last, await db.JurisdictionAsync(actor.Owner, ct), ct);
        var forms = new List<Loaded<FormsPack>>();

        foreach (var id in asked.FormIds.Distinct())
        {
            if (known.FirstOrDefault(pack => pack.Document.BaseId == id) is not { } form)
            {
                return new FormNotFound(id);
            }

            if (forms.Find(other => other.Document.AsksAlso(form.Document)) is { } other)
            {
                return new FormsAskTheSame(other.Document.BaseId, id);
            }

            forms.Add(form);
        }

        return forms.Count == 0 ? new FormNotFound("") : forms;
    }

    /// <summary>The outline as the packs say it of the period, for somebody whom the forms ask; null where none is asked for.</summary>
    private async Task<Outcome<int?>> OutlineAsync(NewRound asked, IReadOnlyList<Loaded<FormsPack>> forms, Actor actor, CancellationToken ct)
    {
        if (asked.OutlineId is not { } id)
        {
            return (int?)null;
        }

        var known = await shelf.OnAsync<OutlinesPack>(db, asked.Period.Days.Last, await db.JurisdictionAsync(actor.Owner, ct), ct);

        return known.FirstOrDefault(pack => pack.Document.BaseId == id) is { } outline
            && forms.Any(form => outline.Document.Levels.Contains(form.Document.Level)) ? outline.PackId : new OutlineNotFound(id);
    }

    /// <summary>True when the round that was opened is the one that is asked for, in every field.</summary>
    private async Task<bool> IsAsync(Round opened, NewRound asked, Actor actor, CancellationToken ct) =>
        opened.Code == asked.Code
        && opened.Programme == (asked.Programme ?? actor.Programme)
        && (opened.OpensOn, opened.CutOffOn, opened.DueOn) == (asked.OpensOn, asked.CutOffOn, asked.DueOn)
        && (await db.OutlineAsync(shelf, opened, ct))?.BaseId == asked.OutlineId
        && await db.Periods.AnyAsync(period => period.Id == opened.PeriodId && period.Code == asked.Period.Text, ct)
        && (await db.FormsOfAsync(shelf, opened, ct)).Select(form => form.Document.BaseId).ToHashSet().SetEquals(asked.FormIds);

    /// <summary>The code of a round of the period that asks something of these forms; both confirmed, every total would be double.</summary>
    private async Task<string?> RoundThatAsksAsync(IReadOnlyList<Loaded<FormsPack>> forms, int periodId, short owner, CancellationToken ct)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.Owner == owner && round.PeriodId == periodId)
            .OrderBy(round => round.Code)
            .ToListAsync(ct);

        foreach (var round in rounds)
        {
            var others = await db.FormsOfAsync(shelf, round, ct);

            if (others.Any(other => forms.Any(form => form.Document.CountsTwiceWith(other.Document))))
            {
                return round.Code;
            }
        }

        return null;
    }

    private async Task AddReturnsAsync(Round round, IReadOnlyList<Loaded<FormsPack>> forms, Actor actor, CancellationToken ct)
    {
        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
        var now = clock.Now;
        var owing = 0;

        foreach (var form in forms)
        {
            db.Add(new RoundForm { Owner = round.Owner, RoundId = round.Id, FormPackId = form.PackId });
            var subjects = await db.SubjectsAsked(form.Document, province, round.CutOffOn, lastDay).OrderBy(id => id).ToListAsync(ct);
            subjects.ForEach(subject => db.Ask(round, subject, form.PackId, now));
            owing += subjects.Count;
        }

        db.Record(new RoundOpened(round.Id, round.Code, owing), actor.Owner, actor.PersonId?.Value, now);
    }

    // Short enough for a heading, plain enough for an address and a file's name.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,20}\z")]
    private static partial Regex Code();
}
