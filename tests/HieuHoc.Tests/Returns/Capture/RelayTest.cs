using System.Security.Cryptography;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using HieuHoc.Returns.Capture;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Capture;

/// <summary>A village head without network, who types on an enrolled telephone and gives the commune a file.</summary>
public abstract class RelayTest : VillageReturnsTest
{
    protected static readonly DateTime Evening = new(2026, 11, 19, 12, 30, 0, 250, DateTimeKind.Utc);

    protected int Home { get; private set; }

    protected Actor Head { get; private set; } = null!;

    protected ReturnId Own { get; private set; }

    protected DeviceId Telephone { get; private set; }

    protected ECDsa SigningKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    protected InstallationKey Installation { get; } = new(TestKeys.Ring);

    protected TakeCaptured TakeCaptured => new(Db, Clock, new Receipts(Keys), Kinds);

    protected RelayFile RelayFile => new(Db, Clock, Installation, TakeCaptured, Kinds);

    private IReadOnlyList<ICaptureKind> Kinds =>
        [new ReturnCapture(Db, Shelf, Clock, new Texts(), new MergeReturn(Db, Shelf, Clock, new SaveReturn(Db, Shelf, Clock)), TakeReturnStep)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Home = Village("Phước Hưng");
        Head = Given.Person(Role.VillageOfficer, Home, userName: "thon.phuochung");
        Own = Given.Return(Round, Home);
        Telephone = await EnrolledAsync(Head, SigningKey.ExportSubjectPublicKeyInfo());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SigningKey.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A telephone that its person has enrolled.</summary>
    protected async Task<DeviceId> EnrolledAsync(Actor person, byte[]? signingKey)
    {
        var device = new Device
        {
            Owner = person.Owner,
            Id = new DeviceId(Guid.CreateVersion7()),
            PersonId = person.PersonId!.Value,
            Browser = "Chrome · Android",
            KeyHash = [],
            PinHash = "",
            EnrolledAt = Clock.Now.Instant,
            SigningKey = signingKey,
        };
        await using var db = Engine.Open();
        db.Add(device);
        await db.SaveChangesAsync(Ct);

        return device.Id;
    }

    /// <summary>What the head typed into one cell: what it was, and what it became.</summary>
    protected static object Typed(ReturnId @return, int minute, string cell, string value, string? was = null, int? from = 0, bool done = false) =>
        Act(@return.Value, minute, new { values = new Dictionary<string, object> { [cell] = new { value, was } }, done }, from);

    /// <summary>That the head called it finished.</summary>
    protected static object Finished(ReturnId @return, int minute, int? from = 0) => Act(@return.Value, minute, new { values = new { }, done = true }, from);

    protected static object Act(Guid id, int minute, object? body, int? from = 0, string kind = "returns") =>
        new { kind, id, startedFrom = from, actedAt = Evening.AddMinutes(minute), body };

    /// <summary>The file of the head's telephone.</summary>
    protected string File(params IReadOnlyList<object?> acts) => File(Telephone, SigningKey, acts);

    protected string File(DeviceId device, ECDsa key, params IReadOnlyList<object?> acts) =>
        SealedFile.Of(new { device = device.Value, savedAt = Evening.AddHours(1), acts }, device.Value, key, Installation.Public);

    protected async Task<Outcome<RelayedFile>> RelayAsync(string file, Actor? by = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));

        return await RelayFile.RunAsync(content, by ?? Officer, Ct);
    }

    /// <summary>What became of each act: the code of its receipt, or the name of the refusal.</summary>
    protected static IReadOnlyList<string> Results(Outcome<RelayedFile> relayed) =>
        [.. relayed.Value.Acts.Select(act => act.Taken.Refusal?.GetType().Name ?? act.Taken.Value.Code)];

    protected Task<List<ReceivedRecord>> ReceivedAsync() => Stored().ReceivedRecords.OrderBy(row => row.ActedAt).ToListAsync(Ct);
}
