using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Takes a document into the register with what is known of it; one that is there already is recognised and never doubled.</summary>
public sealed class RegisterDocument(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Registers it; the same request again changes nothing.</summary>
    public async Task<Outcome<OfficialDocument>> RunAsync(DocumentId id, StatedDocument given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepDocuments))
        {
            return new DocumentsNotYoursToKeep();
        }

        var stated = given.Kept();

        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // Two that register the same document at once would both find none.
        await db.Engine.LockAsync(db, "documents", ct);
        var outcome = await AddAsync(id, stated, actor, ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    private async Task<Outcome<OfficialDocument>> AddAsync(DocumentId id, StatedDocument stated, Actor actor, CancellationToken ct)
    {
        if (await db.OfficialDocuments.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.Id == id, ct) is { } before)
        {
            return StatedDocument.Of(before, (await db.TextOfAsync(before, ct))?.Text ?? "") == stated ? before : new DocumentDiffers();
        }

        var document = new OfficialDocument
        {
            Owner = actor.Owner,
            Id = id,
            PlaceId = actor.PlaceId,
            AgencyId = actor.OwnAgency,
            RegisteredBy = actor.PersonId?.Value,
            RegisteredAt = clock.Now.Instant,
        };
        document.Say(stated, await db.IssuerNamedAsync(actor.Owner, stated.Issuer, stated.IssuedOn ?? clock.Now.Day, ct));

        if (await db.SameDocumentAsync(document, ct) is { } known)
        {
            return new DocumentAlreadyRegistered(known.Id, known.Number!);
        }

        db.Add(document);
        await db.KeepTextAsync(document, stated.Text, ct);
        db.Record(new DocumentRegistered(id), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return document;
    }
}
