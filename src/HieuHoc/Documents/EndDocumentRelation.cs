using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Takes back that a document stands to another so; the audit keeps that it did.</summary>
public sealed class EndDocumentRelation(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Refusal?> RunAsync(DocumentId from, DocumentId to, DocumentRelationKind kind, Actor actor, CancellationToken ct)
    {
        var visible = db.DocumentsVisibleTo(actor).Select(document => document.Id);
        var found = await db.DocumentRelations.SingleOrDefaultAsync(
            row => row.Owner == actor.Owner && row.FromId == from && row.ToId == to && row.Kind == kind && visible.Contains(from) && visible.Contains(to), ct);

        if (found is null)
        {
            return new DocumentRelationNotFound();
        }

        if (!await db.DocumentsKeptBy(actor).AnyAsync(document => document.Id == from, ct))
        {
            return new DocumentNotYoursToChange();
        }

        db.Remove(found);
        db.Record(new DocumentRelationEnded(from, to, kind), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return null;
    }
}
