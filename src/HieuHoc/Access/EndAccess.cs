using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

public static class EndingAccess
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Ends every session of a person, inside what the caller saves; for a hand-over, a new password and whoever
        /// lost a telephone. The security stamp goes too, so that a sign-in under way at this moment does not outlive it.
        /// </summary>
        public async Task EndSessionsAsync(Person person, Moment now, CancellationToken ct)
        {
            person.SecurityStamp = SecurityStamps.New();

            foreach (var session in await db.SessionsOf(person.Owner, person.Id, now.Instant).ToListAsync(ct))
            {
                session.EndedAt = now.Instant;
            }
        }
    }
}

/// <summary>Ends everything that a person is signed in with; what an administrator does when a device is lost.</summary>
public sealed class EndAccess(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="actor">An administrator; the installation itself acts as one without a person.</param>
    public async Task<Refusal?> RunAsync(string userName, Actor actor, CancellationToken ct)
    {
        if (actor.Role is not Role.Administrator)
        {
            return new AccountsNotYoursToKeep();
        }

        var now = clock.Now;

        if (await db.KeptPersonAsync(userName, actor, now.Day, ct) is not { } person)
        {
            return new PersonNotFound();
        }

        await db.EndSessionsAsync(person, now, ct);
        db.Record(new AccessEnded(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);

        return await db.SavePersonAsync(ct);
    }
}
