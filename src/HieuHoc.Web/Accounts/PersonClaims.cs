using System.Globalization;
using System.Security.Claims;
using HieuHoc.Access;
using Microsoft.AspNetCore.Identity;

namespace HieuHoc.Web.Accounts;

/// <summary>What a cookie carries: whose it is, the stamp and the session it began with. Names and roles are read per request.</summary>
internal sealed class PersonClaims : IUserClaimsPrincipalFactory<Person>
{
    /// <summary>The claim that holds the id of a session.</summary>
    public const string Session = "session";

    /// <summary>The claim that holds the id of a token, in place of a session.</summary>
    public const string Token = "token";

    private const string Stamp = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Person user) =>
        Task.FromResult(new ClaimsPrincipal(Identity(user.Owner, user.Id, user.SecurityStamp, IdentityConstants.ApplicationScheme)));

    public static ClaimsIdentity Identity(short owner, PersonId id, string stamp, string scheme) => new(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{owner}:{id.Value}"),
            new Claim(Stamp, stamp),
        ],
        scheme);

    /// <summary>Whose session it is; null when the claims are not ours.</summary>
    public static (short Owner, PersonId Id, string Stamp)? Read(ClaimsPrincipal user) =>
        ReadId(user.FindFirstValue(ClaimTypes.NameIdentifier)) is var (owner, id) && user.FindFirstValue(Stamp) is { } stamp
            ? (owner, id, stamp)
            : null;

    /// <summary>Reads <c>owner:id</c>; null when it is something else.</summary>
    public static (short Owner, PersonId Id)? ReadId(string? id) =>
        id?.Split(':') is [var first, var second]
        && short.TryParse(first, CultureInfo.InvariantCulture, out var owner)
        && Guid.TryParse(second, out var guid)
            ? (owner, new PersonId(guid))
            : null;
}
