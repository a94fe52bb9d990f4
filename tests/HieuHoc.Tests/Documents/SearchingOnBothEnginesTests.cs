using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Documents;

/// <summary>The same register on both engines; skipped where there is no PostgreSQL.</summary>
public sealed class SearchingOnBothEnginesTests
{
    private static readonly string[] Syllables = ["Học", "tập", "suốt", "ĐỜI", "xã", "hội", "khuyến", "tài", "2030", "kế", "hoạch"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_documents_are_found_in_the_same_order_with_the_same_snippets()
    {
        await using var postgres = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var sqlite = await TestDatabase.EmptySqliteAsync(Ct);
        var registered = Registered();
        var (one, other) = (await FillAsync(postgres.Engine, registered), await FillAsync(sqlite.Engine, registered));

        foreach (var text in new[] { null, "hoc tap", "học", "xa hoi 2030", "ke hoach khuyen tai", "kh-ubnd", "% _", "3/KH-UBND" })
        {
            foreach (var asked in new[] { new DocumentsAsked(text), new DocumentsAsked(text, DocumentType.Plan, Year: 2021), new DocumentsAsked(text, Level: DocumentLevel.Central) })
            {
                Assert.Equal(await FoundAsync(postgres.Engine, asked, one), await FoundAsync(sqlite.Engine, asked, other));
            }
        }
    }

    private static List<(DocumentId Id, StatedDocument Stated)> Registered()
    {
        var random = new Random(2026);

        return
        [
            .. Enumerable.Range(1, 40).Select(i => (new DocumentId(Guid.CreateVersion7()), new StatedDocument
            {
                Type = i % 3 == 0 ? DocumentType.Decision : DocumentType.Plan,
                Level = i % 4 == 0 ? DocumentLevel.Central : DocumentLevel.Province,
                Number = i % 5 == 0 ? null : $"{i}/KH-UBND",
                IssuedOn = i % 7 == 0 ? null : new DateOnly(2020 + (i % 3), 1 + (i % 2), 1),
                Title = Words(random, 4),
                Text = Words(random, i * 3),
            })),
        ];
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static async Task<Actor> FillAsync(DbEngine engine, List<(DocumentId Id, StatedDocument Stated)> registered)
    {
        await engine.MigrateAsync(Ct);
        var given = new Given(engine);
        var province = given.Place();
        given.Owner(province);
        var actor = given.Person(Role.StandingAgency, province);
        await using var db = engine.Open();

        foreach (var (id, stated) in registered)
        {
            Assert.Null((await new RegisterDocument(db, new ProgrammeClock(new FixedTime())).RunAsync(id, stated, actor, Ct)).Refusal);
        }

        return actor;
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(DbEngine engine, DocumentsAsked asked, Actor actor)
    {
        await using var db = engine.Open();
        var search = new SearchDocuments(db);
        var lines = await search.LinesAsync(asked, await search.RunAsync(asked, actor, Ct), actor, Ct);

        return [.. lines.Select(line => $"{line.Id.Value} {line.Number} {string.Concat(line.Snippet.Select(piece => piece.Found ? $"[{piece.Text}]" : piece.Text))}")];
    }
}
