using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class RolesPagesTests : WalkTest
{
    [Fact]
    public async Task A_person_with_several_roles_acts_in_the_one_they_choose()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var key = Given.Grant(await ActorAsync(Role.CommuneOfficer), Role.Auditor, await PlaceOfAsync(Role.CommuneOfficer));
        Assert.Equal(HttpStatusCode.OK, (await PageAsync(browser, "/people/new")).Status);

        var chosen = await Site.PostAsync(browser, "/me?handler=Role", [("key", key.Value.ToString())], Ct);

        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("Cán bộ kiểm tra, giám sát", Said(await PageAsync(browser, "/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(browser, "/people/new")).Status);
    }

    [Fact]
    public async Task A_role_that_is_not_theirs_or_has_ended_is_not_acted_in()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var officer = await ActorAsync(Role.CommuneOfficer);
        var ended = Given.Grant(officer, Role.Auditor, officer.PlaceId, to: Clock.Now.Day.AddDays(-1));
        var foreign = Given.GrantOf(await ActorAsync(Role.Administrator));

        foreach (var key in new[] { ended, foreign })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Site.PostAsync(browser, "/me?handler=Role", [("key", key.Value.ToString())], Ct)).StatusCode);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/packs", UriKind.Relative));
            request.Headers.Add("Cookie", $"hieuhoc.role={key.Value}");
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_colleague_stands_in_and_the_audit_names_both()
    {
        var leader = await AsAsync(Role.CommuneLeader);
        var (absent, colleague) = (await ActorAsync(Role.CommuneLeader), await ActorAsync(Role.CommuneOfficer));
        var grant = Given.GrantOf(absent);
        var @return = (await ReturnsInAsync(HieuHoc.Returns.ReturnState.Entering)).Single(row => row.SubjectId == colleague.PlaceId);
        await TypeAsync(@return.Id);
        await TakeAsync(@return.Id, HieuHoc.Returns.ReturnStep.Submit);
        await using var db = Engine.Open();
        // Who wrote it could not approve it; a clerk may.
        await db.RoleGrants.Where(row => row.PersonId == colleague.PersonId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, Role.Clerk), Ct);
        await PressDelegateAsync(leader, grant);
        var delegation = await db.Delegations.SingleAsync(Ct);
        var officer = await AsAsync(Role.CommuneOfficer);

        await Site.PostAsync(officer, "/me?handler=Role", [("key", delegation.Id.Value.ToString())], Ct);
        var page = await PageAsync(officer, $"/returns/{@return.Id.Value}");
        await PressAsync(officer, page, "Duyệt");

        var entry = await db.AuditEntries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstAsync(entry => entry.Change == "ReturnMoved" && entry.PersonId != null, Ct);
        Assert.Equal((colleague.PersonId?.Value, absent.PersonId?.Value), (entry.PersonId, entry.ActingForId));
        Assert.Contains("làm thay", Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Either_side_ends_a_delegation_with_one_button()
    {
        await using var db = Engine.Open();
        var colleague = await ActorAsync(Role.CommuneOfficer);
        await db.RoleGrants.Where(row => row.PersonId == colleague.PersonId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, Role.Clerk), Ct);
        var (leader, clerk) = (await AsAsync(Role.CommuneLeader), await AsAsync(Role.CommuneOfficer));
        var grant = Given.GrantOf(await ActorAsync(Role.CommuneLeader));

        await PressDelegateAsync(leader, grant);
        var byLeader = await PressAsync(leader, await PageAsync(leader, "/me"), "Kết thúc sớm");
        await PressDelegateAsync(leader, grant);
        var byClerk = await PressAsync(clerk, await PageAsync(clerk, "/me"), "Kết thúc sớm");

        Assert.All([byLeader, byClerk], page => Assert.Contains("Đã kết thúc ủy quyền.", Said(page), StringComparison.Ordinal));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Change == "DelegationEnded", Ct));
        Assert.DoesNotContain("Kết thúc sớm", Said(await PageAsync(leader, "/me")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_the_returns_is_refused_as_stand_in_of_who_approves_them()
    {
        var leader = await AsAsync(Role.CommuneLeader);

        var refused = await PageView.OfAsync(
            await Site.PostAsync(
                leader,
                "/me?handler=Delegate",
                [("GrantId", Given.GrantOf(await ActorAsync(Role.CommuneLeader)).Value.ToString()), ("UserName", "canbo.hailang"), ("Reason", "Đi công tác")],
                Ct),
            Ct);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("mỗi bước cần một người khác nhau", Said(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_resets_a_password_that_is_shown_once_and_signs_in_once()
    {
        var browser = await AsAsync(Role.Administrator);
        var officer = await AsAsync(Role.CommuneOfficer);
        var address = $"/people/{(await ActorAsync(Role.CommuneOfficer)).PersonId!.Value.Value}";

        var shown = await PressAsync(browser, await PageAsync(browser, address), "Đặt lại mật khẩu");
        var password = shown.Document.QuerySelector(".error-id code")!.TextContent;

        var page = await PageAsync(browser, address);
        Assert.DoesNotContain(password, Said(page), StringComparison.Ordinal);
        Assert.Contains("Đặt lại mật khẩu", PageView.Words(page.Document.QuerySelector(".history li")), StringComparison.Ordinal);
        Assert.Contains("Quản trị", PageView.Words(page.Document.QuerySelector(".history li .hint")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(officer, "/")).StatusCode);
        var again = await Site.AsAsync("canbo.hailang", password, Ct);
        Assert.Equal("/me/password", (await GetAsync(again, "/returns")).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("Đặt lại lớp bảo vệ thứ hai", "SecondFactorReset")]
    [InlineData("Kết thúc mọi đăng nhập", "AccessEnded")]
    public async Task An_administrator_ends_what_an_account_signs_in_with(string button, string change)
    {
        var browser = await AsAsync(Role.Administrator);
        var officer = await AsAsync(Role.CommuneOfficer);
        var person = (await ActorAsync(Role.CommuneOfficer)).PersonId!.Value.Value;

        await PressAsync(browser, await PageAsync(browser, $"/people/{person}"), button);

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(officer, "/")).StatusCode);
        await using var db = Engine.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Change == change && entry.Record == person.ToString(), Ct));
    }

    [Fact]
    public async Task A_commune_resets_the_password_of_its_village_and_no_more()
    {
        var village = Given.Place("Lương Điền", under: await PlaceOfAsync(Role.CommuneOfficer));
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await MakeVillageAsync(browser, village, "truongthon.cu");
        var page = await PageAsync(browser, address);

        var refused = await Site.PostAsync(browser, $"{address}?handler=EndAccess", [], Ct);
        var shown = await PressAsync(browser, page, "Đặt lại mật khẩu");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("Kết thúc mọi đăng nhập", Said(page), StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector(".error-id code"));
    }

    [Fact]
    public async Task An_administrator_makes_an_account_gives_a_role_and_ends_it()
    {
        var browser = await AsAsync(Role.Administrator);

        var made = await Site.PostAsync(browser, "/people/new", New("chuyenvien.moi", nameof(Role.AgencyOfficer), "44", "quang-tri.so-noi-vu"), Ct);
        var address = made.Headers.Location!.ToString();
        var granted = await Site.PostAsync(browser, $"{address}?handler=Grant", [("Given.Role", nameof(Role.CommuneLeader)), ("Given.PlaceCode", HaiLang)], Ct);
        await using var db = Engine.Open();
        var person = new PersonId(Guid.Parse(address["/people/".Length..]));
        var grant = await db.RoleGrants.SingleAsync(grant => grant.PersonId == person && grant.Role == Role.CommuneLeader, Ct);
        var ended = await Site.PostAsync(browser, $"{address}?handler=End", [("GrantId", grant.Id.Value.ToString()), ("LastDay", "2026-11-30")], Ct);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (granted.StatusCode, ended.StatusCode));
        var page = await PageAsync(browser, address);
        Assert.Contains("30/11/2026", Said(page), StringComparison.Ordinal);
        Assert.Contains("Sở Nội vụ tỉnh Quảng Trị", Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_stays_on_the_page_with_its_sentence()
    {
        var browser = await AsAsync(Role.Administrator);

        var refused = await PageView.OfAsync(await Site.PostAsync(browser, "/people/new", New("chuyenvien.moi", nameof(Role.AgencyOfficer), "44", "khong.co"), Ct), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Không có cơ quan này", Said(refused), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("input[value='khong.co']"));
    }

    [Fact]
    public async Task A_commune_makes_and_hands_over_the_accounts_of_its_villages_without_passwords()
    {
        var village = Given.Place("Lương Điền", under: await PlaceOfAsync(Role.CommuneOfficer));
        var browser = await AsAsync(Role.CommuneOfficer);
        var (old, next) = (await MakeVillageAsync(browser, village, "truongthon.cu"), await MakeVillageAsync(browser, village, "truongthon.moi"));

        var handedOver = await Site.PostAsync(browser, $"{old}?handler=HandOver", [("UserName", "truongthon.moi")], Ct);

        Assert.Equal(HttpStatusCode.Found, handedOver.StatusCode);
        Assert.NotEqual(old, next);
        await using var db = Engine.Open();
        Assert.All(await db.RoleGrantsOn(Clock.Now.Day).Where(grant => grant.PlaceId == village).ToListAsync(Ct), grant => Assert.EndsWith(grant.PersonId.Value.ToString(), next, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_sees_accounts_with_user_names_as_initials_and_no_form()
    {
        var browser = await AsAsync(Role.Auditor);
        var person = (await ActorAsync(Role.CommuneOfficer)).PersonId!.Value.Value;

        var list = await PageAsync(browser, "/people");
        var page = await PageAsync(browser, $"/people/{person}");

        Assert.DoesNotContain("canbo.hailang", Said(list) + Said(page), StringComparison.Ordinal);
        Assert.Contains("c. h.", Said(page), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Agencies_are_found_on_a_day_by_other_words_with_what_passed_to_whom()
    {
        var browser = await AsAsync(Role.StandingAgency);
        await using var db = Engine.Open();
        var old = await db.Agencies.SingleAsync(agency => agency.Code == "quang-tri-cu.so-ttt", Ct);

        var today = await PageAsync(browser, "/agencies?q=so+noi+vu");
        var found = await PageAsync(browser, "/agencies?q=so+gd%26dt");
        var before = await PageAsync(browser, $"/agencies/{old.Id}");

        Assert.Contains("Sở Nội vụ tỉnh Quảng Trị", Said(today), StringComparison.Ordinal);
        Assert.Contains("Sở Giáo dục và Đào tạo tỉnh Quảng Trị", Said(found), StringComparison.Ordinal);
        Assert.Contains("Báo chí, xuất bản", Said(before), StringComparison.Ordinal);
        Assert.Contains("ngày chưa xác nhận", Said(before), StringComparison.Ordinal);
    }

    private static string Said(PageView page) => PageView.Words(page.Document.Body);

    private static async Task PressDelegateAsync(HttpClient browser, GrantId grant)
    {
        var answer = await Site.PostAsync(
            browser,
            "/me?handler=Delegate",
            [("GrantId", grant.Value.ToString()), ("UserName", "canbo.hailang"), ("From", "2026-11-21"), ("To", "2026-11-23"), ("Reason", "Đi công tác")],
            Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<string> MakeVillageAsync(HttpClient browser, int village, string userName)
    {
        var made = await Site.PostAsync(
            browser,
            "/people/new",
            [("DisplayName", "Trưởng thôn"), ("UserName", userName), ("Given.Role", nameof(Role.VillageOfficer)), ("Given.VillageId", $"{village}")],
            Ct);

        return made.Headers.Location!.ToString();
    }

    private static (string Name, string Value)[] New(string userName, string role, string place, string agency) =>
    [
        ("DisplayName", "Chuyên viên"), ("UserName", userName), ("Password", "Ruộng lúa Triệu Phong"), ("Given.Role", role), ("Given.PlaceCode", place), ("Given.AgencyCode", agency),
    ];

    private async Task<int> PlaceOfAsync(Role role) => (await ActorAsync(role)).PlaceId;

    private async Task<Actor> ActorAsync(Role role)
    {
        var userName = PersonIn(role).UserName;
        await using var db = Engine.Open();
        var person = await db.People.SingleAsync(person => person.UserName == userName, Ct);
        var grant = await db.RoleGrants.OrderBy(grant => grant.ValidFrom).FirstAsync(grant => grant.PersonId == person.Id, Ct);

        return new Actor(person.Owner, person.Id, grant.Role, grant.PlaceId);
    }
}
