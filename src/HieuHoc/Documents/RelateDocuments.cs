using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Says how a document stands to another: whoever keeps the first says it, of any other that they see.</summary>
public sealed class RelateDocuments(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Relates them; the same request again changes nothing.</summary>
    public async Task<Outcome<DocumentRelation>> RunAsync(DocumentId from, DocumentId to, DocumentRelationKind kind, Actor actor, CancellationToken ct)
    {
        if (!await db.DocumentsVisibleTo(actor).AnyAsync(document => document.Id == from, ct)
            || !await db.DocumentsVisibleTo(actor).AnyAsync(document => document.Id == to, ct))
        {
            return new DocumentNotFound();
        }

        if (!await db.DocumentsKeptBy(actor).AnyAsync(document => document.Id == from, ct))
        {
            return new DocumentNotYoursToChange();
        }

        if (from == to)
        {
            return new DocumentRelatedToItself();
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // Two that relate at once could each close half of a circle.
        await db.Engine.LockAsync(db, "documents", ct);
        var outcome = await AddAsync(from, to, kind, actor, ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    private async Task<Outcome<DocumentRelation>> AddAsync(DocumentId from, DocumentId to, DocumentRelationKind kind, Actor actor, CancellationToken ct)
    {
        if (await db.DocumentRelations.SingleOrDefaultAsync(
            row => row.Owner == actor.Owner && row.FromId == from && row.ToId == to && row.Kind == kind, ct) is { } before)
        {
            return before;
        }

        if (await LeadsToAsync(actor.Owner, to, from, DocumentRelations.OrderOf(kind), ct))
        {
            return new DocumentsInACircle();
        }

        var relation = new DocumentRelation
        {
            Owner = actor.Owner,
            FromId = from,
            ToId = to,
            Kind = kind,
            RelatedBy = actor.PersonId?.Value,
            RelatedAt = clock.Now.Instant,
        };
        db.Add(relation);
        db.Record(new DocumentsRelated(from, to, kind), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return relation;
    }

    /// <summary>True when relations of these kinds lead from one document to another, whoever sees those between.</summary>
    private async Task<bool> LeadsToAsync(short owner, DocumentId from, DocumentId to, IReadOnlyList<DocumentRelationKind> kinds, CancellationToken ct)
    {
        var (seen, next) = (new HashSet<DocumentId> { from }, new List<DocumentId> { from });

        while (next.Count > 0 && kinds.Count > 0)
        {
            var asked = next;
            var reached = await db.DocumentRelations
                .Where(row => row.Owner == owner && EF.Parameter(kinds).Contains(row.Kind) && EF.Parameter(asked).Contains(row.FromId))
                .Select(row => row.ToId).Distinct().ToListAsync(ct);

            if (reached.Contains(to))
            {
                return true;
            }

            next = [.. reached.Where(seen.Add)];
        }

        return false;
    }
}
