using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Takes back a token of the person who acts; one that was taken back before stays as it was.</summary>
public sealed class RevokeToken(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Refusal?> RunAsync(ApiTokenId id, Actor actor, CancellationToken ct)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(
            token => token.Owner == actor.Owner && token.Id == id && token.PersonId == actor.PersonId, ct);

        if (token is null)
        {
            return new TokenNotFound();
        }

        if (token.RevokedAt is null)
        {
            var now = clock.Now;
            token.RevokedAt = now.Instant;
            db.Record(new TokenRevoked(id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
