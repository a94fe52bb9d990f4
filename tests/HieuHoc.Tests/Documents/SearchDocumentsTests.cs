using HieuHoc.Access;
using HieuHoc.Documents;

namespace HieuHoc.Tests.Documents;

public sealed class SearchDocumentsTests : DocumentsTest
{
    private DocumentId decision;
    private DocumentId plan;
    private DocumentId unknownDay;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        decision = await RegisteredAsync(Decision1373 with { Text = "Điều 1. Phê duyệt Đề án với các nội dung: xây dựng trung tâm học tập cộng đồng." });
        plan = await RegisteredAsync(ProvincePlan with { Text = "Đài truyền thanh cơ sở tuyên truyền về học tập suốt đời, mỗi tháng 02 buổi." });
        unknownDay = await RegisteredAsync(new() { Type = DocumentType.Decision, Number = "692/QĐ-TTg" });
    }

    [Theory]
    [InlineData("1373/QĐ-TTg", "1373")]
    [InlineData("qd ttg", "1373 692")]
    [InlineData("thủ tướng", "1373")]
    [InlineData("thu tuong", "1373")]
    [InlineData("HOÀNG NAM", "5332")]
    [InlineData("hoc tap", "1373 5332")]
    [InlineData("học tập cộng đồng", "1373")]
    [InlineData("đài truyền thanh", "5332")]
    [InlineData("xay dung xa hoi hoc tap", "1373 5332")]
    [InlineData("kh-ubnd truyền thông", "5332")]
    [InlineData("truyen thon", "")]
    [InlineData("không có gì", "")]
    [InlineData("%", "5332 1373 692")]
    [InlineData("", "5332 1373 692")]
    [InlineData(null, "5332 1373 692")]
    public async Task All_words_are_found_anywhere_without_diacritics(string? text, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await FoundAsync(new DocumentsAsked(text))).Order());

    [Fact]
    public async Task What_is_called_so_comes_before_what_says_so_and_the_youngest_before_the_older()
    {
        Assert.Equal(["1373", "5332", "692"], await FoundAsync(new DocumentsAsked(null)));

        await RegisteredAsync(ProvincePlan with { Number = "7/KH-UBND", IssuedOn = new DateOnly(2025, 1, 2), Title = "Kế hoạch năm", Text = "Công tác truyền thông" });

        Assert.Equal(["5332", "7"], await FoundAsync(new DocumentsAsked("truyền thông")));
    }

    [Fact]
    public async Task Kind_level_and_year_narrow_it()
    {
        Assert.Equal(["1373", "692"], await FoundAsync(new DocumentsAsked(null, Type: DocumentType.Decision)));
        Assert.Equal(["5332"], await FoundAsync(new DocumentsAsked(null, Level: DocumentLevel.Province)));
        Assert.Equal(["1373"], await FoundAsync(new DocumentsAsked(null, Year: 2021)));
        Assert.Empty(await FoundAsync(new DocumentsAsked("hoc tap", DocumentType.Decision, Year: 2019)));
        Assert.Empty(await FoundAsync(new DocumentsAsked(null, Year: 0)));
        Assert.Empty(await FoundAsync(new DocumentsAsked(null, Year: int.MaxValue)));
    }

    [Fact]
    public async Task A_snippet_shows_the_words_in_the_text_and_there_is_none_where_the_text_has_none()
    {
        var lines = await LinesAsync(new DocumentsAsked("hoc tap"));

        Assert.Equal(["học", "tập"], lines.Single(line => line.Id == plan).Snippet.Where(piece => piece.Found).Select(piece => piece.Text));
        Assert.Equal("… xây dựng trung tâm học tập cộng đồng", string.Concat(lines.Single(line => line.Id == decision).Snippet.Select(piece => piece.Text)).TrimEnd('.'));
        Assert.Empty(Assert.Single(await LinesAsync(new DocumentsAsked("692"))).Snippet);
        Assert.All(await LinesAsync(new DocumentsAsked(null)), line => Assert.Empty(line.Snippet));
    }

    [Fact]
    public async Task A_part_of_the_list_is_that_part_of_what_is_seen()
    {
        var search = new SearchDocuments(Stored());
        var found = await search.RunAsync(new DocumentsAsked(null), Standing, Ct);

        Assert.Equal([decision, plan, unknownDay], found);
        Assert.Equal([plan, unknownDay], (await search.LinesAsync(new DocumentsAsked(null), found.Skip(1), Standing, Ct)).Select(line => line.Id));
        Assert.Empty(await search.LinesAsync(new DocumentsAsked(null), found, Given.Person(Role.Administrator, Province), Ct));
    }

    [Fact]
    public async Task Nothing_is_found_that_is_not_seen()
    {
        await RegisteredAsync(CommunePlan, Neighbour);
        await RegisteredAsync(ProvincePlan with { State = DocumentState.Draft, Number = "9/KH-UBND" });

        Assert.Equal(["1373", "5332", "692"], [.. (await LinesAsync(new DocumentsAsked(null), Officer)).Select(NumberOf)]);
    }

    private async Task<IReadOnlyList<DocumentLine>> LinesAsync(DocumentsAsked asked, Actor? by = null)
    {
        var search = new SearchDocuments(Stored());

        return await search.LinesAsync(asked, await search.RunAsync(asked, by ?? Standing, Ct), by ?? Standing, Ct);
    }

    private async Task<IReadOnlyList<string>> FoundAsync(DocumentsAsked asked) =>
        [.. (await LinesAsync(asked)).Select(NumberOf)];

    private static string NumberOf(DocumentLine line) => line.Number!.Split('/')[0];
}
