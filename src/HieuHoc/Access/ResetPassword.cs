using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>Sets a new password for one sign-in, unlocks the account and ends every session of it.</summary>
public sealed class ResetPassword(HieuHocDb db, ProgrammeClock clock, HashPassword hash)
{
    /// <param name="actor">Who keeps the account; the installation itself acts as an administrator without a person.</param>
    public async Task<Outcome<Person>> RunAsync(string userName, string password, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var now = clock.Now;

        if (await db.KeptPersonAsync(userName, actor, now.Day, ct) is not { } person)
        {
            return new PersonNotFound();
        }

        if (PasswordRule.Check(password, person.UserName) is { } weak)
        {
            return weak;
        }

        person.GiveOneTimePassword(hash(password), now);
        await db.EndSessionsAsync(person, now, ct);
        db.Record(new PasswordWasReset(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);

        return await db.SavePersonAsync(ct) is { } conflict ? conflict : person;
    }
}
