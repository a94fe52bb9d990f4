using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What whoever keeps the installation states about a new token.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Days">How many days it holds.</param>
public sealed record NewToken(string UserName, string Name, IReadOnlyList<string> Scopes, int Days);

/// <summary>A token that was made, with the text that is shown this once.</summary>
public sealed record IssuedToken(ApiToken Token, string Text);

/// <summary>Makes a bearer token for a program that acts as a person. The installation makes them: no page does.</summary>
public sealed class CreateToken(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<IssuedToken>> RunAsync(NewToken given, CancellationToken ct)
    {
        if (given.Scopes.FirstOrDefault(scope => !ApiScopes.All.Contains(scope)) is { } unknown)
        {
            return new ScopeUnknown(unknown, string.Join(", ", ApiScopes.All));
        }

        if (given.Scopes.Count == 0)
        {
            return new ScopeUnknown("", string.Join(", ", ApiScopes.All));
        }

        if (given.Days is < 1 or > ApiToken.MostDays)
        {
            return new TokenLifeOutOfRange(ApiToken.MostDays);
        }

        var normal = UserNames.Normal(given.UserName);
        var person = UserNames.IsWellFormed(normal)
            ? await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.UserName == normal, ct)
            : null;

        if (person is null)
        {
            return new PersonNotFound();
        }

        var now = clock.Now;
        var text = TokenText.New(person.Owner);
        var token = new ApiToken
        {
            Owner = person.Owner,
            Id = text.Id,
            PersonId = person.Id,
            Name = string.IsNullOrWhiteSpace(given.Name) ? normal : given.Name.Trim(),
            Scopes = string.Join(' ', ApiScopes.All.Where(given.Scopes.Contains)),
            Hash = text.Hash,
            CreatedAt = now.Instant,
            ExpiresAt = now.Instant.AddDays(given.Days),
        };
        db.Add(token);
        db.Record(new TokenCreated(token.Id.Value.ToString(), person.Id.Value, token.Scopes), person.Owner, null, now);
        await db.SaveChangesAsync(ct);

        return new IssuedToken(token, text.ToString());
    }
}
