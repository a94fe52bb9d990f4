using System.Security.Claims;
using System.Text.Encodings.Web;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HieuHoc.Web.Api;

/// <summary>Reads the bearer token of a program.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CheckToken checkToken)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme, in the framework and on the wire.</summary>
    public const string Bearer = "Bearer";

    /// <summary>The claims that hold what a token is for.</summary>
    public const string Scope = "scope";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Text() is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        if (await checkToken.RunAsync(text, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("The token does not hold.");
        }

        var identity = PersonClaims.Identity(token.Owner, token.PersonId, token.Stamp, Bearer);
        identity.AddClaim(new Claim(PersonClaims.Token, token.Id.Value.ToString()));
        identity.AddClaims(token.Scopes.Select(scope => new Claim(Scope, scope)));

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Bearer));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var shown = Text() is not null;
        Response.Headers.WWWAuthenticate = shown ? "Bearer realm=\"hieuhoc\", error=\"invalid_token\"" : "Bearer realm=\"hieuhoc\"";

        return ApiProblems.WriteAsync(Context, shown ? new TokenNotValid() : new TokenMissing(), StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblems.WriteAsync(Context, new RoleMayNot());

    private string? Text()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();

        return header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase) ? header[(Bearer.Length + 1)..].Trim() : null;
    }
}
