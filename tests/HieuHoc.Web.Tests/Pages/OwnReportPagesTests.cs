using System.Net;
using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The sender's own report: written section by section, read as a whole, printed.</summary>
public sealed class OwnReportPagesTests : WalkTest
{
    [Fact]
    public async Task The_page_lists_the_sections_of_the_commune_and_what_is_written()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync());

        var lines = page.Document.QuerySelectorAll(".section-list li").Select(PageView.Words).ToList();
        Assert.Equal(12, lines.Count);
        Assert.Equal("Đặc điểm, tình hình chưa soạn", lines[0]);
        Assert.Contains("Không ghi họ tên", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("bí mật nhà nước", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_a_section_goes_on_to_the_next_and_the_whole_shows_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var section = await PageAsync(browser, await AddressAsync() + "?section=situation");

        var next = await PressAsync(browser, section, "Lưu và sang phần sau", ("Nội dung", "Xã có 12 thôn."));
        var whole = await PageAsync(browser, await AddressAsync());

        Assert.EndsWith("?section=leadership", next.Address.ToString(), StringComparison.Ordinal);
        Assert.Contains("Đã lưu.", next.Main, StringComparison.Ordinal);
        Assert.Contains("Đặc điểm, tình hình đã soạn", whole.Document.QuerySelectorAll(".section-list li").Select(PageView.Words));
        Assert.Contains("Xã có 12 thôn.", whole.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_of_figures_begins_with_a_sentence_from_them_and_shows_them()
    {
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);

        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync() + "?section=models");

        Assert.StartsWith("Gia đình", page.Typed("Nội dung"), StringComparison.Ordinal);
        Assert.Contains("3.000", page.Typed("Nội dung"), StringComparison.Ordinal);
        Assert.Contains("lập sẵn từ số liệu", page.Main, StringComparison.Ordinal);
        Assert.Contains("2.600", PageView.Words(page.Document.QuerySelector("table.grid")), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("table.grid input"));
        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task Proposals_are_written_one_by_one_with_whom_they_are_made_to()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var section = await PageAsync(browser, await AddressAsync() + "?section=proposals");

        var saved = await PressAsync(
            browser, section, "Lưu nháp", ("Kiến nghị 1", "Bố trí kinh phí"), ("Kiến nghị 1 gửi cơ quan nào", "UBND tỉnh"), ("Kiến nghị 2", "Tập huấn"));

        Assert.Equal(("Bố trí kinh phí", "UBND tỉnh"), (saved.Typed("Kiến nghị 1"), saved.Typed("Kiến nghị 1 gửi cơ quan nào")));
        Assert.Equal(("Tập huấn", ""), (saved.Typed("Kiến nghị 2"), saved.Typed("Kiến nghị 4")));
    }

    [Fact]
    public async Task What_was_written_meanwhile_is_not_overwritten_and_what_was_typed_is_not_lost()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var section = await PageAsync(browser, await AddressAsync() + "?section=situation");
        await PressAsync(browser, section, "Lưu nháp", ("Nội dung", "Bản một"));

        var late = await PressAsync(browser, section, "Lưu nháp", ("Nội dung", "Bản hai"));

        Assert.Equal((HttpStatusCode.Conflict, "Bản hai"), (late.Status, late.Typed("Nội dung")));
        Assert.Equal("Bản một", Assert.Single(await WrittenAsync()).Text);
    }

    [Fact]
    public async Task What_the_leader_has_is_read_and_what_was_typed_too_late_is_shown_to_be_copied()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var section = await PageAsync(browser, await AddressAsync() + "?section=situation");
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);

        var late = await PressAsync(browser, section, "Lưu nháp", ("Nội dung", "Quá muộn"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Quá muộn", late.Main, StringComparison.Ordinal);
        Assert.Empty(late.Document.QuerySelectorAll("main textarea"));
        Assert.Empty((await PageAsync(await AsAsync(Role.CommuneLeader), await AddressAsync())).Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_report_is_a_word_file_once_it_may_be_seen()
    {
        var own = await GetAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync() + "?handler=Paper");
        var early = await GetAsync(await AsAsync(Role.StandingAgency), await AddressAsync() + "?handler=Paper");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal($"bao-cao-2026-{HaiLang}.docx", own.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
    }

    [Fact]
    public async Task A_round_of_figures_alone_says_so()
    {
        await ChangeRoundAsync(null);

        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("chỉ hỏi số liệu", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standing_agency_replies_and_the_sender_is_told()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var agency = await AsAsync(Role.StandingAgency);
        var id = (await ReturnOfAsync(HaiLang)).Id;
        await TypeAsync(id);
        await PressAsync(officer, await PageAsync(officer, await AddressAsync() + "?section=difficulties"), "Lưu nháp", ("Khó khăn, vướng mắc 1", "Thiếu kinh phí"));
        await TakeAsync(id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        // Four of others wait in the demonstration.
        Assert.Contains("5 khó khăn, kiến nghị chờ trả lời", (await PageAsync(agency, "/")).Main, StringComparison.Ordinal);

        var list = await PageAsync(agency, "/difficulties?open=true");
        var line = Assert.Single(list.Document.QuerySelectorAll("main tbody tr"), row => PageView.Words(row).Contains("Thiếu kinh phí", StringComparison.Ordinal));
        var item = await PageAsync(agency, line.QuerySelector("a")!.GetAttribute("href")!);
        var empty = await PressAsync(agency, item, "Trả lời");
        await PressAsync(agency, empty, "Trả lời", ("Nội dung trả lời", "Sẽ bố trí năm 2027."));

        Assert.Equal((HttpStatusCode.BadRequest, 1), (empty.Status, empty.Errors.Count));
        Assert.Contains("đã trả lời 1 khó khăn, kiến nghị", (await PageAsync(officer, "/")).Main, StringComparison.Ordinal);
        var own = await PageAsync(officer, $"/returns/{id.Value}");
        Assert.Contains("Sẽ bố trí năm 2027.", own.Main, StringComparison.Ordinal);
        Assert.Contains("Sẽ bố trí năm 2027.", (await PageAsync(officer, await AddressAsync())).Main, StringComparison.Ordinal);
        var answered = await PageAsync(officer, $"/difficulties/{(await Stored().Difficulties.SingleAsync(of => of.Text == "Thiếu kinh phí", Ct)).Id.Value}");
        Assert.Empty(answered.Document.QuerySelectorAll("main textarea"));
        var closed = await PressAsync(officer, answered, "Khép lại");
        Assert.Contains("Đã khép lại", closed.Main, StringComparison.Ordinal);
        Assert.Empty(closed.Document.QuerySelectorAll("main form"));
        Time.Pass(TimeSpan.FromDays(15));
        Assert.DoesNotContain("đã trả lời", (await PageAsync(await AsAsync(Role.CommuneOfficer), "/")).Main, StringComparison.Ordinal);
    }

    /// <summary>What the commune that can be tried has written; others have written in the demonstration.</summary>
    private async Task<IReadOnlyList<ReturnText>> WrittenAsync()
    {
        var id = (await ReturnOfAsync(HaiLang)).Id;

        return await Stored().ReturnTexts.Where(text => text.ReturnId == id).ToListAsync(Ct);
    }

    private async Task<string> AddressAsync() => await AddressOfAsync(HaiLang) + "/report";

    private async Task ChangeRoundAsync(int? outline)
    {
        await using var db = Engine.Open();
        await db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(round => round.OutlinePackId, outline), Ct);
    }
}
