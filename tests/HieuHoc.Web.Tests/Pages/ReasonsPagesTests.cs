using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>What looks odd is said with its numbers, explained beside its cell, and read by the receiver.</summary>
public sealed class ReasonsPagesTests : ApiTest
{
    private const string Members = "Hội viên Hội Khuyến học";
    private const string Odd = "năm 2026 có 1.000, nay 2.000: tăng 100 %, nhiều hơn 1.000";

    [Fact]
    public async Task A_jump_is_said_at_its_cell_with_both_numbers_and_asks_a_reason()
    {
        var (browser, address) = await AskedAsync();

        var page = await JumpedAsync(browser, address);

        Assert.Contains(Odd, page.Main, StringComparison.Ordinal);
        var cell = page.Document.QuerySelector("[name='cell.association.members']")!;
        var sentence = page.Document.GetElementById(cell.GetAttribute("aria-describedby")!.Split(' ')[0])!;
        Assert.Contains(Odd, PageView.Words(sentence), StringComparison.Ordinal);
        Assert.Contains("Chưa có lý do.", PageView.Words(sentence), StringComparison.Ordinal);
        Assert.Contains("Sáp nhập, sắp xếp đơn vị", page.Document.QuerySelectorAll("fieldset option").Select(PageView.Words));
    }

    [Fact]
    public async Task Without_a_reason_it_is_not_submitted_and_the_page_leads_to_the_first()
    {
        var (browser, address) = await AskedAsync();
        await JumpedAsync(browser, address);

        var refused = await PressAsync(browser, await PageAsync(browser, address), "Trình lãnh đạo");

        Assert.Contains("Còn 1 chỗ số liệu khác thường chưa có lý do", refused.Main, StringComparison.Ordinal);
        Assert.Equal("#findings", refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        var link = refused.Document.QuerySelector("#findings a")!.GetAttribute("href")!;
        var section = await PageAsync(browser, link.Split('#')[0]);
        Assert.Equal("SELECT", section.Document.GetElementById(link.Split('#')[1])!.NodeName);
    }

    [Fact]
    public async Task With_a_reason_it_goes_and_the_receiver_reads_it_beside_the_figure()
    {
        var (browser, address) = await AskedAsync();
        var page = await JumpedAsync(browser, address);
        var labels = page.Document.QuerySelectorAll("fieldset label").Select(PageView.Words).ToList();
        var explained = await PressAsync(browser, page, "Lưu nháp", (labels[0], "merger"), (labels[1], "Nhận hội viên xã cũ"));

        Assert.Contains("Lý do: Sáp nhập, sắp xếp đơn vị: Nhận hội viên xã cũ", explained.Main, StringComparison.Ordinal);
        Assert.Contains("Đã trình lãnh đạo.", (await PressAsync(browser, await PageAsync(browser, address), "Trình lãnh đạo")).Main, StringComparison.Ordinal);
        var leader = await AsAsync(Role.CommuneLeader);
        await PressAsync(leader, await PageAsync(leader, address), "Duyệt");
        await PressAsync(leader, await PageAsync(leader, address), "Gửi báo cáo");

        var received = await PageAsync(await AsAsync(Role.StandingAgency), address);
        Assert.Contains("Số liệu cần lưu ý (1)", received.Main, StringComparison.Ordinal);
        Assert.Contains("Lý do: Sáp nhập, sắp xếp đơn vị: Nhận hội viên xã cũ", PageView.Words(received.Document.QuerySelector(".row-findings")!), StringComparison.Ordinal);
        Assert.Empty(received.Document.QuerySelectorAll("fieldset"));
    }

    [Fact]
    public async Task What_needs_words_is_refused_without_them_and_stays_chosen()
    {
        var (browser, address) = await AskedAsync();
        var page = await JumpedAsync(browser, address);
        var label = PageView.Words(page.Document.QuerySelector("fieldset label")!);

        var refused = await PressAsync(browser, page, "Lưu nháp", (label, "other"));

        Assert.Contains("Đã chọn “Lý do khác” thì xin ghi rõ lý do bằng lời.", refused.Main, StringComparison.Ordinal);
        Assert.Equal("other", refused.Typed(label));
    }

    /// <summary>Hải Lăng's return of 2027, the year after it had 1,000 members.</summary>
    private async Task<(HttpClient Browser, string Address)> AskedAsync()
    {
        await using var db = Engine.Open();
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var place = (await ReturnOfAsync(HaiLang)).SubjectId;
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            var period = await db.PeriodAsync(PeriodCode.Year(2026), Ct);
            var posting = new Posting(1, place, period.Id, Guid.CreateVersion7(), 1, Producer.Return, Clock.Now.Instant);
            Assert.Null(await db.PostFiguresAsync(Shelf, posting, new Dictionary<FigureKey, long> { [new FigureKey("association.members")] = 1_000 }, Ct));
            await transaction.CommitAsync(Ct);
        }

        var opened = await new OpenRound(db, Shelf, Clock).RunAsync(
            Given.AskedRound(2027, "annual-commune"), new Actor(1, null, Role.StandingAgency, owner.PlaceId), Ct);
        var id = await db.Returns.Where(@return => @return.RoundId == opened.Value.Id && @return.SubjectId == place).Select(@return => @return.Id).SingleAsync(Ct);

        return (await AsAsync(Role.CommuneOfficer), $"/returns/{id.Value}");
    }

    private async Task<PageView> JumpedAsync(HttpClient browser, string address) => await PressAsync(
        browser, await PageAsync(browser, $"{address}?section=association"), "Lưu nháp", (Members, "2.000"), ("Dân số", "20.000"));
}
