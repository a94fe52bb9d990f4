using HieuHoc.Documents;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

public sealed class CiteDocumentTests : DocumentsTest
{
    private DocumentId plan;

    private CiteDocument Cite => new(Db, Register, new RelateDocuments(Db, Clock));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        plan = await RegisteredAsync(ProvincePlan);
    }

    [Fact]
    public async Task What_is_known_by_number_and_day_alone_is_registered_so_and_its_symbol_says_what_it_is()
    {
        var relation = (await CiteAsync(new Citation("89/QĐ-TTg", new DateOnly(2013, 1, 9)))).Value;

        var cited = await StoredAsync(relation.ToId);
        Assert.Equal(("89/QĐ-TTg", new DateOnly(2013, 1, 9), DocumentType.Decision, DocumentLevel.Central, ""), (cited.Number, cited.IssuedOn, cited.Type, cited.Level, cited.Title));
        Assert.Equal((plan, DocumentRelationKind.Cites), (relation.FromId, relation.Kind));
        Assert.Equal(1, await ToldAsync<DocumentRegistered>(cited.Id));
    }

    [Theory]
    [InlineData("1373/qd-ttg", "2021-07-30")]
    [InlineData("Số 1373/QĐ - TTg", null)]
    public async Task What_the_register_has_is_cited_and_never_doubled(string number, string? day)
    {
        var known = await RegisteredAsync(Decision1373);

        var relation = await CiteAsync(new Citation(number, day is null ? null : IsoDay.Read(day)) { Title = "khác" });

        Assert.Equal(known, relation.Value.ToId);
        Assert.Equal(2, await Stored().OfficialDocuments.CountAsync(Ct));
    }

    [Fact]
    public async Task One_without_a_day_may_be_it()
    {
        var known = await RegisteredAsync(new() { Number = "281/QĐ-TTg" });

        Assert.Equal(known, (await CiteAsync(new Citation("281/QĐ-TTg", new DateOnly(2014, 2, 20)))).Value.ToId);
    }

    [Fact]
    public async Task Of_several_of_a_number_it_is_the_one_of_its_day_and_without_a_day_none_of_them()
    {
        var first = await RegisteredAsync(ProvincePlan with { Number = "12/KH-UBND", IssuedOn = new DateOnly(2020, 1, 5) });
        await RegisteredAsync(ProvincePlan with { Number = "12/KH-UBND", IssuedOn = new DateOnly(2021, 1, 6) });

        Assert.Equal(first, (await CiteAsync(new Citation("12/KH-UBND", new DateOnly(2020, 1, 5)))).Value.ToId);
        Assert.Null((await StoredAsync((await CiteAsync(new Citation("12/KH-UBND", null))).Value.ToId)).IssuedOn);
    }

    [Fact]
    public async Task One_of_another_issuer_is_another()
    {
        var known = await RegisteredAsync(ProvincePlan with { Number = "12/KH-UBND", Issuer = "UBND tỉnh Quảng Bình" });

        var cited = await CiteAsync(new Citation("12/KH-UBND", ProvincePlan.IssuedOn) { Issuer = "UBND tỉnh Quảng Trị", Level = DocumentLevel.Province });

        Assert.NotEqual(known, cited.Value.ToId);
    }

    [Fact]
    public async Task A_law_is_cited_by_its_name_once()
    {
        var first = (await CiteAsync(new Citation("Luật Ngân sách nhà nước", null))).Value;
        var again = (await CiteAsync(new Citation(null, null) { Title = "luật ngân sách Nhà nước" })).Value;

        Assert.Equal(first.ToId, again.ToId);
        var law = await StoredAsync(first.ToId);
        Assert.Equal((DocumentType.Law, null, "Luật Ngân sách nhà nước"), (law.Type, law.Number, law.Title));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        Assert.IsType<DocumentUnnamed>((await CiteAsync(new Citation(null, null))).Refusal);
        Assert.IsType<DocumentDayInFuture>((await CiteAsync(new Citation("1/KH-UBND", new DateOnly(2100, 1, 1)))).Refusal);
        Assert.IsType<DocumentRelatedToItself>((await CiteAsync(new Citation(ProvincePlan.Number, ProvincePlan.IssuedOn))).Refusal);
        Assert.IsType<DocumentNotYoursToChange>((await Cite.RunAsync(plan, DocumentRelationKind.Cites, new Citation("1/QĐ-TTg", null), NewId(), Officer, Ct)).Refusal);
        Assert.IsType<DocumentNotFound>((await Cite.RunAsync(NewId(), DocumentRelationKind.Cites, new Citation("1/QĐ-TTg", null), NewId(), Standing, Ct)).Refusal);

        Assert.Equal(1, await Stored().OfficialDocuments.CountAsync(Ct));
        Assert.False(await Stored().DocumentRelations.AnyAsync(Ct));
    }

    private Task<Outcome<DocumentRelation>> CiteAsync(Citation citation) => Cite.RunAsync(plan, DocumentRelationKind.Cites, citation, NewId(), Standing, Ct);
}
