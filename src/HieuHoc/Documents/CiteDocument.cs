using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>A document as another names it.</summary>
/// <param name="Number">As printed; what has no digit, as the name of a law, is taken for a title.</param>
public sealed record Citation(string? Number, DateOnly? IssuedOn)
{
    public string Title { get; init; } = "";

    public string Issuer { get; init; } = "";

    public DocumentLevel Level { get; init; } = DocumentLevel.Central;

    /// <summary>What is known of the document by this alone.</summary>
    internal StatedDocument Stated => DocumentNumbers.Key(Number) is null
        ? new() { Type = DocumentNumbers.TypeOfName(Name), Level = Level, IssuedOn = IssuedOn, Title = Name, Issuer = Issuer }
        : new() { Type = DocumentNumbers.TypeOf(Number), Level = Level, Number = Number, IssuedOn = IssuedOn, Title = Title, Issuer = Issuer };

    private string Name => Title.Length > 0 ? Title : Number ?? "";
}

/// <summary>
/// Relates a document to one that it names: the one of this number and day, or of this name, that the register has, else one that
/// is registered with what the citation says.
/// </summary>
public sealed class CiteDocument(HieuHocDb db, RegisterDocument registerDocument, RelateDocuments relateDocuments)
{
    /// <param name="newId">Under which it is registered where the register has none; chosen by the sender.</param>
    public async Task<Outcome<DocumentRelation>> RunAsync(
        DocumentId from, DocumentRelationKind kind, Citation citation, DocumentId newId, Actor actor, CancellationToken ct)
    {
        if (!await db.DocumentsVisibleTo(actor).AnyAsync(document => document.Id == from, ct))
        {
            return new DocumentNotFound();
        }

        if (!await db.DocumentsKeptBy(actor).AnyAsync(document => document.Id == from, ct))
        {
            return new DocumentNotYoursToChange();
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // Two that cite the same document at once would both find none.
        await db.Engine.LockAsync(db, "documents", ct);
        var stated = citation.Stated.Kept();
        var cited = await FindAsync(stated, actor, ct);

        if (cited is null)
        {
            var registered = await registerDocument.RunAsync(newId, stated, actor, ct);

            if (registered.Refusal is { } refusal)
            {
                return refusal;
            }

            cited = registered.Value.Id;
        }

        var outcome = await relateDocuments.RunAsync(from, cited.Value, kind, actor, ct);

        // Nothing is registered for a relation that was refused.
        if (transaction is not null && outcome.Refusal is null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>The one that it must be: the only one that fits, or of several the one of this very day.</summary>
    private async Task<DocumentId?> FindAsync(StatedDocument stated, Actor actor, CancellationToken ct)
    {
        var issuer = DocumentNumbers.IssuerKey(stated.Issuer);
        var fitting = stated.Number is null ? await NamedAsync(stated, actor, ct) : await db.DocumentsOfNumber(actor, stated.Number, stated.IssuedOn).AsNoTracking().ToListAsync(ct);
        var known = fitting.Where(document => issuer.Length == 0 || document.IssuedBy.Length == 0 || document.IssuedBy == issuer).ToList();

        return known switch
        {
            [var only] => only.Id,
            [var first, ..] when stated.IssuedOn is not null && first.IssuedOn == stated.IssuedOn => first.Id,
            _ => null,
        };
    }

    /// <summary>Documents without a number that are called so.</summary>
    private async Task<IReadOnlyList<OfficialDocument>> NamedAsync(StatedDocument stated, Actor actor, CancellationToken ct)
    {
        var (begins, name) = ($" {string.Join(' ', FoldedWords.In(stated.Title))} ", Vietnamese.Fold(stated.Title));
        var called = db.DocumentVocabularies.Where(words => words.Owner == actor.Owner && words.Head.StartsWith(begins)).Select(words => words.DocumentId);
        var found = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .Where(document => document.NumberKey == null && called.Contains(document.Id) && (stated.IssuedOn == null || document.IssuedOn == null || document.IssuedOn == stated.IssuedOn))
            .OrderBy(document => document.Id).ToListAsync(ct);

        return [.. found.Where(document => Vietnamese.Fold(document.Title) == name)];
    }
}
