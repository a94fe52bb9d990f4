using System.Security.Cryptography;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Whose a token is, and what it is for.</summary>
/// <param name="Stamp">The stamp of the person as it is now.</param>
public sealed record TokenStanding(short Owner, PersonId PersonId, string Stamp, ApiTokenId Id, IReadOnlyList<string> Scopes);

/// <summary>Says at each request of a program whether its token holds.</summary>
public sealed class CheckToken(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Whose it is; null when it was taken back, has expired or never was.</summary>
    public async Task<TokenStanding?> RunAsync(string text, CancellationToken ct)
    {
        if (TokenText.Parse(text) is not { } asked)
        {
            return null;
        }

        var now = clock.Now.Instant;
        var people = db.People;
        var found = await db.ApiTokens.AsNoTracking()
            .Where(token => token.Owner == asked.Owner && token.Id == asked.Id && token.RevokedAt == null && token.ExpiresAt > now)
            .Select(token => new
            {
                token.PersonId,
                token.Scopes,
                token.Hash,
                Stamp = people.Where(person => person.Owner == token.Owner && person.Id == token.PersonId)
                    .Select(person => person.SecurityStamp).First(),
            })
            .SingleOrDefaultAsync(ct);

        return found is not null && CryptographicOperations.FixedTimeEquals(found.Hash, asked.Hash)
            ? new TokenStanding(asked.Owner, found.PersonId, found.Stamp, asked.Id, found.Scopes.Split(' '))
            : null;
    }
}
