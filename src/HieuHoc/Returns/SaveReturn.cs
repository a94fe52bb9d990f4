using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What a saving left behind: the answers as understood, and what the checks say of them.</summary>
public sealed record SavedReturn(ReturnId Id, int Revision, DateTime SavedAt, Answers Answers, IReadOnlyList<BrokenCheck> Findings);

/// <summary>Keeps what the officer has typed so far. Findings never block it.</summary>
public sealed class SaveReturn(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Saves all cells of the form; a cell that was typed empty is no longer answered.</summary>
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

        if (again && (read.Unreadable.Count > 0 || !AreStored(version, read.Answers)))
        {
            return new ReturnChangedMeanwhile();
        }

        if (read.Unreadable.Count > 0)
        {
            return new AnswersUnreadable(read.Unreadable.Count);
        }

        if (!again)
        {
            Keep(version, read.Answers, actor);
        }

        return await db.SaveReturnAsync(ct) is { } conflict
            ? conflict
            : new SavedReturn(id, @return.Revision, version.SavedAt, read.Answers, read.Answers.Judge(form, elements));
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
