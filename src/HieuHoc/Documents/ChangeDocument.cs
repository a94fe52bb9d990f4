using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Says of a registered document what is known of it now; nobody's change is overwritten unseen.</summary>
public sealed class ChangeDocument(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Changes it; what says nothing new changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<OfficialDocument>> RunAsync(DocumentId id, int startedFrom, StatedDocument given, Actor actor, CancellationToken ct)
    {
        if (!await db.DocumentsVisibleTo(actor).AnyAsync(document => document.Id == id, ct))
        {
            return new DocumentNotFound();
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // It may become what somebody else is registering at this moment.
        await db.Engine.LockAsync(db, "documents", ct);

        if (await db.DocumentsKeptBy(actor).SingleOrDefaultAsync(document => document.Id == id, ct) is not { } document)
        {
            return new DocumentNotYoursToChange();
        }

        var outcome = await SayAsync(document, startedFrom, given.Kept(), actor, ct);

        if (outcome.Refusal is null)
        {
            await db.SaveChangesAsync(ct);

            if (transaction is not null)
            {
                await transaction.CommitAsync(ct);
            }
        }

        return outcome;
    }

    private async Task<Outcome<OfficialDocument>> SayAsync(OfficialDocument document, int startedFrom, StatedDocument stated, Actor actor, CancellationToken ct)
    {
        var fields = stated.DiffersIn(StatedDocument.Of(document, (await db.TextOfAsync(document, ct))?.Text ?? ""));

        // The same request again, or a page that was saved as it was.
        if (fields.Count == 0)
        {
            return document;
        }

        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        if (document.Revision != startedFrom)
        {
            return new DocumentChangedMeanwhile();
        }

        // It would be its office's alone again, and gone for who changed it.
        if (stated.State is DocumentState.Draft && document.State is DocumentState.Issued && !IsOfOwnOffice(document, actor))
        {
            return new DocumentNotYoursToChange();
        }

        document.Say(stated, await db.IssuerNamedAsync(document.Owner, stated.Issuer, stated.IssuedOn ?? clock.Now.Day, ct));

        if (await db.SameDocumentAsync(document, ct) is { } known)
        {
            return new DocumentAlreadyRegistered(known.Id, known.Number!);
        }

        await db.KeepTextAsync(document, stated.Text, ct);
        db.Record(new DocumentChanged(document.Id, fields), document.Owner, actor.PersonId?.Value, clock.Now);

        return document;
    }

    /// <summary>True where somebody of the actor's office, and not the standing agency for another, keeps it.</summary>
    private static bool IsOfOwnOffice(OfficialDocument document, Actor actor) =>
        document.PlaceId == actor.PlaceId && (actor.OwnAgency is not null || document.AgencyId is null);
}
