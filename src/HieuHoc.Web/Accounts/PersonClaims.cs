using System.Globalization;
using System.Security.Claims;
using HieuHoc.Access;
using Microsoft.AspNetCore.Identity;

namespace HieuHoc.Web.Accounts;

/// <summary>What a session carries: whose it is and the stamp it began with. Names and roles are read per request.</summary>
internal sealed class PersonClaims : IUserClaimsPrincipalFactory<Person>
{
    private const string Stamp = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Person user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{user.Owner}:{user.Id.Value}"),
            new Claim(Stamp, user.SecurityStamp),
        ],
        IdentityConstants.ApplicationScheme)));

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
