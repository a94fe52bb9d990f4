using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Where a session stands at one request.</summary>
/// <param name="OneTimePassword">True while the password is one that somebody else printed.</param>
/// <param name="HasFactor">True when the person has set up a second factor.</param>
public sealed record SessionStanding(SessionId Id, SessionWay Way, DateTime? StrengthenedAt, bool OneTimePassword, bool HasFactor)
{
    /// <summary>The enrolled device whose PIN began it; null for other ways.</summary>
    public DeviceId? Device { get; init; }

    /// <summary>True when a session of this kind may act in a role: a PIN is for those who need no second factor.</summary>
    public bool Fits(Role role) => Way is not SessionWay.Pin || !SecondFactorRule.IsNeededBy(role);

    /// <summary>What comes next before the person may work.</summary>
    /// <param name="demanded">False in a demonstration, whose passwords everyone may see.</param>
    public SignInStep NextStep(Role role, bool demanded) => this switch
    {
        { Way: SessionWay.Pin } => SignInStep.None,
        { HasFactor: true, StrengthenedAt: null } => SignInStep.SecondFactor,
        { OneTimePassword: true } => SignInStep.NewPassword,
        { HasFactor: false } when demanded && SecondFactorRule.IsNeededBy(role) => SignInStep.FactorSetUp,
        _ => SignInStep.None,
    };
}

/// <summary>Says at each request whether a session still holds, and remembers coarsely that it was used.</summary>
public sealed class CheckSession(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Where the session stands; null when it has ended or never was.</summary>
    public async Task<SessionStanding?> RunAsync(short owner, PersonId person, SessionId id, CancellationToken ct)
    {
        var now = clock.Now.Instant;
        var (people, authenticators, passkeys) = (db.People, db.Authenticators, db.Passkeys);
        var found = await db.SessionsOf(owner, person, now).AsNoTracking()
            .Where(session => session.Id == id)
            .Select(session => new
            {
                session.Way,
                session.StrengthenedAt,
                session.LastSeenAt,
                session.DeviceId,
                OneTime = people.Any(row => row.Owner == owner && row.Id == person && row.OneTimeSince != null),
                HasFactor = authenticators.Any(row => row.Owner == owner && row.PersonId == person && row.ConfirmedAt != null)
                    || passkeys.Any(row => row.Owner == owner && row.PersonId == person),
            })
            .SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return null;
        }

        if (now - found.LastSeenAt >= Session.Coarse)
        {
            await db.Sessions.Where(session => session.Owner == owner && session.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
        }

        return new SessionStanding(id, found.Way, found.StrengthenedAt, found.OneTime, found.HasFactor)
        {
            Device = found.DeviceId is { } device ? new DeviceId(device) : null,
        };
    }
}
