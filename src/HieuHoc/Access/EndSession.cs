using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Ends sessions of the person who acts: one of them, or all but the one that acts.</summary>
public sealed class EndSession(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Ends one; one that has ended already stays as it was.</summary>
    public async Task<Refusal?> RunAsync(SessionId id, Actor actor, CancellationToken ct)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(
            session => session.Owner == actor.Owner && session.Id == id && session.PersonId == actor.PersonId, ct);

        if (session is null)
        {
            return new SessionNotFound();
        }

        if (session.EndedAt is null)
        {
            End(session, actor);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }

    /// <summary>Ends all but one; returns how many.</summary>
    public async Task<int> OthersAsync(SessionId kept, Actor actor, CancellationToken ct)
    {
        var others = await db.SessionsOf(actor.Owner, actor.PersonId!.Value, clock.Now.Instant).Where(session => session.Id != kept).ToListAsync(ct);
        others.ForEach(session => End(session, actor));
        await db.SaveChangesAsync(ct);

        return others.Count;
    }

    private void End(Session session, Actor actor)
    {
        var now = clock.Now;
        session.EndedAt = now.Instant;
        db.Record(new SessionEnded(session.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);
    }
}
