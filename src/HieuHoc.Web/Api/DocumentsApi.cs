using HieuHoc.Access;
using HieuHoc.Documents;

namespace HieuHoc.Web.Api;

/// <summary>A document of the register, as a list has it.</summary>
/// <param name="Number">Null where the document leaves it blank.</param>
/// <param name="IsReplaced">True where an issued document replaces it.</param>
public sealed record DocumentBody(
    Guid Id, DocumentType Type, DocumentLevel Level, DocumentState State, string? Number, DateOnly? IssuedOn, string Issuer, string Title, bool IsReplaced);

/// <summary>A part of what was found, and of how many.</summary>
public sealed record FoundDocumentsBody(int Count, IReadOnlyList<DocumentBody> Documents);

/// <summary>A document with what it stands in relation to.</summary>
/// <param name="Revision">Grows with every change.</param>
public sealed record WholeDocumentBody(
    DocumentBody Document, string Signer, string SignerAuthority, int? PeriodFrom, int? PeriodTo, IReadOnlyList<string> Recipients, string Text, int Revision,
    IReadOnlyList<DocumentRelationBody> Relations);

/// <summary>How the document stands to another, or the other to it.</summary>
/// <param name="IsFrom">True where this document stands so to the other.</param>
public sealed record DocumentRelationBody(DocumentRelationKind Kind, bool IsFrom, DocumentBody Other);

internal static class DocumentsApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeDocuments)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/documents", SearchAsync).Produces<FoundDocumentsBody>()
            .Opens("The documents of the register that have all words of q, fifty from skip on", ApiScopes.Read, Readers, new RequestUnreadable());
        api.MapGet("/documents/{id:guid}", GetAsync).Produces<WholeDocumentBody>()
            .Opens("A document with its text and its relations", ApiScopes.Read, Readers, new DocumentNotFound());
    }

    private static async Task<IResult> SearchAsync(SearchDocuments search, Actor actor, CancellationToken ct, string? q = null, int? year = null, int skip = 0)
    {
        if (skip < 0)
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var asked = new DocumentsAsked(q, Year: year);
        var found = await search.RunAsync(asked, actor, ct);
        var lines = await search.LinesAsync(asked, found.Skip(skip).Take(ApiLists.Most), actor, ct);

        return Results.Ok(new FoundDocumentsBody(found.Count, [.. lines.Select(Body)]));
    }

    private static async Task<IResult> GetAsync(Guid id, ReadDocument readDocument, Actor actor, CancellationToken ct)
    {
        var read = await readDocument.RunAsync(new DocumentId(id), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return ApiProblems.Of(refusal);
        }

        var (document, self) = (read.Value.Document, read.Value.Chain.Single(chained => chained.Steps == 0).Document);

        return Results.Ok(new WholeDocumentBody(
            Body(self with { IsReplaced = read.Value.ReplacedBy.Any() }), document.Signer, document.SignerAuthority, document.PeriodFrom, document.PeriodTo,
            document.Recipients.Split('\n', StringSplitOptions.RemoveEmptyEntries), read.Value.Text, document.Revision,
            [.. read.Value.Related.Select(related => new DocumentRelationBody(related.Kind, related.IsFrom, Body(related.Other)))]));
    }

    private static DocumentBody Body(DocumentLine line) =>
        new(line.Id.Value, line.Type, line.Level, line.State, line.Number, line.IssuedOn, line.Issuer, line.Title, line.IsReplaced);
}
