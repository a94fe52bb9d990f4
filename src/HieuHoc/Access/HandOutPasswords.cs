using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>A password for one sign-in on its way to whom it is for. Nothing keeps it: what is lost is made anew.</summary>
/// <param name="Where">The agency that the account answers for, else the place.</param>
public sealed record FirstPassword(string DisplayName, string UserName, Role Role, string Where, string Password);

/// <summary>How many of some accounts wait for their first password.</summary>
/// <param name="Without">Nobody made them a password yet.</param>
/// <param name="Unused">A password was printed, and their person has not chosen one of their own.</param>
/// <param name="PrintedAt">UTC; when the last of these was made.</param>
/// <param name="InUse">Their person has chosen a password.</param>
public sealed record AwaitedPasswords(int Without, int Unused, DateTime? PrintedAt, int InUse);

/// <summary>
/// Makes the first passwords of several accounts, to be printed once: for those that have none or, when slips were lost, for
/// those whose person has not yet chosen one. Who signs in with a password of their own keeps it.
/// </summary>
public sealed class HandOutPasswords(HieuHocDb db, ProgrammeClock clock, HashPassword hash)
{
    /// <summary>So many at once: hashing them is slow on purpose, and somebody waits for the page.</summary>
    public const int MostAtOnce = 100;

    // The others sign in with a PIN on a telephone.
    private static readonly IReadOnlyList<Role> WithPassword = [.. RoleTable.All.Where(rule => rule.NeedsSecondFactor).Select(rule => rule.Role)];

    /// <summary>How many of the accounts of these user names wait, as far as the actor keeps them.</summary>
    public async Task<AwaitedPasswords> CountAsync(IReadOnlyList<string> userNames, Actor actor, CancellationToken ct)
    {
        var found = await Kept(userNames, actor).AsNoTracking().Select(person => new { Has = person.PasswordHash != null, person.OneTimeSince }).ToListAsync(ct);

        return new AwaitedPasswords(
            found.Count(person => !person.Has),
            found.Count(person => person.Has && person.OneTimeSince != null),
            found.Max(person => person.OneTimeSince),
            found.Count(person => person.Has && person.OneTimeSince == null));
    }

    /// <summary>Makes them, of at most <see cref="MostAtOnce"/> accounts in the order of their user names.</summary>
    /// <param name="until">
    /// Null for accounts without a password; else for those whose printed one was made by then and not used, which ends that
    /// one. The same request again finds none, so that no slip in somebody's hand is undone unseen.
    /// </param>
    public async Task<Outcome<IReadOnlyList<FirstPassword>>> RunAsync(
        IReadOnlyList<string> userNames, DateTime? until, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var kept = Kept(userNames, actor);
        var people = await (until is { } last ? kept.Where(person => person.OneTimeSince <= last) : kept.Where(person => person.PasswordHash == null))
            .OrderBy(person => person.UserName).Take(MostAtOnce).ToListAsync(ct);

        if (people.Count == 0)
        {
            return new NobodyAwaitsPassword();
        }

        var now = clock.Now;
        var made = people.ToDictionary(person => person.Id, person => OneTimePassword.For(person.UserName));

        foreach (var person in people)
        {
            person.GiveOneTimePassword(hash(made[person.Id]), now);
            await db.EndSessionsAsync(person, now, ct);
            db.Record(new PasswordWasReset(person.Id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);
        }

        if (await db.SavePersonAsync(ct) is { } conflict)
        {
            return conflict;
        }

        return await SlipsAsync(people, made, now.Day, ct);
    }

    private async Task<FirstPassword[]> SlipsAsync(List<Person> people, Dictionary<PersonId, string> made, DateOnly day, CancellationToken ct)
    {
        var ids = people.Select(person => person.Id).ToList();
        var owner = people[0].Owner;
        var roles = (await db.RoleGrantsOn(day).AsNoTracking()
            .Where(grant => grant.Owner == owner && EF.Parameter(ids).Contains(grant.PersonId) && WithPassword.Contains(grant.Role))
            .ToListAsync(ct)).GroupBy(grant => grant.PersonId).ToDictionary(grants => grants.Key, grants => grants.MinBy(grant => grant.Role)!);
        var subjects = roles.Values.Select(grant => grant.AgencyId ?? grant.PlaceId).Distinct().ToList();
        var names = await db.SubjectNamesOn(day).Where(name => EF.Parameter(subjects).Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, name => name.FullName, ct);

        return [.. people.Select(person => Slip(person, roles[person.Id]))];

        FirstPassword Slip(Person person, RoleGrant grant) =>
            new(person.DisplayName, person.UserName, grant.Role, names.GetValueOrDefault(grant.AgencyId ?? grant.PlaceId, ""), made[person.Id]);
    }

    private IQueryable<Person> Kept(IReadOnlyList<string> userNames, Actor actor)
    {
        var (day, owner) = (clock.Now.Day, actor.Owner);
        var grants = db.RoleGrantsOn(day).Where(grant => grant.Owner == owner && WithPassword.Contains(grant.Role));

        return db.PeopleKeptBy(actor, day)
            .Where(person => EF.Parameter(userNames).Contains(person.UserName) && grants.Any(grant => grant.PersonId == person.Id));
    }
}
