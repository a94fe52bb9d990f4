using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// What ended villages owe is owed by those that keep their records, in every round whose period ends on the day of the new
/// order or later: a yearly figure of such a year belongs to the successor. What was answered goes along. A village that begins owes
/// a return of every round whose due day is not over, as if the round were opened now.
/// </summary>
public sealed class ReturnsFollowPlaces(HieuHocDb db, PackShelf shelf) : IFollowPlaces
{
    public async Task<IReadOnlyList<MoveLine>> PreviewAsync(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn, CancellationToken ct)
    {
        var states = await Going(owner, ending, effectiveOn).Select(@return => @return.State).ToListAsync(ct);
        var confirmed = states.Count(state => state is ReturnState.Confirmed);
        IReadOnlyList<MoveLine> lines =
            [new("village.move.returnsBegun", states.Count - confirmed), new("village.move.returnsConfirmed", confirmed)];

        return [.. lines.Where(line => line.Count > 0)];
    }

    public async Task MoveAsync(PlaceMove move, CancellationToken ct)
    {
        // A round that is opened meanwhile asks either those that end, and we see it, or those that begin.
        await db.Engine.LockAsync(db, "rounds", ct);
        await AskAsync(move, ct);
        var going = await Going(move.Owner, move.Ended, move.EffectiveOn).ToListAsync(ct);

        foreach (var group in going.GroupBy(@return => (@return.RoundId, Heir: move.HeirOf(@return.SubjectId))))
        {
            var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == move.Owner && round.Id == group.Key.RoundId, ct);
            var pack = group.First().FormPackId;
            var asked = await db.RoundForms.AsNoTracking()
                .SingleAsync(form => form.Owner == move.Owner && form.RoundId == round.Id && form.FormPackId == pack, ct);
            await MergeAsync(round, asked, group.Key.Heir, [.. group], move, ct);
            AddEmpty(asked, group.Key.Heir, move);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AskAsync(PlaceMove move, CancellationToken ct)
    {
        if (move.Began.Count == 0)
        {
            return;
        }

        var today = move.Now.Day;
        var province = await db.Owners.Where(owner => owner.Id == move.Owner).Select(owner => owner.PlaceId).SingleAsync(ct);
        var forms = await (
            from round in db.Rounds.AsNoTracking()
            join period in db.Periods on round.PeriodId equals period.Id
            join form in db.RoundForms on new { round.Owner, RoundId = round.Id } equals new { form.Owner, form.RoundId }
            where round.Owner == move.Owner && form.DueOn >= today
            orderby round.Code, form.FormPackId
            select new { Form = form, period.LastDay }).ToListAsync(ct);

        foreach (var asked in forms)
        {
            if ((await db.FormAsync(shelf, asked.Form.FormPackId, ct)).Level is SubjectLevel.Village)
            {
                var owing = await db.VillagesAsked(province, asked.LastDay)
                    .Where(id => EF.Parameter(move.Began).Contains(id)).OrderBy(id => id).ToListAsync(ct);
                owing.ForEach(id => db.Ask(asked.Form, id, move.Now, By(move)));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Return> Going(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn)
    {
        var periods = db.Periods.Where(period => period.LastDay >= effectiveOn).Select(period => period.Id);
        var rounds = db.Rounds.Where(round => round.Owner == owner && periods.Contains(round.PeriodId)).Select(round => round.Id);

        return db.Returns.Owed()
            .Where(@return => @return.Owner == owner && ending.Contains(@return.SubjectId) && rounds.Contains(@return.RoundId))
            .OrderBy(@return => @return.RoundId).ThenBy(@return => @return.SubjectId);
    }

    private async Task MergeAsync(Round round, RoundForm asked, int heirId, IReadOnlyList<Return> ended, PlaceMove move, CancellationToken ct)
    {
        var own = await db.Returns.SingleOrDefaultAsync(
            @return => @return.Owner == round.Owner && @return.RoundId == round.Id && @return.SubjectId == heirId, ct);
        var heir = own ?? Begin(asked, heirId);
        // Who was given more time keeps it.
        heir.ExtendTo(ended.Max(@return => @return.DueOn));
        IReadOnlyList<Return> parts = own is null ? ended : [own, .. ended];
        var asks = await db.FormOfAsync(shelf, heir, heir.FormPackId, move.Now.Day, ct);
        var merged = MergedAnswers.Of(await AnswersAsync(parts, ct), asks.Elements);
        var settled = merged.IsWhole && IsWhole(ended, move) && parts.All(part => part.State is ReturnState.Confirmed)
            && Holds(merged.Answers, asks);
        var before = heir.State;
        heir.TakeOver(settled, own is null, move.Now);
        db.AddVersion(heir, merged.Answers, move.Now, By(move));
        await RecordAsync(heir, before, move, ct);
        await LeaveAsync(ended, heir, move, ct);
        // Returns before figures: of two that change one at once its revision decides.
        await db.SaveChangesAsync(ct);

        if (settled)
        {
            await PostAsync(heir, asks, merged.Answers, move, ct);
        }
    }

    /// <summary>True when all of every ended place goes to its heir; of a split one nobody has said yet whose is what.</summary>
    private static bool IsWhole(IReadOnlyList<Return> ended, PlaceMove move) =>
        ended.All(@return => move.Successions.Single(succession => succession.FromId == @return.SubjectId && succession.IsDefault).Whole);

    private static bool Holds(Answers answers, ReturnForm asked) =>
        answers.Judge(asked.Form, asked.Elements).All(finding => finding.Check.Weight is not FindingWeight.Hard);

    private Return Begin(RoundForm asked, int subjectId)
    {
        var begun = Return.Of(asked, subjectId);
        db.Add(begun);

        return begun;
    }

    /// <summary>The other successors of a split place owe a return of their own, from its beginning.</summary>
    private void AddEmpty(RoundForm asked, int heirId, PlaceMove move)
    {
        foreach (var successor in move.Successions.Select(succession => succession.ToId).Distinct().Where(id => id != heirId))
        {
            db.Ask(asked, successor, move.Now, By(move));
        }
    }

    private async Task<IReadOnlyList<Answers>> AnswersAsync(IReadOnlyList<Return> parts, CancellationToken ct)
    {
        var answers = new List<Answers>();

        foreach (var part in parts)
        {
            answers.Add(Answers.FromJson(await db.ReturnVersions
                .Where(version => version.Owner == part.Owner && version.ReturnId == part.Id && version.Number == part.CurrentVersion)
                .Select(version => version.Answers)
                .SingleAsync(ct)));
        }

        return answers;
    }

    /// <summary>Those that end lead on to the heir's, and so does what they had taken over themselves and not brought home yet.</summary>
    private async Task LeaveAsync(IReadOnlyList<Return> ended, Return heir, PlaceMove move, CancellationToken ct)
    {
        foreach (var @return in ended)
        {
            var id = @return.Id;
            var waiting = await db.Returns
                .Where(other => other.Owner == heir.Owner && other.RoundId == heir.RoundId && other.TakenOverBy == id)
                .ToListAsync(ct);
            waiting.RemoveAll(other => other.TakenOverIn <= @return.ConfirmedVersion);

            foreach (var gone in waiting.Prepend(@return))
            {
                gone.GoTo(heir);
                await RecordAsync(gone, gone.State, move, ct);
                db.Record(new ReturnWentOver(gone.Id, heir.Id.Value, heir.CurrentVersion), gone.Owner, move.By, move.Now);
            }
        }
    }

    private async Task RecordAsync(Return @return, ReturnState from, PlaceMove move, CancellationToken ct)
    {
        var before = await db.ReturnMoves.CountAsync(taken => taken.Owner == @return.Owner && taken.ReturnId == @return.Id, ct);
        db.Add(new ReturnMove
        {
            Owner = @return.Owner,
            ReturnId = @return.Id,
            Number = before + 1,
            Step = ReturnStep.TakeOver,
            FromState = from,
            ToState = @return.State,
            Version = @return.CurrentVersion,
            TakenAt = move.Now.Instant,
            TakenBy = By(move),
            Reason = move.Successions[0].LegalBasis,
        });
    }

    private async Task PostAsync(Return heir, ReturnForm asked, Answers answers, PlaceMove move, CancellationToken ct)
    {
        if (await db.PostAnswersAsync(shelf, heir, asked, answers, move.Now.Instant, ct) is { } refusal)
        {
            throw new InvalidOperationException($"What was confirmed of the places that ended cannot be of their heir: {refusal}.");
        }
    }

    private static PersonId? By(PlaceMove move) => move.By is { } person ? new PersonId(person) : null;
}
