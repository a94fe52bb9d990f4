using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>Which documents somebody looks for; what is null is not asked.</summary>
/// <param name="Text">Words, in any order, of number, title, issuer, signer or text; diacritics do not matter.</param>
public sealed record DocumentsAsked(string? Text, DocumentType? Type = null, DocumentLevel? Level = null, int? Year = null)
{
    /// <summary>The most words that are looked for; the others narrow nothing.</summary>
    public const int MostWords = 12;

    /// <summary>The words, folded.</summary>
    public IReadOnlyList<string> Words { get; } = [.. FoldedWords.In(Text ?? "").Distinct().Take(MostWords)];

    /// <summary>The text as it would stand in a title: who types a whole phrase finds first what is called so.</summary>
    internal string Phrase { get; } = $" {string.Join(' ', FoldedWords.In(Text ?? "").Take(MostWords))} ";
}

/// <summary>One line of the register.</summary>
/// <param name="IsReplaced">True where an issued document that the actor sees replaces it.</param>
public sealed record DocumentLine(
    DocumentId Id, DocumentType Type, DocumentLevel Level, DocumentState State, string? Number, DateOnly? IssuedOn, string Issuer, string Title, bool IsReplaced)
{
    /// <summary>Where in the text the words stand; empty where nothing was looked for, or it stands in none.</summary>
    public IReadOnlyList<MarkedText> Snippet { get; init; } = [];
}

/// <summary>
/// Finds documents of the register: all words are among those of the document. Those whose number, title or issuer has the words
/// as they were typed come first, then the youngest.
/// </summary>
public sealed class SearchDocuments(HieuHocDb db)
{
    /// <summary>All that are found, in their order; a register has some thousands.</summary>
    public async Task<IReadOnlyList<DocumentId>> RunAsync(DocumentsAsked asked, Actor actor, CancellationToken ct) => await InOrder(asked, actor).ToListAsync(ct);

    /// <summary>The lines of some that were found, with where the words stand.</summary>
    public async Task<IReadOnlyList<DocumentLine>> LinesAsync(DocumentsAsked asked, IEnumerable<DocumentId> found, Actor actor, CancellationToken ct)
    {
        IReadOnlyList<DocumentId> ids = [.. found];
        var (relations, visible, texts, looked) = (db.DocumentRelations, db.DocumentsVisibleTo(actor), db.DocumentTexts, asked.Words.Count > 0);
        var rows = await visible.AsNoTracking().Where(document => EF.Parameter(ids).Contains(document.Id))
            .Select(document => new
            {
                Line = new DocumentLine(
                    document.Id, document.Type, document.Level, document.State, document.Number, document.IssuedOn, document.Issuer, document.Title,
                    relations.Any(relation => relation.Owner == document.Owner && relation.ToId == document.Id && relation.Kind == DocumentRelationKind.Replaces
                        && visible.Any(other => other.Id == relation.FromId && other.State == DocumentState.Issued))),
                Text = looked ? texts.Where(text => text.Owner == document.Owner && text.DocumentId == document.Id).Select(text => text.Text).FirstOrDefault() : null,
            })
            .ToDictionaryAsync(row => row.Line.Id, ct);

        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].Line with { Snippet = Snippets.Best(rows[id].Text ?? "", asked.Words) })];
    }

    private IQueryable<DocumentId> InOrder(DocumentsAsked asked, Actor actor)
    {
        var (found, phrase) = (Found(asked, actor), asked.Phrase);

        if (asked.Words.Count == 0)
        {
            return found.OrderBy(document => document.IssuedOn == null).ThenByDescending(document => document.IssuedOn).ThenBy(document => document.Id)
                .Select(document => document.Id);
        }

        return found
            .Join(
                db.DocumentVocabularies.Where(row => row.Owner == actor.Owner), document => document.Id, row => row.DocumentId,
                (document, row) => new { document.Id, document.IssuedOn, IsCalledSo = row.Head.Contains(phrase) })
            .OrderByDescending(row => row.IsCalledSo).ThenBy(row => row.IssuedOn == null).ThenByDescending(row => row.IssuedOn).ThenBy(row => row.Id)
            .Select(row => row.Id);
    }

    private IQueryable<OfficialDocument> Found(DocumentsAsked asked, Actor actor)
    {
        var found = db.DocumentsVisibleTo(actor)
            .Where(document => (asked.Type == null || document.Type == asked.Type) && (asked.Level == null || document.Level == asked.Level));

        if (asked.Year is { } year)
        {
            found = year is >= 1 and <= 9998
                ? found.Where(document => document.IssuedOn >= new DateOnly(year, 1, 1) && document.IssuedOn <= new DateOnly(year, 12, 31))
                : found.Where(_ => false);
        }

        if (asked.Words.Count == 0)
        {
            return found;
        }

        var among = db.DocumentVocabularies.Where(row => row.Owner == actor.Owner);

        // The longest first: few documents have it, and the others are asked of these alone.
        foreach (var word in asked.Words.OrderByDescending(word => word.Length))
        {
            var whole = $" {word} ";
            among = among.Where(row => row.Words.Contains(whole));
        }

        var ids = among.Select(row => row.DocumentId);

        return found.Where(document => ids.Contains(document.Id));
    }
}
