using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Another document, and how it stands to the one that is read.</summary>
/// <param name="IsFrom">True where the one that is read stands so to the other; false where the other does to it.</param>
public sealed record RelatedDocument(DocumentRelationKind Kind, bool IsFrom, DocumentLine Other);

/// <summary>One document of the way from the country's level down to what was made of it.</summary>
/// <param name="Steps">How many relations lead there: below nought upwards, above nought downwards, nought is the document itself.</param>
public sealed record ChainedDocument(int Steps, DocumentLine Document);

/// <summary>A document with all that its page shows.</summary>
/// <param name="Chain">From the highest to what rests on it; the document alone where it rests on nothing and nothing on it.</param>
public sealed record DocumentRead(
    OfficialDocument Document, string Text, bool IsKept, IReadOnlyList<RelatedDocument> Related, IReadOnlyList<ChainedDocument> Chain)
{
    /// <summary>The issued documents that replace it.</summary>
    public IEnumerable<DocumentLine> ReplacedBy => Related
        .Where(related => related is { Kind: DocumentRelationKind.Replaces, IsFrom: false, Other.State: DocumentState.Issued })
        .Select(related => related.Other);
}

/// <summary>Reads a document with what it stands in relation to, as far as the actor sees that too.</summary>
public sealed class ReadDocument(HieuHocDb db)
{
    /// <summary>Steps of the way that are shown: the country has five levels, and a level may have two.</summary>
    private const int MostSteps = 10;

    /// <summary>Documents of the way that are shown at most on one step.</summary>
    private const int MostOfAStep = 50;

    public async Task<Outcome<DocumentRead>> RunAsync(DocumentId id, Actor actor, CancellationToken ct)
    {
        if (await db.DocumentsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(document => document.Id == id, ct) is not { } document)
        {
            return new DocumentNotFound();
        }

        var text = (await db.TextOfAsync(document, ct))?.Text ?? "";
        var kept = await db.DocumentsKeptBy(actor).AnyAsync(row => row.Id == id, ct);
        var related = await RelatedAsync(id, actor, ct);

        return new DocumentRead(document, text, kept, related, await ChainAsync(document, related, actor, ct));
    }

    private async Task<IReadOnlyList<RelatedDocument>> RelatedAsync(DocumentId id, Actor actor, CancellationToken ct)
    {
        var relations = await db.DocumentRelations.AsNoTracking()
            .Where(relation => relation.Owner == actor.Owner && (relation.FromId == id || relation.ToId == id)).ToListAsync(ct);
        var ids = relations.Select(relation => relation.FromId == id ? relation.ToId : relation.FromId).ToHashSet();
        var others = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .Where(document => EF.Parameter(ids).Contains(document.Id)).ToDictionaryAsync(document => document.Id, ct);

        return
        [
            .. from relation in relations
               let other = others.GetValueOrDefault(relation.FromId == id ? relation.ToId : relation.FromId)
               where other is not null
               orderby relation.Kind, other.Level, other.IssuedOn, other.NumberKey, other.Id.Value
               select new RelatedDocument(relation.Kind, relation.FromId == id, LineOf(other)),
        ];
    }

    private async Task<IReadOnlyList<ChainedDocument>> ChainAsync(
        OfficialDocument document, IReadOnlyList<RelatedDocument> related, Actor actor, CancellationToken ct)
    {
        var self = new ChainedDocument(0, LineOf(document));

        if (!related.Any(other => DocumentRelations.Upwards.Contains(other.Kind)))
        {
            return [self];
        }

        return
        [
            .. (await FollowAsync(document.Id, up: true, actor, ct)).Reverse(),
            self,
            .. await FollowAsync(document.Id, up: false, actor, ct),
        ];
    }

    /// <summary>What relations lead to, step by step; what two ways lead to stands on the nearer step.</summary>
    private async Task<IReadOnlyList<ChainedDocument>> FollowAsync(DocumentId from, bool up, Actor actor, CancellationToken ct)
    {
        var (seen, next, found, kinds) = (new HashSet<DocumentId> { from }, new List<DocumentId> { from }, new List<ChainedDocument>(), DocumentRelations.Upwards);

        for (var step = 1; step <= MostSteps && next.Count > 0; step++)
        {
            var asked = next;
            var relations = db.DocumentRelations.Where(relation => relation.Owner == actor.Owner && EF.Parameter(kinds).Contains(relation.Kind));
            var ids = up
                ? relations.Where(relation => EF.Parameter(asked).Contains(relation.FromId)).Select(relation => relation.ToId)
                : relations.Where(relation => EF.Parameter(asked).Contains(relation.ToId)).Select(relation => relation.FromId);
            var rows = await db.DocumentsVisibleTo(actor).AsNoTracking().Where(document => ids.Contains(document.Id))
                .OrderByDescending(document => document.IssuedOn).ThenBy(document => document.Id).Take(MostOfAStep).ToListAsync(ct);
            var fresh = rows.Where(row => seen.Add(row.Id)).ToList();
            found.AddRange(fresh.OrderBy(row => up ? -(int)row.Level : (int)row.Level).Select(row => new ChainedDocument(up ? -step : step, LineOf(row))));
            next = [.. fresh.Select(row => row.Id)];
        }

        return found;
    }

    private static DocumentLine LineOf(OfficialDocument document) => new(
        document.Id, document.Type, document.Level, document.State, document.Number, document.IssuedOn, document.Issuer, document.Title, false);
}
