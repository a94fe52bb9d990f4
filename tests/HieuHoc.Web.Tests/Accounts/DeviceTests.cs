using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

public sealed class DeviceTests : WebTest
{
    private const int Village = 40;
    private const string Pin = "582064";

    private static DemoSignIn Head { get; } = new("thon.diensanh", "", Role.VillageOfficer);

    [Fact]
    public async Task A_telephone_is_enrolled_with_a_code_and_then_signs_in_with_the_PIN_alone()
    {
        var code = await InviteAsync();
        using var telephone = Site.Stranger();
        var enrolled = await EnrolAsync(telephone, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), Pin);
        var own = await PageAsync(telephone, "/me/security");
        await own.PressAsync(telephone, "Đăng xuất", [], Ct);

        var sent = await GetAsync(telephone, "/sign-in");
        var page = await PageAsync(telephone, "/sign-in/pin");
        var answer = await page.PressAsync(telephone, "Đăng nhập", [("Mã PIN", Pin)], Ct);

        Assert.Equal(HttpStatusCode.Found, enrolled.StatusCode);
        var cookie = Assert.Single(enrolled.Headers.GetValues("Set-Cookie"), value => value.StartsWith("hieuhoc.device=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/sign-in/pin", sent.Headers.Location?.ToString());
        Assert.Contains("Trưởng thôn Diên Sanh", page.Main, StringComparison.Ordinal);
        Assert.Equal(("password", "numeric"), (page.Document.QuerySelector("#Pin")?.GetAttribute("type"), page.Document.QuerySelector("#Pin")?.GetAttribute("inputmode")));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(telephone, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(telephone, "/me/security")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_good_once_and_for_fifteen_minutes()
    {
        var used = await InviteAsync();
        var late = await InviteAsync();
        using var first = Site.Stranger();
        await EnrolAsync(first, used, Pin);
        using var second = Site.Stranger();

        var again = await PageView.OfAsync(await EnrolAsync(second, used, Pin), Ct);
        Time.Move(TimeSpan.FromMinutes(15));
        var expired = await PageView.OfAsync(await EnrolAsync(second, late, Pin), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(["Mã ghi danh chưa đúng, đã dùng rồi hoặc quá 15 phút. Hãy đề nghị xã cấp mã mới."], again.Errors);
        Assert.Equal(again.Errors, expired.Errors);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12a456")]
    [InlineData("000000")]
    [InlineData("123456")]
    [InlineData("987654")]
    [InlineData("272727")]
    [InlineData("491491")]
    [InlineData("190588")]
    [InlineData("880519")]
    public void A_PIN_that_anyone_would_try_first_is_refused(string pin) => Assert.NotNull(PinRule.Check(pin));

    [Theory]
    [InlineData("582064")]
    [InlineData("407193")]
    public void Another_PIN_is_taken(string pin) => Assert.Null(PinRule.Check(pin));

    [Fact]
    public async Task A_refused_PIN_leaves_the_code_as_it_was()
    {
        var code = await InviteAsync();
        using var telephone = Site.Stranger();

        var weak = await PageView.OfAsync(await EnrolAsync(telephone, code, "123456"), Ct);
        var differing = await PageView.OfAsync(await EnrolAsync(telephone, code, Pin, "582065"), Ct);

        Assert.Equal(["Mã PIN này dễ đoán. Hãy chọn số khác, không phải dãy số, số lặp lại hay ngày tháng."], weak.Errors);
        Assert.Equal(["Hai lần nhập mã PIN không giống nhau. Hãy nhập lại cả hai."], differing.Errors);
        Assert.Equal(HttpStatusCode.Found, (await EnrolAsync(telephone, code, Pin)).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_PINs_lock_the_device_for_good()
    {
        using var telephone = await EnrolledAsync();
        var page = await PageAsync(telephone, "/sign-in/pin");
        var said = new List<string>();

        for (var i = 0; i < 5; i++)
        {
            said.AddRange((await PageView.OfAsync(await page.PressAsync(telephone, "Đăng nhập", [("Mã PIN", "582065")], Ct), Ct)).Errors);
        }

        var right = await page.PressAsync(telephone, "Đăng nhập", [("Mã PIN", Pin)], Ct);

        Assert.StartsWith("Mã PIN chưa đúng. Còn 4 lần thử", said[0], StringComparison.Ordinal);
        Assert.StartsWith("Điện thoại này không còn đăng nhập được", said[4], StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?", right.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("Điện thoại này không còn đăng nhập được", (await PageAsync(telephone, "/sign-in")).Main, StringComparison.Ordinal);
        Assert.Contains("Đã khóa", (await PageAsync(await AsAsync(Officer), "/devices")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_PIN_forgets_the_wrong_ones_before_it()
    {
        using var telephone = await EnrolledAsync();

        for (var round = 0; round < 2; round++)
        {
            var page = await PageAsync(telephone, "/sign-in/pin");

            for (var i = 0; i < 4; i++)
            {
                await page.PressAsync(telephone, "Đăng nhập", [("Mã PIN", "582065")], Ct);
            }

            Assert.Equal(HttpStatusCode.Found, (await page.PressAsync(telephone, "Đăng nhập", [("Mã PIN", Pin)], Ct)).StatusCode);
            await (await PageAsync(telephone, "/me/security")).PressAsync(telephone, "Đăng xuất", [], Ct);
        }
    }

    [Fact]
    public async Task A_telephone_ended_at_the_commune_is_signed_out_at_once()
    {
        var code = await InviteAsync();
        using var telephone = Site.Stranger();
        await EnrolAsync(telephone, code, Pin);
        using var commune = await AsAsync(Officer);

        await (await PageAsync(commune, "/devices")).PressAsync(commune, "Hủy ghi danh", [], Ct);

        Assert.StartsWith("/sign-in", (await GetAsync(telephone, "/me/security")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(telephone, "/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Its_person_ends_it_too()
    {
        var code = await InviteAsync();
        using var telephone = Site.Stranger();
        await EnrolAsync(telephone, code, Pin);

        await (await PageAsync(telephone, "/me/security")).PressAsync(telephone, "Hủy ghi danh", [], Ct);

        await using var db = Engine.Open();
        Assert.NotNull((await db.Devices.SingleAsync(Ct)).EndedAt);
    }

    [Fact]
    public async Task Only_the_commune_of_the_village_keeps_its_telephones()
    {
        await AddHeadAsync();
        await using var db = Engine.Open();
        var head = await db.People.SingleAsync(person => person.UserName == Head.UserName, Ct);
        var clock = new ProgrammeClock(Time);
        var enrol = new EnrolDevice(db, clock, password => password);
        var neighbour = new Actor(Owner, null, Role.CommuneOfficer, VinhDinh);
        var code = (await enrol.InviteAsync(head.Id, new Actor(Owner, null, Role.CommuneOfficer, HaiLang), Ct)).Value.Code;
        var device = (await enrol.TakeAsync(code, Pin, "", Ct)).Value.Device;

        Assert.Equal(new VillageOfficerNotFound(), (await enrol.InviteAsync(head.Id, neighbour, Ct)).Refusal);
        Assert.Equal(new VillageOfficerNotFound(), (await enrol.InviteAsync(head.Id, new Actor(Owner, null, Role.StandingAgency, Province), Ct)).Refusal);
        Assert.Equal(new DeviceNotFound(), await new EndDevice(db, clock).RunAsync(device.Id, neighbour, Ct));
        Assert.Null(await new EndDevice(db, clock).RunAsync(device.Id, new Actor(Owner, null, Role.Administrator, Province), Ct));
    }

    [Fact]
    public async Task A_PIN_never_opens_a_role_that_needs_two_factors()
    {
        var code = await InviteAsync();
        using var telephone = Site.Stranger();
        await EnrolAsync(telephone, code, Pin);
        await ChangeAsync(async db =>
        {
            var head = await db.People.SingleAsync(person => person.UserName == Head.UserName, Ct);
            await db.RoleGrants.Where(grant => grant.PersonId == head.Id).ExecuteDeleteAsync(Ct);
            db.Add(new RoleGrant { Owner = Owner, PersonId = head.Id, Role = Role.CommuneLeader, PlaceId = HaiLang, ValidFrom = new DateOnly(2026, 1, 1) });
        });

        Assert.StartsWith("/sign-in", (await GetAsync(telephone, "/returns")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_all_access_ends_sessions_devices_codes_and_tokens()
    {
        var (code, unused) = (await InviteAsync(), await InviteAsync());
        using var telephone = Site.Stranger();
        await EnrolAsync(telephone, code, Pin);
        await using var db = Engine.Open();
        var clock = new ProgrammeClock(Time);
        var token = (await new CreateToken(db, clock).RunAsync(new NewToken(Head.UserName, "", [ApiScopes.Read], 1), Ct)).Value.Text;

        Assert.Null(await new EndAccess(db, clock).RunAsync(Head.UserName, new Actor(Owner, null, Role.Administrator, Province), Ct));

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(telephone, "/me/security")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(telephone, "/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await EnrolAsync(telephone, unused, Pin)).StatusCode);
        Assert.Null(await new CheckToken(db, clock).RunAsync(token, Ct));
    }

    private async Task<HttpClient> EnrolledAsync()
    {
        var telephone = Site.Stranger();
        await EnrolAsync(telephone, await InviteAsync(), Pin);
        await (await PageAsync(telephone, "/me/security")).PressAsync(telephone, "Đăng xuất", [], Ct);

        return telephone;
    }

    private async Task<string> InviteAsync()
    {
        await AddHeadAsync();
        using var commune = await AsAsync(Officer);
        var answer = await (await PageAsync(commune, "/devices")).PressAsync(commune, "Ghi danh điện thoại", [], Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await PageAsync(commune, "/devices");
        Assert.NotNull(page.Document.QuerySelector("svg.qr"));

        return page.Document.QuerySelector(".error-id code")!.TextContent;
    }

    private static async Task<HttpResponseMessage> EnrolAsync(HttpClient telephone, string code, string pin, string? again = null) =>
        await (await PageAsync(telephone, "/enrol")).PressAsync(
            telephone, "Ghi danh", [("Mã ghi danh", code), ("Mã PIN mới", pin), ("Nhập lại mã PIN", again ?? pin)], Ct);

    /// <summary>A village of Hải Lăng with its head.</summary>
    private Task AddHeadAsync() => ChangeAsync(async db =>
    {
        if (await db.Places.AnyAsync(place => place.Id == Village, Ct))
        {
            return;
        }

        var from = new DateOnly(2025, 7, 1);
        db.Add(new Subject { Id = Village, Kind = SubjectKind.Place });
        db.Add(new Place { Id = Village, Level = PlaceLevel.Village, ValidFrom = from });
        db.Add(new PlaceName { PlaceId = Village, ValidFrom = from, Name = "Diên Sanh", FullName = "Thôn Diên Sanh", Kind = "thôn", Folded = "thon dien sanh" });
        db.AddRange(((int[])[Village, HaiLang, Province]).Select(ancestor => new PlaceReach { PlaceId = Village, AncestorId = ancestor }));
        AddPerson(db, Head, "Trưởng thôn Diên Sanh", Village);
    });
}
