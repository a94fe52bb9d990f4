using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>Begins a session of a person who has shown who they are.</summary>
public sealed class BeginSession(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="browser">The family of the browser, as the person's own list shows it.</param>
    /// <param name="device">The device whose PIN was shown; null for other ways.</param>
    public Task<Session> RunAsync(Person person, SessionWay way, string browser, Guid? device, CancellationToken ct) =>
        AddAsync(person, way, browser, device, null, ct);

    /// <summary>Begins one in place of a session that ended with all others; what it had shown still counts.</summary>
    public Task<Session> AgainAsync(Person person, SessionStanding before, string browser, CancellationToken ct) =>
        AddAsync(person, before.Way, browser, null, before.StrengthenedAt, ct);

    private async Task<Session> AddAsync(
        Person person, SessionWay way, string browser, Guid? device, DateTime? strengthened, CancellationToken ct)
    {
        var now = clock.Now;
        var session = new Session
        {
            Owner = person.Owner,
            Id = new SessionId(Guid.CreateVersion7()),
            PersonId = person.Id,
            Way = way,
            Browser = browser,
            DeviceId = device,
            BegunAt = now.Instant,
            LastSeenAt = now.Instant,
            StrengthenedAt = strengthened,
        };
        db.Add(session);
        db.Record(new SessionBegun(session.Id.Value.ToString(), way), person.Owner, person.Id.Value, now);
        await db.SaveChangesAsync(ct);

        return session;
    }
}
