using System.Text;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Capture;

/// <summary>
/// Takes what a village's device could not send, from the file that somebody carried to the commune. Whoever brings it changes nothing
/// in it and needs no trust: it is sealed for the installation, signed by the device, and taken as if the device had sent it.
/// </summary>
public sealed class RelayFile(
    HieuHocDb db, ProgrammeClock clock, InstallationKey installationKey, TakeCaptured takeCaptured, IEnumerable<ICaptureKind> kinds)
{
    /// <summary>Bytes.</summary>
    public const int MostBytes = 5 * 1_048_576;

    /// <summary>Who brought it when it was no person: the installation, by its command line.</summary>
    private static readonly PersonId Nobody = new(Guid.Empty);

    /// <param name="actor">Who brings it; what is done, the device's person does, in a role that they hold today.</param>
    public async Task<Outcome<RelayedFile>> RunAsync(Stream content, Actor actor, CancellationToken ct)
    {
        var text = await TextAsync(content, ct);

        if (text.Refusal is { } unread)
        {
            return unread;
        }

        var opened = installationKey.Open(text.Value);

        return opened.Refusal is { } closed ? closed : await TakeFileAsync(Encoding.Latin1.GetString(opened.Value), actor, ct);
    }

    private async Task<Outcome<RelayedFile>> TakeFileAsync(string signed, Actor actor, CancellationToken ct)
    {
        if (SigningKeys.Signer(signed) is not { } id)
        {
            return new RelayedFileUnreadable();
        }

        if (await FindAsync(id, actor, ct) is not var (device, name))
        {
            return new RelayedDeviceUnknown();
        }

        if (device.EndedAt is not null)
        {
            return new RelayedDeviceRevoked();
        }

        if (device.SigningKey is not { } key || SigningKeys.Verify(signed, key) is not { } json)
        {
            return new RelayedSignatureWrong();
        }

        return DeviceFile.Read(json) is { } file && file.Device == id.Value
            ? new RelayedFile(name, device.Browser, file.SavedAt.UtcDateTime, await TakeAllAsync(file.Acts, device, actor, ct))
            : new RelayedFileUnreadable();
    }

    private static async Task<Outcome<string>> TextAsync(Stream content, CancellationToken ct)
    {
        using var read = new MemoryStream();
        var some = new byte[81_920];

        for (int length; (length = await content.ReadAsync(some, ct)) > 0;)
        {
            read.Write(some, 0, length);

            if (read.Length > MostBytes)
            {
                return new RelayedFileTooLarge(MostBytes / 1_048_576);
            }
        }

        // Mail and editors add an end of line.
        return Encoding.Latin1.GetString(read.GetBuffer(), 0, (int)read.Length).Trim();
    }

    private async Task<(Device Device, string Name)?> FindAsync(DeviceId id, Actor actor, CancellationToken ct)
    {
        var (owner, keeps, kept) = (actor.Owner, actor.May(Capability.KeepDevices), db.VillageOfficersKeptBy(actor, clock.Now.Day));
        var found = await (
            from device in db.Devices.AsNoTracking()
            join person in kept on new { device.Owner, Id = device.PersonId } equals new { person.Owner, person.Id }
            where keeps && device.Owner == owner && device.Id == id
            select new { device, person.DisplayName }).SingleOrDefaultAsync(ct);

        return found is null ? null : (found.device, found.DisplayName);
    }

    private async Task<IReadOnlyList<RelayedAct>> TakeAllAsync(IReadOnlyList<DeviceFileAct> acts, Device device, Actor actor, CancellationToken ct)
    {
        var desks = await DesksAsync(device, ct);
        var known = await KnownAsync(device, ct);
        var (standing, actingFor, taken) = (new Dictionary<Guid, Outcome<Receipt>>(), db.ActingFor, new List<RelayedAct>());

        foreach (var act in acts)
        {
            var (at, desk) = (ProgrammeClock.ToMillisecond(act.ActedAt.UtcDateTime), desks.Find(act.Kind, act.Id));
            // What the village did is theirs, in whosever stead the one who brings it acts.
            db.ActingFor = desk.Actor?.ActingFor?.Value;
            var (before, wasKnown) = (standing.TryGetValue(act.Id, out var earlier) ? earlier : (Outcome<Receipt>?)null, known.Contains((act.Id, at)));
            var outcome = before is { Refusal: not null } && !wasKnown
                ? new EarlierActRefused()
                : await TakeAsync(act, at, before, device.Id, desk.Actor, actor.PersonId ?? Nobody, ct);
            standing[act.Id] = outcome;
            taken.Add(new RelayedAct(act.Kind, act.Id, desk.Record?.Title, desk.Record?.Detail, at, outcome)
            {
                WasKnown = outcome.Refusal is null && wasKnown,
            });
            db.ChangeTracker.Clear();
        }

        db.ActingFor = actingFor;

        return taken;
    }

    /// <param name="before">What became of the act before it on the same record; null for the first.</param>
    private async Task<Outcome<Receipt>> TakeAsync(
        DeviceFileAct act, DateTime at, Outcome<Receipt>? before, DeviceId device, Actor? village, PersonId by, CancellationToken ct)
    {
        if (village is null)
        {
            return new NoRoleToday();
        }

        if (CapturedBody.Read(act.Body) is not { } body)
        {
            return new RelayedFileUnreadable();
        }

        // Called finished as their own act before it left it; values say themselves what they stood on.
        var from = body.Values.Count == 0 && act.StartedFrom is { } started && before is { Refusal: null } last ? Math.Max(started, last.Value.Version) : act.StartedFrom;

        return await takeCaptured.RunAsync(
            new CapturedAct(act.Kind, act.Id, from, at, body, CanonicalJson.Sha256(act.Body)), device, unsent: null, by, village, ct);
    }

    /// <summary>Which of their roles the device's person acts in on which record: the first that has it, else their first.</summary>
    private async Task<Desks> DesksAsync(Device device, CancellationToken ct)
    {
        var roles = await db.RolesHeldAsync(device.Owner, device.PersonId, clock.Now.Day, ct);
        var actors = roles.Where(role => !SecondFactorRule.IsNeededBy(role.Grant.Role)).Select(role => role.ActorOf(device.PersonId)).ToList();
        var records = new Dictionary<(string Kind, Guid Id), (Actor Actor, CaptureRecord Record)>();

        foreach (var village in actors)
        {
            foreach (var kind in kinds)
            {
                foreach (var record in (await kind.ListAsync(village, ct)).Records)
                {
                    records.TryAdd((kind.Name, record.Id), (village, record));
                }
            }
        }

        return new Desks(actors.FirstOrDefault(), records);
    }

    private async Task<HashSet<(Guid Id, DateTime ActedAt)>> KnownAsync(Device device, CancellationToken ct)
    {
        var (owner, id) = (device.Owner, device.Id);
        var rows = await db.ReceivedRecords.AsNoTracking()
            .Where(row => row.Owner == owner && row.DeviceId == id)
            .Select(row => new { row.RecordId, row.ActedAt })
            .ToListAsync(ct);

        return [.. rows.Select(row => (row.RecordId, row.ActedAt))];
    }

    private sealed record Desks(Actor? First, IReadOnlyDictionary<(string Kind, Guid Id), (Actor Actor, CaptureRecord Record)> Records)
    {
        public (Actor? Actor, CaptureRecord? Record) Find(string kind, Guid id) => Records.TryGetValue((kind, id), out var found) ? found : (First, null);
    }
}
