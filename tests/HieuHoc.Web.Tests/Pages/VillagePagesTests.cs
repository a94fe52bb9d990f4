using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class VillagePagesTests : WalkTest
{
    private const string Address = $"/places/{HaiLang}/villages";

    [Fact]
    public async Task An_officer_enters_villages_and_sees_them_from_their_first_day_on()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await EnterAsync(browser, "Mai Đàn");

        Assert.Contains("Đã thêm thôn.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Thôn Mai Đàn", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Thôn Mai Đàn", (await PageAsync(browser, $"{Address}?on=2026-02-28")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_with_what_was_typed()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await EnterAsync(browser, "Mai Đàn");

        var page = await EnterAsync(browser, "Mai Dàn");

        Assert.Equal((HttpStatusCode.Conflict, 1), (page.Status, page.Errors.Count));
        Assert.Equal("Mai Dàn", page.Document.QuerySelector("#Name")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_village_gets_another_name()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await EnterAsync(browser, "Mai Đàn");
        var village = Assert.Single(await VillagesAsync());

        var renamed = await PressAsync(
            browser, page, "Đổi tên thôn đã chọn",
            ("Thôn được đổi tên (không bắt buộc)", $"{village}"), ("Loại", "tổ dân phố"), ("Tên", "Mai Đàn"), ("Từ ngày (không bắt buộc)", "2026-04-01"));

        Assert.Contains("Tổ dân phố Mai Đàn", renamed.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_without_a_village_asks_for_the_village_and_keeps_the_name()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await EnterAsync(browser, "Mai Đàn");

        var refused = await PressAsync(browser, page, "Đổi tên thôn đã chọn", ("Loại", "thôn"), ("Tên", "Đông Dương"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Chọn thôn được đổi tên."], refused.Errors);
        Assert.Equal("Đông Dương", refused.Document.QuerySelector("#Name")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Villages_are_merged_after_a_look_at_what_moves()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await EnterAsync(browser, "Mai Đàn");
        await EnterAsync(browser, "Câu Nhi");
        var villages = await VillagesAsync();

        var preview = await PostAsync(browser, "Preview", villages);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var view = await PageView.OfAsync(preview, Ct);
        // Entered in the middle of the villages' round, each owes a return of it.
        Assert.Contains("2 báo cáo đang làm được chuyển sang thôn kế thừa, giữ số liệu đã nhập", view.Main, StringComparison.Ordinal);
        Assert.Contains("Thôn Đông Dương", view.Main, StringComparison.Ordinal);
        Assert.Contains("01/05/2026", view.Main, StringComparison.Ordinal);
        Assert.Equal(2, (await VillagesAsync()).Count);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(browser, "Confirm", villages)).StatusCode);

        var page = await PageAsync(browser, Address);
        Assert.Contains("Đã sắp xếp thôn.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Thôn Đông Dương", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Thôn Câu Nhi", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_said_on_its_own_page_however_many_others_are_opened_before_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await EnterAsync(browser, "Mai Đàn");
        await EnterAsync(browser, "Câu Nhi");
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(browser, "Confirm", await VillagesAsync())).StatusCode);

        foreach (var other in (string[])["/me", "/me/security", "/me/passkeys"])
        {
            Assert.Equal(HttpStatusCode.OK, (await PageAsync(browser, other)).Status);
        }

        Assert.Contains("Đã sắp xếp thôn.", (await PageAsync(browser, Address)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_preview_one_goes_back_to_the_form_with_everything_in_place()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await EnterAsync(browser, "Mai Đàn");
        await EnterAsync(browser, "Câu Nhi");
        var villages = await VillagesAsync();

        var form = await PageView.OfAsync(await PostAsync(browser, "Change", villages), Ct);

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Empty(form.Errors);
        Assert.Equal(villages.Select(id => $"{id}").Order(), form.Document.QuerySelectorAll("[name=Chosen][checked]").Select(box => box.GetAttribute("value")!).Order());
        Assert.Equal("Đông Dương", form.Document.QuerySelector("#Names")?.TextContent.Trim());
        Assert.Equal("2026-05-01", form.Document.QuerySelector("#EffectiveOn")?.GetAttribute("value"));
    }

    [Fact]
    public async Task One_village_alone_is_no_merger()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await EnterAsync(browser, "Mai Đàn");

        var view = await PageView.OfAsync(await PostAsync(browser, "Preview", await VillagesAsync()), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, view.Status);
        Assert.Equal("#Chosen", view.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.NotNull(view.Document.QuerySelector("#Chosen .field-error"));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "Confirm", await VillagesAsync())).StatusCode);
    }

    [Fact]
    public async Task A_neighbour_s_villages_do_not_exist_and_a_leader_keeps_none()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var leader = await AsAsync(Role.CommuneLeader);

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/places/{VinhDinh}/villages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/places/{VinhDinh}/villages/rearrange")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/places/{Province}/villages")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(leader, Address)).Status);
    }

    private static async Task<PageView> EnterAsync(HttpClient browser, string name) => await PressAsync(
        browser, await PageAsync(browser, Address), "Thêm thôn", ("Loại", "thôn"), ("Tên", name), ("Từ ngày (không bắt buộc)", "2026-03-01"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string handler, IReadOnlyList<int> villages)
    {
        var page = await PageAsync(browser, $"{Address}/rearrange");
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = villages.Select(village => KeyValuePair.Create("Chosen", $"{village}")).Concat(
        [
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Kind", "thôn"), KeyValuePair.Create("Names", "Đông Dương"),
            KeyValuePair.Create("EffectiveOn", "2026-05-01"), KeyValuePair.Create("LegalBasis", "Nghị quyết số 12/NQ-HĐND"),
        ]);
        using var content = new FormUrlEncodedContent(fields);

        return await browser.PostAsync(new Uri($"{Address}/rearrange?handler={handler}", UriKind.Relative), content, Ct);
    }

    /// <summary>Those that are not the demonstration's own.</summary>
    private async Task<List<int>> VillagesAsync()
    {
        await using var db = Engine.Open();
        var made = db.PlaceNames.Where(name => name.Name.EndsWith("(minh họa)")).Select(name => name.PlaceId);

        return await db.Places.Where(place => place.Level == PlaceLevel.Village && place.ValidTo == null && !made.Contains(place.Id)).Select(place => place.Id).OrderBy(id => id).ToListAsync(Ct);
    }
}
