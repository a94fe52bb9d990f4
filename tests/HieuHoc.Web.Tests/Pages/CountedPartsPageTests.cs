using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class CountedPartsPageTests : WalkTest
{
    private const string Code = "99998@2025-06-30";
    private const string Address = $"/places/{Code}/parts";
    private const string Basis = "Báo cáo số 15/BC-UBND ngày 10/8/2025";

    private int ended;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ended = Given.Split([(await ReturnOfAsync(HaiLang)).SubjectId, (await ReturnOfAsync(VinhDinh)).SubjectId]);
    }

    [Fact]
    public async Task The_count_is_typed_on_a_page_that_the_history_of_the_split_place_leads_to()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var history = await PageAsync(browser, $"/places/{Code}/history");
        var form = await PageAsync(browser, history.Document.QuerySelector("main a[href$='/parts']")!.GetAttribute("href")!);

        var page = await SaveAsync(browser, form, "1.301", "199");

        Assert.Contains("Đã lưu.", page.Main, StringComparison.Ordinal);
        Assert.Equal(("1301", "199"), (page.Typed("Xã Hải Lăng"), page.Typed("Xã Vĩnh Định")));
        Assert.Contains("1.301/1.500 phần", page.Main, StringComparison.Ordinal);
        var line = Assert.Single(page.Document.QuerySelectorAll(".history li").Select(PageView.Words));
        Assert.Contains("Ghi số đã đếm", line, StringComparison.Ordinal);
        Assert.Contains(Basis, line, StringComparison.Ordinal);
        Assert.Contains("Đếm theo danh sách hộ", line, StringComparison.Ordinal);
        await using var db = Engine.Open();
        Assert.All(await db.PlaceSuccessions.Where(row => row.FromId == ended).ToListAsync(Ct), row => Assert.Equal(PartsRule.Counted, row.PartsRule));
    }

    [Theory]
    [InlineData("x", "199")]
    [InlineData("-1", "199")]
    [InlineData("1,5", "199")]
    [InlineData("99999999999", "199")]
    [InlineData("", "199")]
    [InlineData("0", "0")]
    public async Task What_is_no_count_is_refused_with_what_was_typed(string first, string second)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await SaveAsync(browser, await PageAsync(browser, Address), first, second);

        Assert.Equal((HttpStatusCode.BadRequest, 1), (page.Status, page.Errors.Count));
        Assert.Equal((first, second, Basis), (page.Typed("Xã Hải Lăng"), page.Typed("Xã Vĩnh Định"), page.Typed("Văn bản nêu số đã đếm")));
    }

    [Fact]
    public async Task A_missing_basis_is_told_at_its_field()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var form = await PageAsync(browser, Address);

        var page = await PressAsync(browser, form, "Lưu số đã đếm", ("Xã Hải Lăng", "1"), ("Xã Vĩnh Định", "1"), ("Lý do", "Đếm"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("true", page.Field("Văn bản nêu số đã đếm").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Others_neither_find_the_link_nor_open_the_page_and_what_was_not_split_has_none()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var agency = await AsAsync(Role.StandingAgency);

        Assert.Null((await PageAsync(officer, $"/places/{Code}/history")).Document.QuerySelector("main a[href$='/parts']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(officer, Address)).Status);
        Assert.Null((await PageAsync(agency, $"/places/{HaiLang}/history")).Document.QuerySelector("main a[href$='/parts']"));
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(agency, $"/places/{HaiLang}/parts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(agency, "/places/01/parts")).Status);
    }

    private static Task<PageView> SaveAsync(HttpClient browser, PageView form, string first, string second) => PressAsync(
        browser, form, "Lưu số đã đếm",
        ("Xã Hải Lăng", first), ("Xã Vĩnh Định", second), ("Văn bản nêu số đã đếm", Basis), ("Lý do", "Đếm theo danh sách hộ"));
}
