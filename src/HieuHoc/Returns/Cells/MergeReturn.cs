using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns.Cells;

/// <summary>
/// Keeps what the officer has typed although others saved the same return meanwhile: of each cell the value of whoever changed it.
/// Where both did, differently, nothing is saved until a person has chosen.
/// </summary>
public sealed class MergeReturn(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, SaveReturn saveReturn)
{
    /// <summary>How often it is looked anew when somebody saves in the same moment.</summary>
    private const int Attempts = 5;

    /// <summary>Saves the cells that are named; the others stay as they are.</summary>
    /// <param name="startedFrom">The revision that the officer's page showed; null where each cell itself says what it stood on.</param>
    public async Task<Outcome<SavedReturn>> RunAsync(
        ReturnId id, int? startedFrom, IReadOnlyDictionary<string, TypedCell> cells, Actor actor, CancellationToken ct)
    {
        for (var left = Attempts; ; left--)
        {
            var outcome = await MergeAsync(id, startedFrom, cells, actor, ct);

            if (outcome.Refusal is not ReturnChangedMeanwhile || left == 1)
            {
                return outcome;
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome<SavedReturn>> MergeAsync(
        ReturnId id, int? startedFrom, IReadOnlyDictionary<string, TypedCell> cells, Actor actor, CancellationToken ct)
    {
        if (await db.StandingReturnAsync(shelf, id, actor, clock.Now.Day, ct) is not { } standing)
        {
            return new ReturnNotFound();
        }

        var (@return, version, stored, (form, elements, _)) = standing;
        var merge = CellMerge.Of(cells, stored, form, elements);

        // Who may not save now is told so before anything of what others saved.
        if (!@return.IsEditable || !ReturnSteps.MayType(actor.Role, form.Way))
        {
            return await saveReturn.RunAsync(standing, startedFrom ?? @return.Revision, merge.Typed, actor, ct);
        }

        if (startedFrom == @return.Revision)
        {
            return await saveReturn.RunAsync(standing, @return.Revision, merge.Typed, actor, ct);
        }

        if (merge.Conflicts is [var first, ..])
        {
            return new CellsInConflict(merge.Conflicts.Count, elements[EstimatedCell.ElementOf(first)].Title.Here);
        }

        var read = TypedAnswers.Read(merge.Typed, form, elements);

        // The same request again, or all of it saved by the other one.
        return read.Unreadable.Count == 0 && form.Cells.All(name => read.Answers.Of(name) == stored.Of(name))
            ? new SavedReturn(id, @return.Revision, version.SavedAt, read.Answers, read.Answers.Judge(form, elements))
            : await saveReturn.RunAsync(standing, @return.Revision, merge.Typed, actor, ct);
    }
}
