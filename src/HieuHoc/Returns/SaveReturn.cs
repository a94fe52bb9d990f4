using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Cells;

namespace HieuHoc.Returns;

/// <summary>What a saving left behind: the answers as understood, and what the checks say of them.</summary>
public sealed record SavedReturn(ReturnId Id, int Revision, DateTime SavedAt, Answers Answers, IReadOnlyList<BrokenCheck> Findings);

/// <summary>Keeps what the officer has typed so far. Findings never block it.</summary>
public sealed class SaveReturn(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>How many cells that cannot be changed a sentence names.</summary>
    private const int MostNamed = 5;

    /// <summary>
    /// Saves all cells of the form; a cell that was typed empty is no longer answered. Of a return that was given back for single
    /// cells only these are saved, and another value in one of the others is refused.
    /// </summary>
    /// <param name="startedFrom">The revision that the officer's page showed.</param>
    public async Task<Outcome<SavedReturn>> RunAsync(
        ReturnId id, int startedFrom, IReadOnlyDictionary<string, string?> typed, Actor actor, CancellationToken ct) =>
        await db.StandingReturnAsync(shelf, id, actor, clock.Now.Day, ct) is { } standing
            ? await RunAsync(standing, startedFrom, typed, actor, ct)
            : new ReturnNotFound();

    /// <summary>The same for a return that the caller has just read as the actor sees it, to look at before.</summary>
    public async Task<Outcome<SavedReturn>> RunAsync(
        StandingReturn standing, int startedFrom, IReadOnlyDictionary<string, string?> typed, Actor actor, CancellationToken ct)
    {
        var (@return, version, stored, (form, elements, _)) = standing;

        if (!ReturnSteps.MayType(actor.Role, form.Way))
        {
            return new ReturnNotYoursToFill();
        }

        // Perhaps the same request again; whether it is, the answers tell.
        var again = @return.IsEditable && startedFrom == @return.Revision - 1;

        if (!again && @return.Touch(startedFrom) is { } refusal)
        {
            return refusal;
        }

        var read = TypedAnswers.Read(typed, form, elements);
        var marked = await db.AskedCellsAsync(@return, form, ct);
        var answers = marked?.Kept(stored, read.Answers) ?? read.Answers;
        var unfit = Unfit(read, marked, typed, standing);

        var changed = answers.ChangedFrom(stored);

        if (again && (unfit is not null || changed.Count > 0))
        {
            return new ReturnChangedMeanwhile();
        }

        if (unfit is not null)
        {
            return unfit;
        }

        if (!again)
        {
            Keep(version, answers, changed, actor);
        }

        return await db.SaveReturnAsync(ct) is { } conflict
            ? conflict
            : new SavedReturn(@return.Id, @return.Revision, version.SavedAt, answers, answers.Judge(form, elements));
    }

    /// <summary>What was typed and cannot be kept.</summary>
    private static Refusal? Unfit(TypedAnswers read, AskedCells? marked, IReadOnlyDictionary<string, string?> typed, StandingReturn standing)
    {
        if (read.Unreadable.Count > 0)
        {
            return new AnswersUnreadable(read.Unreadable.Count);
        }

        var (form, elements, _) = standing.Asked;
        var touched = marked?.Touched(standing.Answers, read.Answers, form.Cells.Where(typed.ContainsKey)) ?? [];

        return touched.Count == 0 ? null : new CellsFrozen(
            touched.Count,
            string.Join("; ", touched.Take(MostNamed).Select(name => elements[EstimatedCell.ElementOf(name)].Title.Here))
                + (touched.Count > MostNamed ? " …" : ""));
    }

    private void Keep(ReturnVersion version, Answers answers, IReadOnlyList<string> changed, Actor actor)
    {
        var now = clock.Now;
        version.Answers = answers.ToJson();
        version.SavedAt = now.Instant;
        version.SavedBy = actor.PersonId;
        db.Record(new ReturnSaved(version.ReturnId, version.Number, changed), version.Owner, actor.PersonId?.Value, now);
    }
}
