using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

public static class EndingAccess
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Ends every session of a person, inside what the caller saves; for a new password and a lost second factor. The security stamp goes too, so that a sign-in under way at this moment does not outlive it.
        /// </summary>
        public async Task EndSessionsAsync(Person person, Moment now, CancellationToken ct)
        {
            person.SecurityStamp = SecurityStamps.New();

            foreach (var session in await db.SessionsOf(person.Owner, person.Id, now.Instant).ToListAsync(ct))
            {
                session.EndedAt = now.Instant;
            }
        }

        /// <summary>
        /// Ends every session, device and token of a person, inside what the caller saves: when a post is handed over,
        /// the predecessor's telephone must not sign in for the successor.
        /// </summary>
        public async Task EndAllAccessAsync(Person person, Moment now, CancellationToken ct)
        {
            await db.EndSessionsAsync(person, now, ct);
            await db.Devices.Where(device => device.Owner == person.Owner && device.PersonId == person.Id && device.EndedAt == null)
                .ForEachAsync(device => device.EndedAt = now.Instant, ct);
            await db.Enrolments.Where(row => row.Owner == person.Owner && row.PersonId == person.Id && row.UsedAt == null)
                .ForEachAsync(row => row.UsedAt = now.Instant, ct);
            await db.TokensOf(person.Owner, person.Id, now.Instant).ForEachAsync(token => token.RevokedAt = now.Instant, ct);
        }
    }
}

/// <summary>Ends everything that a person signs in with; what an administrator does when a device is lost.</summary>
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

        await db.EndAllAccessAsync(person, now, ct);
        db.Record(new AccessEnded(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);

        return await db.SavePersonAsync(ct);
    }
}
