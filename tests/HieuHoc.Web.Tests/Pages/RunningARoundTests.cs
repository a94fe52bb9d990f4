using System.Net;
using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>A round as the standing agency runs it: opened, given more time for some, printed, closed.</summary>
public sealed class RunningARoundTests : WalkTest
{
    private static readonly IReadOnlyList<(string Label, string Typed)> Days =
        [("Ngày mở", "2027-10-15"), ("Ngày chốt số liệu", "2027-11-25"), ("Hạn gửi", "2027-11-29")];

    [Fact]
    public async Task A_round_is_opened_after_it_was_shown_who_will_be_asked()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var form = await PageAsync(browser, "/rounds/new");
        Assert.NotNull((await PageAsync(browser, "/rounds")).Document.QuerySelector("main a[href='/rounds/new']"));

        var preview = await PostAsync(browser, form, "Xem ai sẽ được yêu cầu báo cáo", "learning-models", [.. Days, ("Năm số liệu", "2027"), ("Tên kỳ báo cáo (không bắt buộc)", "Báo cáo năm 2027")]);
        Assert.Contains("78 xã, phường, đặc khu", preview.Main, StringComparison.Ordinal);
        var opened = await PressAsync(browser, preview, "Mở kỳ báo cáo");

        Assert.Equal("Báo cáo năm 2027", opened.Heading);
        await using var db = Engine.Open();
        var round = await db.Rounds.SingleAsync(round => round.Title == "Báo cáo năm 2027", Ct);
        Assert.Equal(("2027", 78), (round.Code, await db.Returns.CountAsync(@return => @return.RoundId == round.Id, Ct)));
    }

    [Fact]
    public async Task A_mistake_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var form = await PageAsync(browser, "/rounds/new");

        var refused = await PostAsync(browser, form, "Xem ai sẽ được yêu cầu báo cáo", "learning-models", [("Ngày mở", "2027-10-15"), ("Ngày chốt số liệu", "2027-11-26"), ("Hạn gửi", "2027-11-28"), ("Năm số liệu", "2027"), ("Tên kỳ báo cáo (không bắt buộc)", "Báo cáo năm 2027")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Nghị định 09/2019/NĐ-CP", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(("Báo cáo năm 2027", "2027-11-28", "2027"), (refused.Typed("Tên kỳ báo cáo (không bắt buộc)"), refused.Typed("Hạn gửi"), refused.Typed("Năm số liệu")));
        Assert.True(refused.Document.GetElementById("form_learning-models")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task More_time_is_said_on_the_return_and_in_the_progress_table()
    {
        var owed = await ReturnOfAsync(HaiLang);
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, $"/rounds/{owed.RoundId.Value}/extend");

        var progress = await ExtendAsync(browser, page, owed.SubjectId, "2026-12-04");

        const string Said = "gia hạn đến 04/12/2026 theo Công văn số 123/SGDĐT-GDTX ngày 06/11/2026: Bão lũ";
        Assert.Contains("1 đơn vị được " + Said, progress.Main, StringComparison.Ordinal);
        Assert.Contains("Được " + Said, (await PageAsync(await AsAsync(Role.CommuneOfficer), $"/returns/{owed.Id.Value}")).Main, StringComparison.Ordinal);
        Assert.Contains("1 đơn vị được gia hạn đến 04/12/2026", (await PageAsync(browser, $"/rounds/{owed.RoundId.Value}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_not_later_is_refused_at_its_field()
    {
        var owed = await ReturnOfAsync(HaiLang);
        var browser = await AsAsync(Role.StandingAgency);

        var refused = await ExtendAsync(browser, await PageAsync(browser, $"/rounds/{owed.RoundId.Value}/extend"), owed.SubjectId, "2026-11-29");

        Assert.Contains("hạn mới phải muộn hơn ngày này", PageView.Words(refused.Document.QuerySelector("#DueOn_error")), StringComparison.Ordinal);
        Assert.True(refused.Document.GetElementById($"subject_{owed.SubjectId}")!.HasAttribute("checked"));
        Assert.Equal("Bão lũ", refused.Typed("Lý do"));
    }

    [Theory]
    [InlineData("letter", "cong-van-yeu-cau-2026.docx")]
    [InlineData("progress", "theo-doi-tien-do-2026.docx")]
    public async Task The_papers_are_handed_over_as_word_files(string page, string name)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var answer = await GetAsync(browser, $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}/{page}?handler=Paper");

        Assert.Equal((HttpStatusCode.OK, name), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(Ct))[..2]);
    }

    [Fact]
    public async Task What_is_not_confirmed_is_listed_before_the_figures_are_closed()
    {
        Time.MoveTo(new DateTimeOffset(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(7)));
        var round = $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}";
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, $"{round}/close");
        Assert.Contains("24 đơn vị chưa được xác nhận số liệu", page.Main, StringComparison.Ordinal);

        var closed = await PressAsync(browser, page, "Chốt số liệu");

        Assert.Contains("đã được chốt lúc 05/12/2026 09:00", closed.Main, StringComparison.Ordinal);
        Assert.Contains("80 báo cáo đã xác nhận số liệu, 24 chưa", closed.Main, StringComparison.Ordinal);
        Assert.Null(closed.Document.QuerySelector($"main a[href='{round}/close']"));
    }

    [Fact]
    public async Task A_sender_reads_its_own_confirmed_figures_and_no_others()
    {
        var other = (await ReturnsInAsync(ReturnState.Confirmed))[0];
        var own = await ReturnOfAsync(HaiLang);
        var round = $"/rounds/{own.RoundId.Value}/figures";
        var officer = await AsAsync(Role.CommuneOfficer);
        Assert.Contains("Chưa có số liệu nào được xác nhận", (await PageAsync(officer, round)).Main, StringComparison.Ordinal);
        await TypeAsync(own.Id);
        await TakeAsync(own.Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm);

        var page = await PageAsync(officer, round);

        Assert.Equal("Số liệu đã xác nhận: Xã Hải Lăng", page.Heading);
        Assert.Contains("9.999", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"{round}?subject={other.SubjectId}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(await AsAsync(Role.StandingAgency), $"{round}?subject={other.SubjectId}")).StatusCode);
    }

    [Fact]
    public async Task Before_the_cut_off_is_over_nothing_is_closed()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}/close");

        var refused = await PressAsync(browser, page, "Chốt số liệu");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("25/11/2026", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_late_is_named_with_the_post_to_call()
    {
        Time.MoveTo(new DateTimeOffset(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(7)));
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}");

        Assert.Contains($"Liên hệ: {await NameAsync()}", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_are_shown_on_several_pages_each_under_its_whole_commune()
    {
        await using var db = Engine.Open();
        var round = Given.Round("nhieu-thon", Given.FormOf(await db.Rounds.SingleAsync(round => round.Code == "2026", Ct)));

        foreach (var commune in new[] { await ReturnOfAsync(HaiLang), await ReturnOfAsync(VinhDinh) })
        {
            for (var village = 1; village <= 60; village++)
            {
                Given.Return(round, Given.Place($"Mẫu {village} (minh họa)", under: commune.SubjectId));
            }
        }

        var browser = await AsAsync(Role.StandingAgency);
        var first = await PageAsync(browser, $"/rounds/{round.Id.Value}");
        var second = await PageAsync(browser, $"/rounds/{round.Id.Value}?page=2");

        Assert.Equal(60, first.Document.QuerySelectorAll("section[aria-labelledby=communes] .lead-line").Length);
        Assert.Equal(60, second.Document.QuerySelectorAll("section[aria-labelledby=communes] .lead-line").Length);
        Assert.NotEqual(First(first), First(second));
    }

    private static string First(PageView page) => PageView.Words(page.Document.QuerySelector("section[aria-labelledby=communes] tbody th"));

    private async Task<string> NameAsync()
    {
        await using var db = Engine.Open();

        return (await db.People.SingleAsync(person => person.UserName == PersonIn(Role.CommuneOfficer).UserName, Ct)).DisplayName;
    }

    private static Task<PageView> ExtendAsync(HttpClient browser, PageView page, int subject, string due) => SendAsync(
        browser,
        page,
        "Gia hạn",
        [KeyValuePair.Create("Chosen", $"{subject}")],
        ["Chosen"],
        [("Hạn gửi mới", due), ("Lý do", "Bão lũ"), ("Văn bản gia hạn", "Công văn số 123/SGDĐT-GDTX"), ("Ngày của văn bản", "2026-11-06")]);

    private static Task<PageView> PostAsync(HttpClient browser, PageView page, string button, string form, IReadOnlyList<(string Label, string Typed)> typed) =>
        SendAsync(browser, page, button, [KeyValuePair.Create("Forms", form), KeyValuePair.Create("WeekendRule", "Strict")], ["Forms", "WeekendRule"], typed);

    /// <summary>Presses a button of a form with boxes to tick: those named are ticked, and no others.</summary>
    private static async Task<PageView> SendAsync(
        HttpClient browser,
        PageView page,
        string button,
        IReadOnlyList<KeyValuePair<string, string>> ticked,
        IReadOnlyList<string> boxes,
        IReadOnlyList<(string Label, string Typed)> typed)
    {
        var (address, fields) = page.Press(button);
        var names = typed.ToDictionary(field => page.Field(field.Label).GetAttribute("name")!, field => field.Typed);
        var sent = fields.Where(field => !boxes.Contains(field.Name) && !names.ContainsKey(field.Name))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)).Concat(ticked).Concat(names);
        using var content = new FormUrlEncodedContent(sent);
        var answer = await browser.PostAsync(new Uri(page.Address, address), content, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }
}
