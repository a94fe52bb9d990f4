using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.Documents;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

public sealed class RelateDocumentsTests : DocumentsTest
{
    private DocumentId decision;
    private DocumentId plan;

    private RelateDocuments Relate => new(Db, Clock);

    private EndDocumentRelation End => new(Db, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (decision, plan) = (await RegisteredAsync(Decision1373), await RegisteredAsync(ProvincePlan));
    }

    [Fact]
    public async Task A_relation_is_read_from_both_sides_and_told_once()
    {
        await Relate.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct);
        await Relate.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct);

        var (of, to) = (Assert.Single((await ReadAsync(plan)).Related), Assert.Single((await ReadAsync(decision)).Related));
        Assert.Equal((DocumentRelationKind.Implements, true, decision), (of.Kind, of.IsFrom, of.Other.Id));
        Assert.Equal((DocumentRelationKind.Implements, false, plan), (to.Kind, to.IsFrom, to.Other.Id));
        Assert.Equal(1, await ToldAsync<DocumentsRelated>(plan));
    }

    [Fact]
    public async Task A_document_that_was_replaced_says_by_what_unless_that_is_a_draft()
    {
        var draft = await RegisteredAsync(ProvincePlan with { State = DocumentState.Draft, Number = null });
        await Relate.RunAsync(draft, plan, DocumentRelationKind.Replaces, Standing, Ct);
        Assert.Empty((await ReadAsync(plan)).ReplacedBy);

        var later = await RegisteredAsync(ProvincePlan with { Number = "1/KH-UBND" });
        await Relate.RunAsync(later, plan, DocumentRelationKind.Replaces, Standing, Ct);

        Assert.Equal([later], (await ReadAsync(plan)).ReplacedBy.Select(document => document.Id));
        var lines = await new SearchDocuments(Stored()).LinesAsync(new DocumentsAsked(null), [decision, plan, draft, later], Standing, Ct);
        Assert.Equal([plan], lines.Where(line => line.IsReplaced).Select(line => line.Id));
    }

    [Theory]
    [InlineData(DocumentRelationKind.Implements, DocumentRelationKind.Implements, false)]
    [InlineData(DocumentRelationKind.Implements, DocumentRelationKind.DerivedFrom, false)]
    [InlineData(DocumentRelationKind.Replaces, DocumentRelationKind.Replaces, false)]
    [InlineData(DocumentRelationKind.Amends, DocumentRelationKind.Replaces, false)]
    [InlineData(DocumentRelationKind.Cites, DocumentRelationKind.Cites, true)]
    [InlineData(DocumentRelationKind.Implements, DocumentRelationKind.Cites, true)]
    [InlineData(DocumentRelationKind.Implements, DocumentRelationKind.Replaces, true)]
    public async Task Nothing_goes_round_in_a_circle_but_citing(DocumentRelationKind there, DocumentRelationKind back, bool may)
    {
        var between = await RegisteredAsync(ProvincePlan with { Number = "2/KH-UBND" });
        await Relate.RunAsync(plan, between, there, Standing, Ct);
        await Relate.RunAsync(between, decision, there, Standing, Ct);

        var refusal = (await Relate.RunAsync(decision, plan, back, Standing, Ct)).Refusal;

        Assert.Equal(may, refusal is null);
        Assert.True(may || refusal is DocumentsInACircle);
    }

    [Fact]
    public async Task No_document_is_related_to_itself() =>
        Assert.IsType<DocumentRelatedToItself>((await Relate.RunAsync(plan, plan, DocumentRelationKind.Cites, Standing, Ct)).Refusal);

    [Fact]
    public async Task Its_keeper_relates_it_to_what_they_see()
    {
        var own = await RegisteredAsync(CommunePlan, Officer);
        var draft = await RegisteredAsync(ProvincePlan with { State = DocumentState.Draft });

        Assert.Null((await Relate.RunAsync(own, decision, DocumentRelationKind.Implements, Officer, Ct)).Refusal);
        Assert.IsType<DocumentNotYoursToChange>((await Relate.RunAsync(plan, decision, DocumentRelationKind.Implements, Officer, Ct)).Refusal);
        Assert.IsType<DocumentNotFound>((await Relate.RunAsync(own, draft, DocumentRelationKind.Implements, Officer, Ct)).Refusal);
        Assert.IsType<DocumentNotFound>((await Relate.RunAsync(own, decision, DocumentRelationKind.Implements, Neighbour, Ct)).Refusal);
        Assert.IsType<DocumentNotFound>((await Relate.RunAsync(own, NewId(), DocumentRelationKind.Implements, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task A_relation_that_is_taken_back_is_gone_and_the_audit_keeps_that_it_was()
    {
        await Relate.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct);

        Assert.IsType<DocumentNotYoursToChange>(await End.RunAsync(plan, decision, DocumentRelationKind.Implements, Officer, Ct));
        Assert.IsType<DocumentRelationNotFound>(await End.RunAsync(plan, decision, DocumentRelationKind.Cites, Standing, Ct));
        Assert.Null(await End.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct));
        Assert.IsType<DocumentRelationNotFound>(await End.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct));

        Assert.Empty((await ReadAsync(plan)).Related);
        Assert.Equal(1, await ToldAsync<DocumentRelationEnded>(plan));
        Assert.Null((await Relate.RunAsync(decision, plan, DocumentRelationKind.Implements, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task The_way_goes_from_the_country_through_the_province_to_departments_districts_and_communes()
    {
        var department = await RegisteredAsync(ProvincePlan with { Level = DocumentLevel.Department, Number = "3/KH-SVHTTDL" });
        var district = await RegisteredAsync(ProvincePlan with { Level = DocumentLevel.District, Number = "4/KH-UBND" });
        var commune = await RegisteredAsync(CommunePlan, Officer);
        await Relate.RunAsync(plan, decision, DocumentRelationKind.Implements, Standing, Ct);
        await Relate.RunAsync(department, plan, DocumentRelationKind.DerivedFrom, Standing, Ct);
        await Relate.RunAsync(district, plan, DocumentRelationKind.DerivedFrom, Standing, Ct);
        await Relate.RunAsync(commune, district, DocumentRelationKind.DerivedFrom, Officer, Ct);

        Assert.Equal([(-1, decision), (0, plan), (1, department), (1, district), (2, commune)], await ChainAsync(plan, Standing));
        Assert.Equal([(-3, decision), (-2, plan), (-1, district), (0, commune)], await ChainAsync(commune, Officer));
        // What a neighbour made of it is the neighbour's.
        Assert.Equal([(-2, decision), (-1, plan), (0, district)], await ChainAsync(district, Neighbour));
        Assert.Equal([(0, decision), (1, plan), (2, department), (2, district)], await ChainAsync(decision, Neighbour));
    }

    [Fact]
    public async Task What_stands_in_no_order_has_no_way()
    {
        await Relate.RunAsync(plan, decision, DocumentRelationKind.Cites, Standing, Ct);

        Assert.Equal([(0, plan)], await ChainAsync(plan, Standing));
    }

    [Fact]
    public async Task Whatever_is_related_no_circle_comes_of_it()
    {
        var documents = new List<DocumentId>();

        for (var i = 0; i < 6; i++)
        {
            documents.Add(await RegisteredAsync(ProvincePlan with { Number = $"{i + 10}/KH-UBND" }));
        }

        var tried = (from pair in Gen.Choose(0, 5).Two() from kind in Gen.Elements(Enum.GetValues<DocumentRelationKind>()) select (From: pair.Item1, To: pair.Item2, Kind: kind))
            .ListOf(60).Sample(1).Single();

        foreach (var (from, to, kind) in tried)
        {
            await Relate.RunAsync(documents[from], documents[to], kind, Standing, Ct);
        }

        var kept = await Stored().DocumentRelations.ToListAsync(Ct);

        foreach (var order in new[] { DocumentRelations.Upwards, DocumentRelations.Backwards })
        {
            var left = kept.Where(relation => order.Contains(relation.Kind)).ToList();

            // What nothing leads to is taken away, again and again: a circle would stay.
            for (var taken = true; taken;)
            {
                taken = left.RemoveAll(relation => left.All(other => other.ToId != relation.FromId)) > 0;
            }

            Assert.Empty(left);
        }
    }

    private async Task<DocumentRead> ReadAsync(DocumentId id, Actor? by = null) => (await new ReadDocument(Stored()).RunAsync(id, by ?? Standing, Ct)).Value;

    private async Task<IReadOnlyList<(int, DocumentId)>> ChainAsync(DocumentId id, Actor by) =>
        [.. (await ReadAsync(id, by)).Chain.Select(chained => (chained.Steps, chained.Document.Id))];
}
