using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>True when a password is the one whose hash is stored; the host brings the way.</summary>
public delegate bool VerifyPassword(string hash, string password);

/// <summary>Lets a person choose a password of their own; all their sessions end, and the page begins this one anew.</summary>
public sealed class ChangePassword(HieuHocDb db, ProgrammeClock clock, HashPassword hash, VerifyPassword verify)
{
    public async Task<Outcome<Person>> RunAsync(string old, string chosen, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        var person = await db.People.SingleAsync(person => person.Owner == actor.Owner && person.Id == actor.PersonId, ct);

        if (person.PasswordHash is null || !verify(person.PasswordHash, old))
        {
            return new OldPasswordWrong();
        }

        if (old == chosen)
        {
            return new PasswordIsTheSame();
        }

        if (PasswordRule.Check(chosen, person.UserName) is { } weak)
        {
            return weak;
        }

        person.PasswordHash = hash(chosen);
        person.OneTimeSince = null;
        await db.EndSessionsAsync(person, now, ct);
        db.Record(new PasswordChanged(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);

        return await db.SavePersonAsync(ct) is { } conflict ? conflict : person;
    }
}
