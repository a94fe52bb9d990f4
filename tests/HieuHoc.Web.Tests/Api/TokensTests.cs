using System.Net;
using System.Net.Http.Headers;
using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

public sealed class TokensTests : ApiTest
{
    [Fact]
    public async Task A_program_without_a_token_is_told_how_to_get_one()
    {
        var answer = await GetAsync(Stranger(), "/api/v1/me");

        Assert.Equal("Bearer realm=\"hieuhoc\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((401, "TokenMissing"), Problem(await ReadAsync(answer)));
    }

    [Theory]
    [InlineData("khong phai ma")]
    [InlineData("hh_1_0198f0e0a1b27c3d8e4f5a6b7c8d9e0f_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_refused(string text)
    {
        var program = Stranger();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + text);

        var answer = await GetAsync(program, "/api/v1/me");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal((401, "TokenNotValid"), Problem(await ReadAsync(answer)));
    }

    [Fact]
    public async Task The_secret_alone_opens_and_only_its_hash_is_stored()
    {
        var token = await TokenAsync(Role.StandingAgency);
        var other = token[..^5] + (token.EndsWith("AAAAA", StringComparison.Ordinal) ? "BBBBA" : "AAAAA");
        var program = Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", other);

        Assert.Equal(401, (await AskAsync(program, "/api/v1/me")).Status);
        await using var db = Engine.Open();
        var stored = await db.ApiTokens.SingleAsync(Ct);
        Assert.Equal(TokenText.Parse(token)!.Hash, stored.Hash);
        Assert.Equal(32, stored.Hash.Length);
    }

    [Fact]
    public async Task A_token_holds_to_its_last_instant_and_no_longer()
    {
        var program = await ProgramAsync(Role.StandingAgency);

        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        var before = await AskAsync(program, "/api/v1/me");
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromSeconds(1));

        Assert.Equal(200, before.Status);
        Assert.Equal((401, "TokenNotValid"), Problem(await AskAsync(program, "/api/v1/me")));
    }

    [Fact]
    public async Task A_token_taken_back_on_its_persons_page_is_refused_at_once()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await PageAsync(browser, "/me/security");
        var before = await AskAsync(program, "/api/v1/me");

        var after = await PressAsync(browser, page, "Thu hồi");

        Assert.Equal(200, before.Status);
        Assert.Contains("Đã thu hồi mã truy cập.", after.Main, StringComparison.Ordinal);
        Assert.Equal((401, "TokenNotValid"), Problem(await AskAsync(program, "/api/v1/me")));
    }

    [Fact]
    public async Task Nobody_takes_back_the_token_of_another()
    {
        await TokenAsync(Role.CommuneOfficer);
        await using var db = Engine.Open();
        var token = await db.ApiTokens.AsNoTracking().SingleAsync(Ct);
        var leader = await db.People.SingleAsync(person => person.UserName == PersonIn(Role.CommuneLeader).UserName, Ct);

        var refusal = await new RevokeToken(db, Clock).RunAsync(token.Id, new Actor(token.Owner, leader.Id, Role.CommuneLeader, 1), Ct);

        Assert.Equal(new TokenNotFound(), refusal);
        Assert.Null((await db.ApiTokens.AsNoTracking().SingleAsync(Ct)).RevokedAt);
    }

    [Fact]
    public async Task A_program_whose_person_lost_the_last_role_is_refused()
    {
        var program = await ProgramAsync(Role.StandingAgency);
        await using (var db = Engine.Open())
        {
            await db.RoleGrants.Where(grant => grant.Role == Role.StandingAgency).ExecuteDeleteAsync(Ct);
        }

        Assert.Equal((401, "TokenNotValid"), Problem(await AskAsync(program, "/api/v1/me")));
    }

    [Theory]
    [InlineData("GET", "/api/v1/rounds", "read", "returns:write")]
    [InlineData("PUT", "/api/v1/returns/0198f0e0-a1b2-7c3d-8e4f-5a6b7c8d9e0f", "returns:write", "read")]
    public async Task A_token_opens_what_its_scopes_name_and_no_more(string method, string address, string needed, string held)
    {
        var program = await ProgramAsync(Role.CommuneOfficer, held);

        var answer = await SendAsync(program, new HttpMethod(method), address, new { answers = new { } });

        Assert.Equal((403, "ScopeMissing"), Problem(answer));
        Assert.Equal(needed, answer.Body.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_token_never_opens_what_its_persons_role_does_not()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);

        Assert.Equal((403, "RoleMayNot"), Problem(await AskAsync(program, "/api/v1/packs")));
    }

    [Fact]
    public async Task A_cookie_does_not_open_the_API_and_a_token_opens_no_page()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var program = await ProgramAsync(Role.StandingAgency);

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(browser, "/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(program, "/returns")).StatusCode);
    }

    [Fact]
    public async Task What_does_not_fit_makes_no_token()
    {
        var fits = new NewToken(PersonIn(Role.CommuneOfficer).UserName, "", [ApiScopes.Read], 1);

        async Task<Refusal?> RefusalAsync(NewToken given)
        {
            await using var db = Engine.Open();

            return (await new CreateToken(db, Clock).RunAsync(given, Ct)).Refusal;
        }

        Assert.Null(await RefusalAsync(fits));
        Assert.Null(await RefusalAsync(fits with { Days = ApiToken.MostDays }));
        Assert.Equal(new PersonNotFound(), await RefusalAsync(fits with { UserName = "khong.co" }));
        Assert.Equal(new PersonNotFound(), await RefusalAsync(fits with { UserName = "\0" }));
        Assert.Equal(new ScopeUnknown("write", "read, returns:write, villages:write, programme:write, people:write"), await RefusalAsync(fits with { Scopes = ["read", "write"] }));
        Assert.Equal(new ScopeUnknown("", "read, returns:write, villages:write, programme:write, people:write"), await RefusalAsync(fits with { Scopes = [] }));
        Assert.Equal(new TokenLifeOutOfRange(ApiToken.MostDays), await RefusalAsync(fits with { Days = 0 }));
        Assert.Equal(new TokenLifeOutOfRange(ApiToken.MostDays), await RefusalAsync(fits with { Days = ApiToken.MostDays + 1 }));
    }
}
