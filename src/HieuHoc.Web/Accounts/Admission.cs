using System.Security.Claims;
using HieuHoc.Access;
using HieuHoc.Web.Hosting;

namespace HieuHoc.Web.Accounts;

/// <summary>Lets a person who was found by a cookie in, holds them at a step that is still to be taken, or turns them away.</summary>
public sealed class Admission(CheckSession checkSession, SiteSettings settings)
{
    /// <summary>Tells the visitor who they are; false when the session has ended.</summary>
    public async Task<bool> RunAsync(ClaimsPrincipal user, Visitor visitor, SignedIn found, CancellationToken ct)
    {
        if (user.FindFirstValue(PersonClaims.Token) is not null)
        {
            // The token was looked up when it was read; it stands for no session.
            visitor.Person = found;

            return true;
        }

        if (!Guid.TryParse(user.FindFirstValue(PersonClaims.Session), out var id)
            || await checkSession.RunAsync(found.Owner, found.Id, new SessionId(id), ct) is not { } standing
            || !standing.Fits(found.Role))
        {
            return false;
        }

        var next = standing.NextStep(found.Role, demanded: !settings.Demo && !found.Demo);
        visitor.Session = standing;
        visitor.Step = next;
        visitor.Person = next is SignInStep.None ? found : null;
        visitor.Awaited = next is SignInStep.None ? null : found;

        return true;
    }
}
