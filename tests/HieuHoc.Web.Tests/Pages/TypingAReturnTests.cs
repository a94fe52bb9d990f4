using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class TypingAReturnTests : WalkTest
{
    private const string Adults = "Người lớn trên địa bàn";
    private const string Assessed = "Công dân đã tự đánh giá";
    private const string Families = "Gia đình: tổng số";
    private const string Registered = "Gia đình: đăng ký xây dựng danh hiệu";

    private static IReadOnlyDictionary<string, string?> Typed { get; } = new Dictionary<string, string?>
    {
        ["family.total"] = "5.400",
        ["family.registered"] = "4.700",
        ["family.recognised"] = "4.300",
        ["village.total"] = "21",
        ["village.registered"] = "19",
        ["village.recognised"] = "17",
    };

    private static IReadOnlyList<(string Label, string Typed)> Rest { get; } = [.. TheRest.SelectMany(section => section.Cells)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AskedAsync();
    }

    [Fact]
    public async Task What_was_saved_is_read_back_as_the_office_writes_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);

        var saved = await PressAsync(browser, page, "Lưu nháp", [.. Rest]);
        var later = await OpenAsync(browser);

        Assert.Equal((HttpStatusCode.OK, page.Address), (saved.Status, saved.Address));
        Assert.StartsWith("Đã lưu nháp.", Notice(saved), StringComparison.Ordinal);
        Assert.Null(later.Document.QuerySelector("[role=status]"));
        Assert.Equal(("12.345", "6.789", "52"), (later.Typed(Adults), later.Typed(Assessed), later.Typed("Dòng họ: tổng số")));
        Assert.Contains("Đã nhập đủ các ô. Lưu lần cuối lúc 21/11/2026 09:00.", later.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emptied_cell_is_no_answer_and_not_zero()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await PressAsync(browser, await OpenAsync(browser), "Lưu nháp", [.. Rest]);

        var saved = await PressAsync(browser, page, "Lưu nháp", (Adults, " "), (Assessed, "0"));

        Assert.Equal(("", "0"), (saved.Typed(Adults), saved.Typed(Assessed)));
        Assert.Contains("Còn 1 ô để trống", saved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_read_stays_in_its_cell_and_is_explained_there_and_at_the_top()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);

        var refused = await PressAsync(browser, page, "Lưu nháp", (Adults, "12.345"), (Assessed, "khoảng 7 nghìn"));

        var cell = refused.Field(Assessed);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(("khoảng 7 nghìn", "12.345"), (refused.Typed(Assessed), refused.Typed(Adults)));
        Assert.Equal("true", cell.GetAttribute("aria-invalid"));
        Assert.Equal(
            "Công dân đã tự đánh giá: chỉ ghi số, ví dụ 1.234. Chưa có số liệu thì để trống.",
            PageView.Words(refused.Document.GetElementById(cell.GetAttribute("aria-describedby")!)));
        Assert.Equal(2, refused.Errors.Count);
        Assert.StartsWith("Có 1 ô số liệu không đọc được, nên chưa lưu gì.", refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal("#" + cell.Id, refused.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.Equal("", (await OpenAsync(browser)).Typed(Adults));
    }

    [Fact]
    public async Task Figures_that_contradict_each_other_are_kept_but_do_not_reach_the_leader()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);

        var refused = await PressAsync(browser, page, "Trình lãnh đạo", (Families, "100"), (Registered, "120"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Báo cáo còn 3 lỗi số liệu phải sửa. Số liệu đã được lưu;", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Số gia đình đăng ký không được lớn hơn tổng số gia đình.", refused.Main, StringComparison.Ordinal);
        Assert.Equal("true", refused.Field(Registered).GetAttribute("aria-invalid"));
        Assert.All(
            refused.Document.QuerySelectorAll(".notice-behind a"),
            link => Assert.NotNull(refused.Document.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal("120", (await OpenAsync(browser)).Typed(Registered));
        Assert.Equal(ReturnState.Entering, (await OwnAsync()).State);
    }

    [Fact]
    public async Task Of_two_windows_that_change_one_cell_the_second_sees_both_values_and_chooses()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var first = await OpenAsync(browser);
        var second = await OpenAsync(browser);

        await PressAsync(browser, first, "Lưu nháp", (Adults, "12345"));
        var refused = await PressAsync(browser, second, "Lưu nháp", (Adults, "54321"), (Assessed, "6789"));
        var again = await PressAsync(browser, refused, "Lưu nháp");

        Assert.All([refused, again], page => Assert.Equal(HttpStatusCode.Conflict, page.Status));
        Assert.All([refused, again], page => Assert.Equal("6789", page.Typed(Assessed)));
        Assert.StartsWith("Có 1 ô mà người khác đã lưu số khác", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("#conflicts", refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.All([refused, again], page => Assert.Equal(
            ["12.345 Cán bộ Văn hóa - Xã hội xã Hải Lăng (minh họa) lưu lúc 21/11/2026 09:00", "54321 số vừa nhập"],
            page.Document.QuerySelectorAll("fieldset .tick").Select(PageView.Words)));
        Assert.Equal("12.345", (await OpenAsync(browser)).Typed(Adults));
        Assert.Equal("", (await OpenAsync(browser)).Typed(Assessed));
    }

    [Theory]
    [InlineData("54321", "54.321")]
    [InlineData("12.345", "12.345")]
    public async Task Saving_with_the_choice_completes_what_was_typed(string chosen, string stands)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var (first, second) = (await OpenAsync(browser), await OpenAsync(browser));
        await PressAsync(browser, first, "Lưu nháp", (Adults, "12345"));
        var asked = await PressAsync(browser, second, "Lưu nháp", (Adults, "54321"), (Assessed, "6789"));

        var label = PageView.Words(asked.Document.QuerySelectorAll("fieldset label").Single(label => PageView.Words(label).StartsWith(chosen, StringComparison.Ordinal)));
        var saved = await PressAsync(browser, asked, "Lưu nháp", (label, chosen));

        Assert.Equal((HttpStatusCode.OK, stands, "6.789"), (saved.Status, saved.Typed(Adults), saved.Typed(Assessed)));
    }

    [Fact]
    public async Task Two_windows_that_change_different_cells_lose_nothing_and_ask_nothing()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var (first, second) = (await OpenAsync(browser), await OpenAsync(browser));

        await PressAsync(browser, first, "Lưu nháp", (Adults, "12345"), (Families, "5.500"));
        var saved = await PressAsync(browser, second, "Lưu nháp", (Assessed, "6789"));
        var twice = await PressAsync(browser, second, "Lưu nháp", (Assessed, "6789"));

        Assert.All([saved, twice], page => Assert.Equal(("12.345", "5.500", "6.789"), (page.Typed(Adults), page.Typed(Families), page.Typed(Assessed))));
    }

    [Fact]
    public async Task What_cannot_be_read_is_mended_from_an_older_window_without_overwriting_what_others_saved()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var (first, second) = (await OpenAsync(browser), await OpenAsync(browser));
        await PressAsync(browser, first, "Lưu nháp", (Families, "5.500"));

        var refused = await PressAsync(browser, second, "Lưu nháp", (Assessed, "bảy nghìn"));
        var saved = await PressAsync(browser, refused, "Lưu nháp", (Assessed, "7000"));

        Assert.Equal(("5.500", "5.500", "7.000"), (refused.Typed(Families), saved.Typed(Families), saved.Typed(Assessed)));
    }

    [Fact]
    public async Task Submitting_saves_first_so_that_no_cell_is_forgotten()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);

        var submitted = await PressAsync(browser, page, "Trình lãnh đạo", [.. Rest]);

        Assert.Equal("Đã trình lãnh đạo. Báo cáo chờ lãnh đạo duyệt trước khi gửi.", Notice(submitted));
        Assert.Contains("12.345", submitted.Main, StringComparison.Ordinal);
        Assert.Empty(submitted.Document.QuerySelectorAll("main input:not([type=hidden])"));
        Assert.Equal(ReturnState.AwaitingLeader, (await OwnAsync()).State);
    }

    [Fact]
    public async Task Nothing_typed_is_not_submitted()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);
        var emptied = page.Document.QuerySelectorAll("table.grid input").Select(cell => (cell.GetAttribute("aria-label")!, "")).ToArray();

        var refused = await PressAsync(browser, page, "Trình lãnh đạo", emptied);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Báo cáo chưa có số liệu nào.", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_from_a_window_left_open_after_the_submission_changes_nothing()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var left = await OpenAsync(browser);

        await PressAsync(browser, left, "Trình lãnh đạo", [.. Rest]);
        var refused = await PressAsync(browser, left, "Lưu nháp", (Adults, "1"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Báo cáo đang ở trạng thái “Đang trình lãnh đạo”", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("12.345", (await OpenAsync(browser)).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999999999999999999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("12,5")]
    [InlineData("=1+1")]
    [InlineData("<b>1</b>")]
    public async Task Whatever_is_typed_is_read_or_refused_and_never_breaks_the_page(string typed)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await OpenAsync(browser);

        var refused = await PressAsync(browser, page, "Lưu nháp", (Adults, typed));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(typed, refused.Typed(Adults));
        Assert.Null(refused.Document.QuerySelector("main b"));
    }

    /// <summary>A round of the short form, of which Hải Lăng has typed its families and villages.</summary>
    private async Task AskedAsync()
    {
        await using var db = Engine.Open();
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var opened = await new OpenRound(db, Shelf, Clock).RunAsync(
            Given.AskedRound(2027), new Actor(1, null, Role.StandingAgency, owner.PlaceId), Ct);
        Assert.Null(opened.Refusal);
        var asked = await OwnAsync();
        var saved = await new SaveReturn(db, Shelf, Clock).RunAsync(asked.Id, 0, Typed, new Actor(1, null, Role.CommuneOfficer, asked.SubjectId), Ct);
        Assert.Null(saved.Refusal);
    }

    private async Task<PageView> OpenAsync(HttpClient browser) => await PageAsync(browser, $"/returns/{(await OwnAsync()).Id.Value}");

    private Task<Return> OwnAsync() => ReturnOfAsync(HaiLang, "2027");

    private static string Notice(PageView page) => PageView.Words(page.Document.QuerySelector("[role=status]"));
}
