using System.Net;
using HieuHoc.Access;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Pages;

public sealed class MovingAReturnTests : WalkTest
{
    private const string Reason = "Số dòng họ giảm nhiều so với năm trước.\nĐề nghị đối chiếu với sổ của Hội Khuyến học.";

    [Fact]
    public async Task The_leader_reads_and_decides_but_does_not_type()
    {
        var browser = await AsAsync(Role.CommuneLeader);
        var before = await OpenAsync(browser, HaiLang);

        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var after = await OpenAsync(browser, HaiLang);

        Assert.All([before, after], page => Assert.Empty(page.Document.QuerySelectorAll("main input:not([type=hidden])")));
        Assert.Empty(Buttons(before));
        Assert.Equal(["Duyệt", "Trả lại"], Buttons(after));
    }

    [Fact]
    public async Task From_the_officer_to_the_province_each_step_is_taken_by_its_own_role_and_remembered()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var leader = await AsAsync(Role.CommuneLeader);
        var agency = await AsAsync(Role.StandingAgency);

        await SubmitAsync(officer);
        var approved = await PressAsync(leader, await OpenAsync(leader, HaiLang), "Duyệt");
        var sent = await PressAsync(officer, await OpenAsync(officer, HaiLang), "Gửi báo cáo");
        var confirmed = await PressAsync(agency, await OpenAsync(agency, HaiLang), "Xác nhận số liệu");

        Assert.Equal(["Gửi báo cáo"], Buttons(approved));
        Assert.Contains("gửi lúc 21/11/2026 09:00", sent.Main, StringComparison.Ordinal);
        Assert.Equal(["Đính chính"], Buttons(confirmed));
        Assert.Equal(["Xác nhận số liệu", "Gửi báo cáo"], History(confirmed).Select(move => move.Split(" 21/")[0]));
        Assert.Equal(
            [
                "Xác nhận số liệu 21/11/2026 09:00 · Chuyên viên Sở Giáo dục và Đào tạo (minh họa) · bản 1",
                "Gửi báo cáo 21/11/2026 09:00 · Cán bộ Văn hóa - Xã hội xã Hải Lăng (minh họa) · bản 1",
                "Duyệt 21/11/2026 09:00 · Lãnh đạo UBND xã Hải Lăng (minh họa) · bản 1",
                "Trình lãnh đạo 21/11/2026 09:00 · Cán bộ Văn hóa - Xã hội xã Hải Lăng (minh họa) · bản 1",
            ],
            History(await OpenAsync(leader, HaiLang)).Where(line => !line.StartsWith("Ghi lý do", StringComparison.Ordinal)));
        Assert.Contains(History(await OpenAsync(leader, HaiLang)), line => line.StartsWith("Ghi lý do của số liệu cần lưu ý 21/11/2026 09:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_which_the_officer_then_reads_first()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var leader = await AsAsync(Role.CommuneLeader);

        var refused = await PressAsync(leader, await OpenAsync(leader, HaiLang), "Trả lại", ("Lý do", "  "));
        var sentBack = await PressAsync(leader, refused, "Trả lại", ("Lý do", Reason));
        var officer = await OpenAsync(await AsAsync(Role.CommuneOfficer), HaiLang);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("lý do", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.True(refused.Field("Lý do").Closest("details")!.HasAttribute("open"));
        Assert.Equal("#" + refused.Field("Lý do").Id, refused.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, sentBack.Status);
        Assert.StartsWith("Lãnh đạo trả lại Số dòng họ giảm nhiều", PageView.Words(officer.Document.QuerySelector("main .notice")), StringComparison.Ordinal);
        Assert.Contains("Số dòng họ giảm nhiều", History(officer)[0], StringComparison.Ordinal);
        Assert.Equal(["Trình lãnh đạo"], Buttons(officer));
    }

    [Fact]
    public async Task A_reason_typed_while_somebody_else_decided_is_still_on_the_page()
    {
        var sent = (await ReturnsInAsync(ReturnState.Sent))[0];
        var agency = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(agency, $"/returns/{sent.Id.Value}");

        var tooEarly = await AfterAsync(page, agency, sent.Id, ReturnStep.AskToMend, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);

        Assert.Equal(HttpStatusCode.Conflict, tooEarly.Status);
        Assert.Equal(Reason, tooEarly.Typed("Lý do"));
    }

    [Fact]
    public async Task The_province_asks_to_mend_and_the_officer_reads_why_before_anything_else()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        var agency = await AsAsync(Role.StandingAgency);
        var officer = await AsAsync(Role.CommuneOfficer);

        await PressAsync(agency, await OpenAsync(agency, HaiLang), "Đề nghị bổ sung, làm rõ", ("Lý do", Reason));
        var home = await PageAsync(officer, "/");
        var page = await OpenAsync(officer, HaiLang);

        Assert.Contains("Bổ sung, làm rõ báo cáo của Xã Hải Lăng", home.Main, StringComparison.Ordinal);
        Assert.StartsWith(
            "Cơ quan thường trực đề nghị bổ sung, làm rõ Số dòng họ giảm nhiều so với năm trước.",
            PageView.Words(page.Document.QuerySelector("main .notice")),
            StringComparison.Ordinal);
        Assert.Contains("Chuyên viên Sở Giáo dục và Đào tạo (minh họa), 21/11/2026 09:00", page.Main, StringComparison.Ordinal);
        Assert.Equal(["Trình lãnh đạo"], Buttons(page));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task Another_communes_return_does_not_exist_for_a_commune(Role role)
    {
        var browser = await AsAsync(role);
        var address = await AddressOfAsync(VinhDinh);

        var read = await PageAsync(browser, address);
        var forged = await ForgeAsync(browser, address, ReturnStep.Submit.ToString());

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.Status, forged.Status));
        Assert.Contains("Không có báo cáo này trong phạm vi", read.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Vĩnh Định", read.Document.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer, HttpStatusCode.NotFound)]
    [InlineData(Role.CommuneLeader, HttpStatusCode.NotFound)]
    [InlineData(Role.StandingAgency, HttpStatusCode.NotFound)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    public async Task A_number_made_up_opens_nothing(Role role, HttpStatusCode expected)
    {
        var browser = await AsAsync(role);

        Assert.Equal(expected, (await GetAsync(browser, $"/returns/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(expected, (await PageAsync(browser, $"/returns/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task The_administrator_reads_nobodys_return()
    {
        var browser = await AsAsync(Role.Administrator);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, await AddressOfAsync(HaiLang))).StatusCode);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer, ReturnStep.Approve)]
    [InlineData(Role.StandingAgency, ReturnStep.Approve)]
    [InlineData(Role.CommuneOfficer, ReturnStep.SendBack)]
    [InlineData(Role.Administrator, ReturnStep.Approve)]
    public async Task A_step_of_another_role_is_refused_however_it_is_asked(Role role, ReturnStep step)
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var browser = await AsAsync(role);

        var forged = await ForgeAsync(browser, await AddressOfAsync(HaiLang), step.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Equal(ReturnState.AwaitingLeader, (await ReturnOfAsync(HaiLang)).State);
    }

    [Fact]
    public async Task The_province_does_not_type_a_communes_figures()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var address = await AddressOfAsync(HaiLang);

        var answer = await Testing.Site.PostAsync(browser, address + "?handler=Save", [("Revision", "1"), ("cell.citizen.adults", "1")], Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("handler=Step", "step", "Bay")]
    [InlineData("handler=Step", "step", "99")]
    [InlineData("handler=Step", "step", "")]
    [InlineData("handler=Step", "bước", "Submit")]
    [InlineData("handler=KhongCo", "step", "Submit")]
    [InlineData("", "step", "Submit")]
    public async Task A_request_that_no_page_of_ours_sends_is_refused_and_moves_nothing(string query, string field, string value)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var before = await ReturnOfAsync(HaiLang);
        var address = $"{await AddressOfAsync(HaiLang)}?{query}";

        var answer = await Testing.Site.PostAsync(
            browser, address, [("Revision", $"{before.Revision}"), (field, value)], Ct);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal((before.State, before.Revision), ((await ReturnOfAsync(HaiLang)).State, (await ReturnOfAsync(HaiLang)).Revision));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("một")]
    [InlineData("99999999999")]
    public async Task A_save_that_does_not_say_what_it_was_typed_from_is_refused(string? revision)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var empty = (await ReturnOfAsync(HaiLang)).Revision;
        List<(string, string)> fields = [("cell.citizen.adults", "1")];

        if (revision is not null)
        {
            fields.Add(("Revision", revision));
        }

        var answer = await Testing.Site.PostAsync(browser, await AddressOfAsync(HaiLang) + "?handler=Save", fields, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(empty, (await ReturnOfAsync(HaiLang)).Revision);
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Submit")]
    [InlineData("Step")]
    public async Task A_post_from_another_site_is_refused(string handler)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Revision", "1"), KeyValuePair.Create("step", "Submit")]);

        var answer = await browser.PostAsync(new Uri($"{await AddressOfAsync(HaiLang)}?handler={handler}", UriKind.Relative), form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ReturnState.Entering, (await ReturnOfAsync(HaiLang)).State);
    }

    [Fact]
    public async Task A_second_click_finds_the_step_taken_and_takes_it_once()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var browser = await AsAsync(Role.CommuneLeader);
        var page = await OpenAsync(browser, HaiLang);

        await PressAsync(browser, page, "Duyệt");
        var again = await PressAsync(browser, page, "Duyệt");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(["Gửi báo cáo"], Buttons(again));
        Assert.Equal(2, History(again).Count);
    }

    [Fact]
    public async Task Letters_that_no_keyboard_types_are_refused_before_they_reach_the_database()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var browser = await AsAsync(Role.CommuneLeader);

        var refused = await PressAsync(browser, await OpenAsync(browser, HaiLang), "Trả lại", ("Lý do", "a\0b"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(ReturnState.AwaitingLeader, (await ReturnOfAsync(HaiLang)).State);
    }

    [Fact]
    public async Task A_reason_is_shown_as_text_and_one_too_long_is_not_lost()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var browser = await AsAsync(Role.CommuneLeader);
        var reason = "<script>alert(1)</script> " + new string('ữ', 1970);

        var refused = await PressAsync(browser, await OpenAsync(browser, HaiLang), "Trả lại", ("Lý do", reason + " và nữa"));
        var page = await PressAsync(browser, refused, "Trả lại", ("Lý do", reason));

        Assert.Equal((HttpStatusCode.BadRequest, reason + " và nữa"), (refused.Status, refused.Typed("Lý do")));
        Assert.Equal("#" + refused.Field("Lý do").Id, refused.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.Equal(reason, PageView.Words(page.Document.QuerySelector(".moves p")));
    }

    private async Task<PageView> OpenAsync(HttpClient browser, string placeCode) => await PageAsync(browser, await AddressOfAsync(placeCode));

    private async Task<PageView> AfterAsync(PageView page, HttpClient browser, ReturnId id, params ReturnStep[] meanwhile)
    {
        await TakeAsync(id, meanwhile);

        return await PressAsync(browser, page, "Đề nghị bổ sung, làm rõ", ("Lý do", Reason));
    }

    /// <summary>Posts a step with a token of another page, as a script in a browser could.</summary>
    private async Task<PageView> ForgeAsync(HttpClient browser, string address, string step)
    {
        var (_, fields) = (await PageAsync(browser, "/")).Press("Đăng xuất");
        var id = Guid.Parse(address.Split('/')[^1]);
        await using var db = Engine.Open();
        var revision = db.Returns.Single(@return => @return.Id == new ReturnId(id)).Revision;
        using var form = new FormUrlEncodedContent(
            fields.Append(("Revision", $"{revision}")).Append(("step", step)).Append(("Reason", "x")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

        return await PageView.OfAsync(await browser.PostAsync(new Uri(address + "?handler=Step", UriKind.Relative), form, Ct), Ct);
    }

    private static IReadOnlyList<string> Buttons(PageView page) => [.. page.Document.QuerySelectorAll("main button").Select(PageView.Words)];

    private static IReadOnlyList<string> History(PageView page) => [.. page.Document.QuerySelectorAll(".moves li").Select(PageView.Words)];
}
