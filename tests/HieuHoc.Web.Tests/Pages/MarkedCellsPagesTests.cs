using System.Net;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>Single cells marked by the receiver, mended or answered by the sender, compared when they come back.</summary>
public sealed class MarkedCellsPagesTests : WalkTest
{
    private const string Families = "Gia đình: tổng số";
    private const string Clans = "Dòng họ: tổng số";
    private const string AskToMend = "Đề nghị bổ sung, làm rõ";

    private HttpClient agency = null!;
    private HttpClient officer = null!;
    private string address = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        (agency, officer, address) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer), await AddressOfAsync(HaiLang));
    }

    [Fact]
    public async Task The_receiver_ticks_cells_is_asked_for_a_reason_of_each_and_may_take_a_mark_away()
    {
        var page = await PageAsync(agency, address);
        Assert.Equal(page.Document.QuerySelectorAll("input[type=checkbox][form=mark-cells]").Length, page.Document.QuerySelectorAll("input[name=Mark]").Length);

        var asked = await TickAsync(page, "family.total", "clan.total");
        Assert.Equal(["Gia đình: tổng số: 3.000", "Dòng họ: tổng số: 30"], asked.Document.QuerySelectorAll("#marks .tick label").Select(PageView.Words));
        var saved = await PressAsync(agency, asked, "Lưu đánh dấu", ("Lý do: " + Families, "Giảm nhiều"), ("Lý do: " + Clans, "Xem lại"));
        Assert.Contains("Đã lưu đánh dấu.", saved.Main, StringComparison.Ordinal);
        Assert.Equal("Giảm nhiều", saved.Typed("Lý do: " + Families));

        var fields = saved.Press("Lưu đánh dấu").Fields;
        fields.RemoveAll(field => field.Name == "Mark" && field.Value == "clan.total");
        var left = await PostAsync(agency, saved, "Mark", fields);
        Assert.Equal(["Gia đình: tổng số: 3.000"], left.Document.QuerySelectorAll("#marks .tick label").Select(PageView.Words));
        Assert.Empty((await PageAsync(officer, address)).Document.QuerySelectorAll("#marks, [name=Mark]"));
    }

    [Fact]
    public async Task A_mark_without_a_reason_keeps_the_return_from_being_given_back_and_loses_nothing()
    {
        var asked = await TickAsync(await PageAsync(agency, address), "family.total", "clan.total");

        var refused = await PressAsync(agency, asked, AskToMend, ("Lý do: " + Families, "Giảm nhiều"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Ghi lý do cho từng ô được đánh dấu; ô đầu tiên chưa có lý do là “Dòng họ: tổng số”.", Assert.Single(refused.Errors));
        Assert.Equal(("Giảm nhiều", ""), (refused.Typed("Lý do: " + Families), refused.Typed("Lý do: " + Clans)));
        Assert.Equal("#marks", refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_sender_sees_the_cells_first_and_mends_or_answers_each_in_place()
    {
        await AskAsync();

        Assert.Contains("Bổ sung, làm rõ báo cáo của Xã Hải Lăng: 2 ô chờ trả lời", (await PageAsync(officer, "/")).Main, StringComparison.Ordinal);
        var page = await PageAsync(officer, address);
        Assert.Equal(["Ô cần bổ sung, làm rõ (2)", Families, Clans], page.Document.QuerySelectorAll("main h2").Select(PageView.Words).Take(3));
        Assert.Contains("Giảm nhiều", PageView.Words(page.Document.QuerySelector("#asked .notice")), StringComparison.Ordinal);
        Assert.Contains("Đã gửi: 3.000", PageView.Words(page.Document.QuerySelector("#asked .notice")), StringComparison.Ordinal);

        var refused = await PressAsync(officer, page, "Trình lãnh đạo", ("Số liệu: " + Families, "3.100"), ("Trả lời: " + Families, "Đã sửa"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Còn 1 ô chưa trả lời hoặc chưa sửa; ô đầu tiên là “Dòng họ: tổng số”. Số liệu đã được lưu; ghi lời trả lời hoặc sửa số rồi thực hiện lại bước này.", Assert.Single(refused.Errors));
        Assert.Equal("#" + refused.Field("Trả lời: " + Clans).Id, refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal(("3.100", ""), (refused.Typed("Số liệu: " + Families), refused.Typed("Trả lời: " + Families)));

        var submitted = await MendAsync();
        Assert.Contains("Đã trình lãnh đạo.", submitted.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_pages_of_sections_the_other_cells_are_text()
    {
        await AskAsync();

        var page = await PageAsync(officer, $"{address}?section=models");

        Assert.Equal(["cell.family.total", "cell.clan.total"], page.Document.QuerySelectorAll("table.grid input").Select(input => input.GetAttribute("name")));
        Assert.Contains("Chỉ các ô được đề nghị bổ sung, làm rõ mới sửa được", page.Main, StringComparison.Ordinal);
        Assert.Contains("Trao đổi (1) Giảm nhiều", page.Main, StringComparison.Ordinal);
        var saved = await PressAsync(officer, page, "Lưu nháp", (Families, "3.050"));
        Assert.Equal((HttpStatusCode.OK, "3.050"), (saved.Status, saved.Typed(Families)));
    }

    [Fact]
    public async Task Another_value_in_another_cell_is_refused_by_name_and_nothing_is_saved()
    {
        await AskAsync();
        var page = await PageAsync(officer, $"{address}?section=models");
        var fields = page.Press("Lưu nháp").Fields;
        fields.RemoveAll(field => field.Name == "cell.family.total");
        fields.AddRange([("cell.family.total", "3.050"), ("cell.village.total", "99")]);

        var refused = await PostAsync(officer, page, "Save", fields);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Có 1 ô không được đề nghị bổ sung, làm rõ nên không sửa được: ", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("3.050", refused.Typed(Families));
        Assert.Equal("3.000", (await PageAsync(officer, $"{address}?section=models")).Typed(Families));
    }

    [Fact]
    public async Task When_it_comes_back_the_receiver_first_sees_what_changed_with_the_conversation()
    {
        await AskAsync();
        await MendAsync();
        Assert.DoesNotContain("Đúng sổ", (await PageAsync(agency, address)).Main, StringComparison.Ordinal);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Approve, ReturnStep.Send);

        var back = await PageAsync(agency, address);

        Assert.StartsWith("Số liệu đã thay đổi hoặc được đề nghị làm rõ (2)", PageView.Words(back.Document.QuerySelector("main h2")), StringComparison.Ordinal);
        var rows = back.Document.QuerySelector("form[action*=Say] table tbody")!.QuerySelectorAll("tr").Select(PageView.Words).ToList();
        Assert.StartsWith("Gia đình: tổng số 3.000 3.100 đã sửa", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Dòng họ: tổng số 30 30 ", rows[1], StringComparison.Ordinal);
        Assert.Contains("Đúng sổ", rows[1], StringComparison.Ordinal);
        var said = await PressAsync(agency, back, "Gửi lời trao đổi", ("Nói thêm: " + Clans, "Đã rõ"));
        Assert.Contains("Đã rõ", said.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_sender_mends_the_receiver_sees_what_was_asked_and_may_say_more()
    {
        await AskAsync();

        var said = await PressAsync(agency, await PageAsync(agency, address), "Gửi lời trao đổi", ("Nói thêm: " + Clans, "Gửi trước thứ sáu"));

        Assert.Contains("Ô đã đề nghị bổ sung, làm rõ (2)", said.Main, StringComparison.Ordinal);
        Assert.Contains("Gửi trước thứ sáu", (await PageAsync(officer, address)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_without_marks_is_listed_too()
    {
        await PressAsync(agency, await PageAsync(agency, address), AskToMend, ("Lý do", "Xem lại toàn bộ"));
        await PressAsync(officer, await PageAsync(officer, $"{address}?section=models"), "Lưu nháp", (Families, "3.100"));
        await ExplainAsync((await ReturnOfAsync(HaiLang)).Id);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);

        var row = Assert.Single((await PageAsync(agency, address)).Document.QuerySelector("form[action*=Say] table tbody")!.QuerySelectorAll("tr"));

        Assert.StartsWith("Gia đình: tổng số không được đánh dấu 3.000 3.100 đã sửa", PageView.Words(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_says_it_once()
    {
        await AskAsync();
        var page = await PageAsync(officer, address);

        await PressAsync(officer, page, "Lưu nháp", ("Trả lời: " + Clans, "Đúng sổ"));
        var twice = await PressAsync(officer, page, "Lưu nháp", ("Trả lời: " + Clans, "Đúng sổ"));

        Assert.Equal(HttpStatusCode.OK, twice.Status);
        await using var db = Engine.Open();
        Assert.Equal("Đúng sổ", (await db.CellRemarks.SingleAsync(Ct)).Text);
    }

    [Fact]
    public async Task No_page_of_it_is_heavy()
    {
        var checking = await PageAsync(agency, address);
        await AskAsync();

        Assert.All(
            [checking, await PageAsync(officer, address), await PageAsync(officer, $"{address}?section=models"), await PageAsync(agency, address)],
            page => Assert.InRange(Encoding.UTF8.GetByteCount(page.Document.Source.Text), 1, 100_000));
    }

    /// <summary>The families and the clans are marked, and the return is given back for them.</summary>
    private async Task AskAsync()
    {
        var asked = await TickAsync(await PageAsync(agency, address), "family.total", "clan.total");
        var given = await PressAsync(agency, asked, AskToMend, ("Lý do: " + Families, "Giảm nhiều"), ("Lý do: " + Clans, "Xem lại"));
        Assert.Contains("Đã gửi đề nghị bổ sung, làm rõ.", given.Main, StringComparison.Ordinal);
    }

    /// <summary>The families are mended, the clans answered, what looks odd is explained, and the leader has it.</summary>
    private async Task<PageView> MendAsync()
    {
        await PressAsync(officer, await PageAsync(officer, address), "Lưu nháp", ("Số liệu: " + Families, "3.100"), ("Trả lời: " + Clans, "Đúng sổ"));
        await ExplainAsync((await ReturnOfAsync(HaiLang)).Id);

        return await PressAsync(officer, await PageAsync(officer, address), "Trình lãnh đạo");
    }

    private Task<PageView> TickAsync(PageView page, params IReadOnlyList<string> cells)
    {
        var fields = page.Press("Đánh dấu các ô đã chọn").Fields;
        fields.AddRange(cells.Select(cell => ("Mark", cell)));

        return PostAsync(agency, page, "Mark", fields);
    }

    private static async Task<PageView> PostAsync(HttpClient browser, PageView page, string handler, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        var answer = await browser.PostAsync(new Uri(page.Address, $"?handler={handler}{page.Address.Query.Replace('?', '&')}"), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }
}
