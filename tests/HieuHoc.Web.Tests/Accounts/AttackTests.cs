using System.Net;
using System.Net.Http.Headers;
using HieuHoc.Access;
using HieuHoc.Testing;
using HieuHoc.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

/// <summary>What somebody tries who has a part of what opens an account, and not the rest.</summary>
public sealed class AttackTests : ApiTest
{
    [Fact]
    public async Task A_token_opens_nothing_once_its_person_s_role_has_ended()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var before = await AskAsync(program, "/api/v1/me");

        await EndRolesAsync(Role.CommuneOfficer);

        Assert.Equal(200, before.Status);
        Assert.Equal(401, (await AskAsync(program, "/api/v1/me")).Status);
        Assert.Equal(401, (await AskAsync(program, "/api/v1/returns")).Status);
    }

    [Fact]
    public async Task A_token_acts_in_the_persons_own_role_whatever_role_its_cookie_names()
    {
        var foreign = Given.GrantOf(await ActorAsync(Role.StandingAgency));
        var program = await ProgramAsync(Role.CommuneOfficer);
        program.DefaultRequestHeaders.Add("Cookie", $"hieuhoc.role={foreign.Value}");

        var me = await AskAsync(program, "/api/v1/me");

        Assert.Equal("commune-officer", me.Body.GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_session_opens_no_address_of_the_API_and_a_token_no_page()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var program = await ProgramAsync(Role.StandingAgency);

        Assert.Equal(401, (await AskAsync(browser, "/api/v1/me")).Status);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(program, "/returns")).StatusCode);
    }

    [Fact]
    public async Task Ending_the_session_leaves_the_token_and_ending_all_access_takes_both()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var program = await ProgramAsync(Role.CommuneOfficer);
        await PressAsync(browser, await PageAsync(browser, "/"), "Đăng xuất");
        var signedOut = await AskAsync(program, "/api/v1/me");
        await using var db = Engine.Open();

        await new EndAccess(db, Clock).RunAsync(PersonIn(Role.CommuneOfficer).UserName, await ActorAsync(Role.Administrator), Ct);

        Assert.Equal(200, signedOut.Status);
        Assert.Equal(401, (await AskAsync(program, "/api/v1/me")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_sessions_and_leaves_tokens_which_have_secrets_of_their_own()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var program = await ProgramAsync(Role.CommuneOfficer);
        await using var db = Engine.Open();

        await new ResetPassword(db, Clock, password => password)
            .RunAsync(PersonIn(Role.CommuneOfficer).UserName, "Đèo Lao Bảo mùa mưa", await ActorAsync(Role.Administrator), Ct);

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(browser, "/")).StatusCode);
        Assert.Equal(200, (await AskAsync(program, "/api/v1/me")).Status);
    }

    [Fact]
    public async Task An_auditor_changes_nothing_through_the_API_with_every_scope()
    {
        var program = await ProgramAsync(Role.Auditor);
        var @return = (await ReturnsInAsync(HieuHoc.Returns.ReturnState.Entering))[0];

        var typed = await SendAsync(program, HttpMethod.Put, $"/api/v1/returns/{@return.Id.Value}", new { answers = new { } }, "*");
        var stepped = await SendAsync(program, HttpMethod.Post, $"/api/v1/returns/{@return.Id.Value}/steps", new { step = "Submit" }, "*");
        var made = await SendAsync(program, HttpMethod.Post, "/api/v1/people", new { userName = "ke.la", displayName = "x", role = "Administrator", place = "44" });

        Assert.All([typed.Status, stepped.Status, made.Status], status => Assert.Contains(status, (int[])[403, 404, 405]));
        await using var db = Engine.Open();
        Assert.False(await db.People.AnyAsync(person => person.UserName == "ke.la", Ct));
        Assert.Equal(@return.Revision, (await db.Set<HieuHoc.Returns.Return>().SingleAsync(row => row.Id == @return.Id, Ct)).Revision);
    }

    [Fact]
    public async Task A_delegation_that_ends_while_its_colleague_is_signed_in_ends_on_the_next_request()
    {
        var (absent, colleague) = (await ActorAsync(Role.CommuneLeader), await ActorAsync(Role.CommuneOfficer));
        await using var db = Engine.Open();
        await db.RoleGrants.Where(grant => grant.PersonId == colleague.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Role, Role.Clerk), Ct);
        var browser = await AsAsync(Role.CommuneOfficer);
        var delegation = (await new DelegateRole(db, Clock).RunAsync(
            new NewDelegation(
                new DelegationId(Guid.CreateVersion7()), Given.GrantOf(absent), PersonIn(Role.CommuneOfficer).UserName, Clock.Now.Day, Clock.Now.Day, "Đi công tác"),
            absent,
            Ct)).Value;
        await Site.PostAsync(browser, "/me?handler=Role", [("key", delegation.Id.Value.ToString())], Ct);
        var during = await PageAsync(browser, "/devices");

        await Site.PostAsync(browser, "/me?handler=EndDelegation", [("delegation", delegation.Id.Value.ToString())], Ct);

        Assert.Equal(HttpStatusCode.OK, during.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(browser, "/devices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.PostAsync(browser, "/me?handler=Role", [("key", delegation.Id.Value.ToString())], Ct)).StatusCode);
    }

    [Fact]
    public async Task A_delegation_written_behind_the_use_case_s_back_still_gives_no_officer_the_approval_of_their_returns()
    {
        var (absent, officer) = (await ActorAsync(Role.CommuneLeader), await ActorAsync(Role.CommuneOfficer));
        await using var db = Engine.Open();
        var delegation = new Delegation
        {
            Owner = officer.Owner,
            Id = new DelegationId(Guid.CreateVersion7()),
            GrantId = Given.GrantOf(absent),
            PersonId = officer.PersonId!.Value,
            ValidFrom = Clock.Now.Day,
            ValidTo = Clock.Now.Day,
            Reason = "x",
        };
        db.Add(delegation);
        await db.SaveChangesAsync(Ct);
        var browser = await AsAsync(Role.CommuneOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await Site.PostAsync(browser, "/me?handler=Role", [("key", delegation.Id.Value.ToString())], Ct)).StatusCode);
    }

    [Fact]
    public async Task A_person_of_one_programme_is_no_person_of_another()
    {
        var officer = await ActorAsync(Role.CommuneOfficer);
        var elsewhere = Given.Place();
        Given.Owner(elsewhere, id: 2);
        var other = Given.Person(Role.Administrator, elsewhere, owner: 2, userName: "quantri.khac");
        await using var db = Engine.Open();
        var session = await new BeginSession(db, Clock).RunAsync(
            await db.People.SingleAsync(person => person.Owner == officer.Owner && person.Id == officer.PersonId, Ct), SessionWay.Password, "", null, Ct);

        Assert.Equal(new SessionNotFound(), await new EndSession(db, Clock).RunAsync(session.Id, other with { PersonId = officer.PersonId }, Ct));
        Assert.Equal(new PersonNotFound(), await new EndAccess(db, Clock).RunAsync(PersonIn(Role.CommuneOfficer).UserName, other, Ct));
        Assert.Null(await new CheckSession(db, Clock).RunAsync(2, officer.PersonId!.Value, session.Id, Ct));
    }

    [Fact]
    public async Task A_token_of_one_programme_read_as_another_s_is_none()
    {
        var token = await TokenAsync(Role.CommuneOfficer);
        Given.Owner(Given.Place(), id: 2);
        var program = Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "hh_2_" + token.Split('_', 3)[2]);

        Assert.Equal(401, (await AskAsync(program, "/api/v1/me")).Status);
    }

    [Theory]
    [InlineData("/language")]
    [InlineData("/me?handler=Role")]
    [InlineData("/me?handler=EndDelegation")]
    [InlineData("/me/passkeys?handler=Remove")]
    [InlineData("/sign-out")]
    public async Task A_form_of_another_site_is_not_taken(string address)
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("language", "en")]);

        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), forged, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/returns")).StatusCode);
    }

    [Theory]
    [InlineData("https://ke-la.example/")]
    [InlineData("//ke-la.example/")]
    [InlineData("/\\ke-la.example/")]
    [InlineData("\\\\ke-la.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/ke-la.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        var person = PersonIn(Role.CommuneOfficer);
        var query = Uri.EscapeDataString(returnUrl);
        var browser = Stranger();

        var signedIn = await Site.PostAsync(
            browser, $"/sign-in?returnUrl={query}", [("UserName", person.UserName), ("Password", person.Password)], Ct);
        var again = await GetAsync(browser, $"/sign-in?returnUrl={query}");
        var token = (await PageAsync(browser, "/")).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("language", "en"), KeyValuePair.Create("returnUrl", returnUrl), KeyValuePair.Create("__RequestVerificationToken", token)]);
        var switched = await browser.PostAsync(new Uri("/language", UriKind.Relative), form, Ct);

        Assert.Equal("/", signedIn.Headers.Location?.OriginalString);
        Assert.Equal("/", again.Headers.Location?.OriginalString);
        Assert.Equal("/", switched.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_password_is_not_found_by_trying_at_a_browser_left_open()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var token = (await PageAsync(browser, "/me/password")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var said = new List<HttpStatusCode>();

        for (var i = 0; i < 32; i++)
        {
            using var form = new FormUrlEncodedContent(
                new[] { ("Old", $"thử {i}"), ("Chosen", "Đèo Lao Bảo mùa mưa"), ("Again", "Đèo Lao Bảo mùa mưa"), ("__RequestVerificationToken", token) }
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            said.Add((await browser.PostAsync(new Uri("/me/password", UriKind.Relative), form, Ct)).StatusCode);
        }

        Assert.Equal(30, said.Count(status => status is HttpStatusCode.BadRequest));
        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], said.TakeLast(2));
    }

    private async Task<Actor> ActorAsync(Role role)
    {
        var userName = PersonIn(role).UserName;
        await using var db = Engine.Open();
        var person = await db.People.SingleAsync(person => person.UserName == userName, Ct);
        var grant = await db.RoleGrants.FirstAsync(grant => grant.PersonId == person.Id, Ct);

        return new Actor(person.Owner, person.Id, grant.Role, grant.PlaceId);
    }

    private async Task EndRolesAsync(Role role)
    {
        var person = await ActorAsync(role);
        await using var db = Engine.Open();
        await db.RoleGrants.Where(grant => grant.PersonId == person.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, Clock.Now.Day.AddDays(-1)), Ct);
    }
}
