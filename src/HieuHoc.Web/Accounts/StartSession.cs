using System.Security.Claims;
using HieuHoc.Access;
using Microsoft.AspNetCore.Identity;

namespace HieuHoc.Web.Accounts;

/// <summary>Begins a session in the database and gives the browser its cookie.</summary>
public sealed class StartSession(BeginSession beginSession, SignInManager<Person> signIn)
{
    public async Task<Session> RunAsync(Person person, SessionWay way, Caller caller, Guid? device, CancellationToken ct)
    {
        var session = await beginSession.RunAsync(person, way, caller.Browser, device, ct);
        await GiveCookieAsync(person, session);

        return session;
    }

    /// <summary>Begins the session of this browser anew, after all of a person's sessions were ended: it keeps what it has shown.</summary>
    public async Task AgainAsync(Person person, SessionStanding before, Caller caller, CancellationToken ct) =>
        await GiveCookieAsync(person, await beginSession.AgainAsync(person, before, caller.Browser, ct));

    private Task GiveCookieAsync(Person person, Session session) =>
        signIn.SignInWithClaimsAsync(person, isPersistent: false, [new Claim(PersonClaims.Session, session.Id.Value.ToString())]);
}
