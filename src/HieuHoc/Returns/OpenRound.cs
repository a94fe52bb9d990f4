using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// Opens a round: whoever one of its forms asks owes a return from now on, be it every commune or village of the programme's
/// province or the agencies that the form names. Nobody is asked two forms of one round.
/// </summary>
public sealed class OpenRound(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
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

        if (await RoundThatAsksAsync(forms.Value, asked.Period, actor.Owner, ct) is { } other)
        {
            return new ElementsAskedAlready(other);
        }

        var round = RoundOf(asked, forms.Value[0].Document, outline.Value, await db.PeriodAsync(asked.Period, ct), actor);
        db.Add(round);
        await AddReturnsAsync(round, asked, forms.Value, actor, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return round;
    }

    /// <summary>Whom the round would ask, form by form; nothing is opened.</summary>
    public async Task<Outcome<IReadOnlyList<AskedForm>>> PreviewAsync(NewRound asked, Actor actor, CancellationToken ct)
    {
        if (await RefusedAsync(asked, actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await FormsAsync(asked, actor, ct) is var forms && forms.Refusal is { } unfit)
        {
            return unfit;
        }

        if (await RoundThatAsksAsync(forms.Value, asked.Period, actor.Owner, ct) is { } other)
        {
            return new ElementsAskedAlready(other);
        }

        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var lines = new List<AskedForm>();

        foreach (var form in forms.Value.Select(form => form.Document))
        {
            var subjects = await db.SubjectsAsked(form, province, asked.CutOffOn, asked.Period.Days.Last).CountAsync(ct);
            lines.Add(new AskedForm(form, subjects, asked.LastDayAt(form.Level)));
        }

        return lines;
    }

    private static Round RoundOf(NewRound asked, FormsPack first, int? outline, Period period, Actor actor) => new()
    {
        Owner = actor.Owner,
        Id = asked.Id,
        Code = asked.Code,
        Title = asked.TitleOver(first),
        PeriodId = period.Id,
        Programme = asked.Programme ?? actor.Programme,
        OutlinePackId = outline,
        OpensOn = asked.OpensOn,
        CutOffOn = asked.CutOffOn,
        DueOn = asked.LastDay,
        WeekendRule = asked.WeekendRule,
        Addressee = TypedText.KeptOrNull(asked.Addressee),
        CopyTo = TypedText.KeptOrNull(asked.CopyTo),
        Channels = TypedText.KeptOrNull(asked.Channels),
    };

    private async Task<Refusal?> RefusedAsync(NewRound asked, Actor actor, CancellationToken ct)
    {
        var isTheirs = actor.May(Capability.OpenRounds)
            && actor.AnswersFor(asked.Programme)
            && await db.Owners.AnyAsync(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId, ct);

        if (!isTheirs)
        {
            return new RoundNotYoursToOpen();
        }

        if (!Round.IsCode(asked.Code))
        {
            return new RoundCodeIllFormed();
        }

        if (asked.Programme is { } programme && !await db.IsProgrammeAsync(programme, ct))
        {
            return new ProgrammeUnknown(programme);
        }

        return asked.Unfit;
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
        && (opened.OpensOn, opened.CutOffOn, opened.DueOn, opened.WeekendRule) == (asked.OpensOn, asked.CutOffOn, asked.LastDay, asked.WeekendRule)
        && (opened.Addressee, opened.CopyTo, opened.Channels)
            == (TypedText.KeptOrNull(asked.Addressee), TypedText.KeptOrNull(asked.CopyTo), TypedText.KeptOrNull(asked.Channels))
        && (await db.OutlineAsync(shelf, opened, ct))?.BaseId == asked.OutlineId
        && await db.Periods.AnyAsync(period => period.Id == opened.PeriodId && period.Code == asked.Period.Text, ct)
        && await AsksTheSameAsync(opened, asked, ct);

    /// <summary>True when the forms are the same, each with the same day, and the title is that which they would have.</summary>
    private async Task<bool> AsksTheSameAsync(Round opened, NewRound asked, CancellationToken ct)
    {
        var forms = await db.FormsOfAsync(shelf, opened, ct);
        var days = await db.RoundForms.AsNoTracking().Where(form => form.Owner == opened.Owner && form.RoundId == opened.Id)
            .ToDictionaryAsync(form => form.FormPackId, form => form.DueOn, ct);

        return forms.Select(form => form.Document.BaseId).ToHashSet().SetEquals(asked.FormIds)
            && forms.All(form => days[form.PackId] == asked.LastDayAt(form.Document.Level))
            && opened.Title == asked.TitleOver(forms.First(form => form.Document.BaseId == asked.FormIds[0]).Document);
    }

    /// <summary>The title of a round of the period that asks something of these forms; both confirmed, every total would be double.</summary>
    private async Task<string?> RoundThatAsksAsync(IReadOnlyList<Loaded<FormsPack>> forms, PeriodCode period, short owner, CancellationToken ct)
    {
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.Owner == owner && periods.Contains(round.PeriodId))
            .OrderBy(round => round.Code)
            .ToListAsync(ct);

        foreach (var round in rounds)
        {
            var others = await db.FormsOfAsync(shelf, round, ct);

            if (others.Any(other => forms.Any(form => form.Document.CountsTwiceWith(other.Document))))
            {
                return round.Title;
            }
        }

        return null;
    }

    private async Task AddReturnsAsync(
        Round round, NewRound asked, IReadOnlyList<Loaded<FormsPack>> forms, Actor actor, CancellationToken ct)
    {
        var province = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
        var now = clock.Now;
        var owing = 0;

        foreach (var form in forms)
        {
            var of = new RoundForm { Owner = round.Owner, RoundId = round.Id, FormPackId = form.PackId, DueOn = asked.LastDayAt(form.Document.Level) };
            db.Add(of);
            var subjects = await db.SubjectsAsked(form.Document, province, round.CutOffOn, lastDay).OrderBy(id => id).ToListAsync(ct);
            subjects.ForEach(subject => db.Ask(of, subject, now));
            owing += subjects.Count;
        }

        db.Record(new RoundOpened(round.Id, round.Code, owing), actor.Owner, actor.PersonId?.Value, now);
    }
}
