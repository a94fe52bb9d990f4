using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// The register of Quảng Trị's demonstration: its plans about the learning society and what they rest on. Real documents, with what
/// the plans themselves say of them (<c>documents.json</c>); nothing is made up, and what a plan leaves blank stays blank.
/// </summary>
internal sealed class DemoDocuments(DbEngine engine, StoryTime time)
{
    /// <summary>Registers and relates them, all or none; where documents are registered, nothing.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (await db.OfficialDocuments.AnyAsync(document => document.Owner == owner.Id, ct))
        {
            return;
        }

        var (clock, actor, documents) = (new ProgrammeClock(time), new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), Read());
        var (register, relate, ids) = (new RegisterDocument(db, clock), new RelateDocuments(db, clock), new Dictionary<string, DocumentId>());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        foreach (var document in documents)
        {
            ids[document.Name] = (await register.RunAsync(new DocumentId(Guid.CreateVersion7()), document.Stated, actor, ct)).Value.Id;
        }

        foreach (var (document, (kind, other)) in documents.SelectMany(document => document.Relations, (document, relation) => (document, relation)))
        {
            _ = (await relate.RunAsync(ids[document.Name], ids[other], kind, actor, ct)).Value;
        }

        await transaction.CommitAsync(ct);
    }

    private static List<RealDocument> Read()
    {
        using var file = typeof(DemoDocuments).Assembly.GetManifestResourceStream(typeof(DemoDocuments), "documents.json")!;

        return JsonSerializer.Deserialize<List<RealDocument>>(file, Json.Compact)!;
    }

    /// <summary>A document as the file has it.</summary>
    /// <param name="Name">What the others call it here.</param>
    /// <param name="Source">Which text says so.</param>
    /// <param name="Type">Left out where the number says it.</param>
    private sealed record RealDocument(
        string Name, string Source, DocumentLevel Level, DocumentType? Type = null, string? Number = null, DateOnly? IssuedOn = null, string Issuer = "", string Title = "", string Signer = "",
        string SignerAuthority = "", int? PeriodFrom = null, int? PeriodTo = null)
    {
        public IReadOnlyList<string> Recipients { get; init; } = [];

        public IReadOnlyList<string> Implements { get; init; } = [];

        public IReadOnlyList<string> DerivedFrom { get; init; } = [];

        public IReadOnlyList<string> Cites { get; init; } = [];

        public IEnumerable<(DocumentRelationKind Kind, string Other)> Relations =>
        [
            .. Implements.Select(other => (DocumentRelationKind.Implements, other)),
            .. DerivedFrom.Select(other => (DocumentRelationKind.DerivedFrom, other)),
            .. Cites.Select(other => (DocumentRelationKind.Cites, other)),
        ];

        public StatedDocument Stated => new()
        {
            Type = Type ?? DocumentNumbers.TypeOf(Number),
            Level = Level,
            Number = Number,
            IssuedOn = IssuedOn,
            Issuer = Issuer,
            Title = Title,
            Signer = Signer,
            SignerAuthority = SignerAuthority,
            PeriodFrom = PeriodFrom,
            PeriodTo = PeriodTo,
            Recipients = string.Join('\n', Recipients),
        };
    }
}
