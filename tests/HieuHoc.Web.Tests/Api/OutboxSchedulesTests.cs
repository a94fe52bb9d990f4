using System.Net;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

/// <summary>
/// The outbox of a telephone under Node, against the real server: off, slow, cut in mid-send, killed, sent twice, in another order,
/// two windows, and the commune in the same return. No act is lost and none is taken twice.
/// </summary>
public sealed class OutboxSchedulesTests : WalkTest
{
    /// <summary>How many telephones go on at once.</summary>
    private const int Most = 8;

    private static int Each => TestEngines.Name == "postgres" ? 500 : 5_000;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_act_is_lost_and_none_is_taken_twice(int seed, int schedules)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var telephones = await TelephonesAsync();
        var token = await TokenAsync();
        var input = new { @base = Site.Address.ToString().TrimEnd('/'), schedules, seed, telephones = telephones.Select(one => new { one.Cookie, device = one.Device, record = one.Return, token }) };

        var printed = await Node.RunAsync("tests/HieuHoc.Web.Tests/Api/outbox-schedules.mjs", JsonSerializer.Serialize(input, Json.Compact), Ct);

        var told = JsonDocument.Parse(printed).RootElement;
        TestContext.Current.TestOutputHelper?.WriteLine(printed);
        Assert.Equal(schedules, told.GetProperty("schedules").GetInt32());
        await using var db = Engine.Open();
        var audits = await db.AuditEntries.AsNoTracking().Where(entry => entry.Change == nameof(RecordReceived)).Select(entry => entry.Detail).ToListAsync(Ct);
        var audited = audits.Select(detail => JsonSerializer.Deserialize<RecordReceived>(detail, Json.Compact)!).CountBy(change => change.Device).ToDictionary();

        foreach (var one in told.GetProperty("receipts").EnumerateArray())
        {
            var device = one.GetProperty("device").GetGuid();
            var receipts = one.GetProperty("receipts").GetInt32();
            Assert.True(receipts > 0);
            Assert.Equal(receipts, await db.ReceivedRecords.CountAsync(row => row.DeviceId == new DeviceId(device), Ct));
            Assert.Equal(receipts, audited[device]);
        }
    }

    /// <summary>One fixed seed and one of the day; ten thousand schedules in all on SQLite, a tenth of it on PostgreSQL.</summary>
    public static TheoryData<int, int> Seeds() =>
        new() { { 1, Each }, { Random.Shared.Next(), Each } };

    /// <summary>Village officers with a telephone each, signed in by PIN.</summary>
    private async Task<IReadOnlyList<(string Cookie, Guid Device, Guid Return)>> TelephonesAsync()
    {
        var made = new List<(string, Guid, Guid)>();
        await using var db = Engine.Open();
        var officer = PersonIn(Role.CommuneOfficer).UserName;
        var people = db.People;
        var commune = await db.RoleGrants.SingleAsync(grant => people.Any(row => row.Id == grant.PersonId && row.UserName == officer), Ct);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Code == "2026-thon" && round.Owner == commune.Owner, Ct);

        for (var number = 0; number < Most; number++)
        {
            var village = Given.Place($"Thôn thử {number}", under: commune.PlaceId);
            var head = Given.Person(Role.VillageOfficer, village, commune.Owner);
            var enrolled = await EnrolAsync(head, new Actor(commune.Owner, commune.PersonId, commune.Role, commune.PlaceId));
            made.Add((enrolled.Cookie, enrolled.Device, Given.Return(round, village, form: Given.FormPack("village-meetings")).Value));
        }

        return made;
    }

    private async Task<(string Cookie, Guid Device)> EnrolAsync(Actor head, Actor commune)
    {
        const string Pin = "582064";
        await using var db = Engine.Open();
        var invited = await new EnrolDevice(db, Clock, _ => "").InviteAsync(head.PersonId!.Value, commune, Ct);
        var telephone = Stranger();
        var answer = await (await PageAsync(telephone, "/enrol")).PressAsync(
            telephone, "Ghi danh", [("Mã ghi danh", invited.Value.Code), ("Mã PIN mới", Pin), ("Nhập lại mã PIN", Pin)], Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookies = answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToList();

        return (string.Join("; ", cookies), Guid.ParseExact(cookies.Single(cookie => cookie.StartsWith("hieuhoc.device=", StringComparison.Ordinal)).Split('.')[2], "N"));
    }

    private async Task<string> TokenAsync()
    {
        await using var db = Engine.Open();

        return (await new CreateToken(db, Clock).RunAsync(new NewToken(PersonIn(Role.CommuneOfficer).UserName, "test", ApiScopes.All, 30), Ct)).Value.Text;
    }
}
