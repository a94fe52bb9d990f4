using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Takes away the second factor of a person who lost it, and ends their sessions; the next sign-in sets up another.</summary>
public sealed class ResetSecondFactor(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="actor">An administrator; the installation itself acts as one without a person.</param>
    public async Task<Outcome<Person>> RunAsync(string userName, Actor actor, CancellationToken ct)
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

        db.RemoveRange(await db.Authenticators.Where(row => row.Owner == person.Owner && row.PersonId == person.Id).ToListAsync(ct));
        db.RemoveRange(await db.RecoveryCodes.Where(row => row.Owner == person.Owner && row.PersonId == person.Id).ToListAsync(ct));
        await db.EndSessionsAsync(person, now, ct);
        db.Record(new SecondFactorReset(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);

        return await db.SavePersonAsync(ct) is { } conflict ? conflict : person;
    }
}
