using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Sets a new password, unlocks the account and ends every session of it.</summary>
public sealed class ResetPassword(HieuHocDb db, ProgrammeClock clock, HashPassword hash)
{
    /// <param name="actor">Who keeps the account; the installation itself acts as an administrator without a person.</param>
    public async Task<Outcome<Person>> RunAsync(string userName, string password, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var normal = UserNames.Normal(userName);
        // PostgreSQL takes no text with a NUL in it, and nobody has a name that could not have been given.
        var person = UserNames.IsWellFormed(normal)
            ? await db.PeopleKeptBy(actor, clock.Now.Day).SingleOrDefaultAsync(person => person.UserName == normal, ct)
            : null;

        if (person is null)
        {
            return new PersonNotFound();
        }

        if (PasswordRule.Check(password, normal) is { } weak)
        {
            return weak;
        }

        person.PasswordHash = hash(password);
        person.SecurityStamp = SecurityStamps.New();
        person.FailedSignIns = 0;
        person.LockedUntil = null;
        db.Record(new PasswordWasReset(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, clock.Now);

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PasswordChangedMeanwhile();
        }

        return person;
    }
}
