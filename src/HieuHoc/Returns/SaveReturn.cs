using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

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
        ReturnId id, int startedFrom, IReadOnlyDictionary<string, string?> typed, Actor actor, CancellationToken ct)
    {
        var @return = await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct);

        if (@return is null)
        {
            return new ReturnNotFound();
        }

        var version = await db.ReturnVersions.SingleAsync(
            version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == @return.CurrentVersion, ct);
        var (form, elements, _) = await db.FormOfAsync(shelf, @return, version.FormPackId, clock.Now.Day, ct);

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
        var answers = marked?.Kept(Answers.FromJson(version.Answers), read.Answers) ?? read.Answers;
        var unfit = Unfit(read, version, marked, typed, form, elements);

        if (again && (unfit is not null || !AreStored(version, answers)))
        {
            return new ReturnChangedMeanwhile();
        }

        if (unfit is not null)
        {
            return unfit;
        }

        if (!again)
        {
            Keep(version, answers, actor);
        }

        return await db.SaveReturnAsync(ct) is { } conflict
            ? conflict
            : new SavedReturn(id, @return.Revision, version.SavedAt, answers, answers.Judge(form, elements));
    }

    /// <summary>What was typed and cannot be kept.</summary>
    private static Refusal? Unfit(
        TypedAnswers read,
        ReturnVersion version,
        AskedCells? marked,
        IReadOnlyDictionary<string, string?> typed,
        FormsPack form,
        IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        if (read.Unreadable.Count > 0)
        {
            return new AnswersUnreadable(read.Unreadable.Count);
        }

        var touched = marked?.Touched(Answers.FromJson(version.Answers), read.Answers, form.Cells.Where(typed.ContainsKey)) ?? [];

        return touched.Count == 0 ? null : new CellsFrozen(
            touched.Count,
            string.Join("; ", touched.Take(MostNamed).Select(name => elements[EstimatedCell.ElementOf(name)].Title.Here))
                + (touched.Count > MostNamed ? " …" : ""));
    }

    // Not the texts: PostgreSQL keeps a document in an order of its own.
    private static bool AreStored(ReturnVersion version, Answers answers) =>
        Answers.FromJson(version.Answers).ToJson() == answers.ToJson();

    private void Keep(ReturnVersion version, Answers answers, Actor actor)
    {
        var before = Answers.FromJson(version.Answers).Names;
        var changed = answers.Names.Keys.Union(before.Keys)
            .Where(name => answers.Names.GetValueOrDefault(name, -1) != before.GetValueOrDefault(name, -1))
            .Order(StringComparer.Ordinal)
            .ToList();
        var now = clock.Now;
        version.Answers = answers.ToJson();
        version.SavedAt = now.Instant;
        version.SavedBy = actor.PersonId;
        db.Record(new ReturnSaved(version.ReturnId, version.Number, changed), version.Owner, actor.PersonId?.Value, now);
    }
}
