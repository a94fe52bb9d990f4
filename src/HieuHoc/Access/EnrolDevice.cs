using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>A code that was made, shown this once.</summary>
public sealed record IssuedEnrolment(string Code, DateTime ExpiresAt);

/// <summary>A device that was enrolled, with the key that it keeps.</summary>
public sealed record EnrolledDevice(Device Device, Person Person, string Key);

/// <summary>Enrols the telephone of a village officer: the commune makes a code, the officer types it and chooses a PIN.</summary>
public sealed class EnrolDevice(HieuHocDb db, ProgrammeClock clock, HashPassword hash)
{
    private const int CodeLength = 8;
    private const int KeyLength = 32;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The roles that keep the devices of their villages.</summary>
    public static IReadOnlyList<Role> Keepers { get; } = [Role.CommuneOfficer, Role.CommuneLeader, Role.Administrator];

    /// <summary>Makes a code for a village officer of the actor's part of the hierarchy.</summary>
    public async Task<Outcome<IssuedEnrolment>> InviteAsync(PersonId id, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;

        if (!Keepers.Contains(actor.Role) || !await db.VillageOfficersKeptBy(actor, now.Day).AnyAsync(person => person.Id == id, ct))
        {
            return new VillageOfficerNotFound();
        }

        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        var enrolment = new Enrolment
        {
            Owner = actor.Owner,
            Id = new EnrolmentId(Guid.CreateVersion7()),
            PersonId = id,
            CodeHash = HashOf(code),
            ExpiresAt = now.Instant + Enrolment.Life,
        };
        db.Add(enrolment);
        db.Record(new DeviceInvited(enrolment.Id.Value.ToString(), id.Value), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);

        return new IssuedEnrolment($"{code[..4]}-{code[4..]}", enrolment.ExpiresAt);
    }

    /// <summary>Takes the code on the device itself, with the PIN that its person chose.</summary>
    public async Task<Outcome<EnrolledDevice>> TakeAsync(string code, string pin, string browser, CancellationToken ct)
    {
        var now = clock.Now;
        var (typed, instant) = (HashOf(code), now.Instant);
        var open = db.Enrolments.Where(enrolment => enrolment.CodeHash == typed && enrolment.UsedAt == null && enrolment.ExpiresAt > instant);

        if (await open.AsNoTracking().FirstOrDefaultAsync(ct) is not { } invited)
        {
            return new EnrolmentNotValid((int)Enrolment.Life.TotalMinutes);
        }

        if (PinRule.Check(pin) is { } weak)
        {
            return weak;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var used = (DateTime?)instant;

        // Of two devices at once, the database lets one in.
        if (await open.Where(row => row.Owner == invited.Owner && row.Id == invited.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, used), ct) == 0)
        {
            return new EnrolmentNotValid((int)Enrolment.Life.TotalMinutes);
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyLength));
        var device = new Device
        {
            Owner = invited.Owner,
            Id = new DeviceId(Guid.CreateVersion7()),
            PersonId = invited.PersonId,
            Browser = browser,
            KeyHash = KeyHashOf(key),
            PinHash = hash(PinWith(pin, key)),
            EnrolledAt = instant,
        };
        db.Add(device);
        db.Record(new DeviceEnrolled(device.Id.Value.ToString()), device.Owner, device.PersonId.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return new EnrolledDevice(device, await db.People.SingleAsync(row => row.Owner == device.Owner && row.Id == device.PersonId, ct), key);
    }

    internal static byte[] KeyHashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    internal static string PinWith(string pin, string key) => $"{pin}:{key}";

    private static byte[] HashOf(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
