using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Accounts;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

/// <summary>A list of accounts of every role, brought by who keeps them all.</summary>
public sealed class AccountRolesListTests : ListsTest
{
    private const string Programme = "quang-tri-2021-2030";

    private static readonly object?[] Headings = ["Vai trò", "Mã đơn vị", "Thôn", "Cơ quan", "Mã chương trình", "Tên hiển thị", "Tên đăng nhập", "Thư điện tử"];

    private Actor administrator = null!;
    private int province;
    private int commune;
    private int agency;

    protected override Actor Officer => administrator;

    protected override ListKind Kind { get; } = new AccountList();

    private HandOutPasswords HandOut => new(Db, Clock, password => $"hash of {password}");

    private PrintSlips PrintSlips => new(ReadList, HandOut);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "44");
        commune = Given.Place("Hải Lăng", under: province, code: "19681");
        Given.Place("Diên Trường", under: commune);
        Given.Owner(province);
        agency = Given.Agency(province, "Sở Nội vụ", code: "test.so-noi-vu");
        Given.Pack("programmes", Programme);
        administrator = Given.Person(Role.Administrator, province, userName: "quantri");
    }

    [Fact]
    public async Task Accounts_of_every_role_are_made_each_with_its_role_and_none_with_a_password()
    {
        var upload = await UploadedAsync(File());

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);

        Assert.Equal([0, 0, 4, 0], Counts(held));
        Assert.Equal(new AcceptedList(4, 0), accepted.Value);
        var db = Stored();
        var grants = await (
            from person in db.People
            where person.UserName != "quantri"
            join grant in db.RoleGrants on person.Id equals grant.PersonId
            orderby person.UserName
            select new { person.UserName, person.PasswordHash, grant.Role, grant.PlaceId, grant.AgencyId, grant.Programme }).ToListAsync(Ct);
        Assert.Equal(
            [
                ("canbo.hailang", true, Role.CommuneOfficer, commune, null, ""),
                ("sonoivu", true, Role.AgencyOfficer, province, agency, ""),
                ("thon.dientruong", true, Role.VillageOfficer, await VillageAsync(), null, ""),
                ("thuongtruc", true, Role.StandingAgency, province, (int?)agency, Programme),
            ],
            grants.Select(row => (row.UserName, row.PasswordHash is null, row.Role, row.PlaceId, row.AgencyId, row.Programme ?? "")));
        Assert.Equal(4, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(PersonCreated), Ct));
        Assert.Equal("canbo@hailang.invalid", await MailAsync("canbo.hailang"));
    }

    [Fact]
    public async Task What_a_line_would_make_is_shown_before_it_is_made()
    {
        var held = await HeldAsync(File());

        Assert.Equal(
            [("Tên hiển thị", "Cán bộ Văn hóa – Xã hội"), ("Vai trò", "Cán bộ cấp xã"), ("Đơn vị", "Xã Hải Lăng"), ("Thư điện tử", "canbo@hailang.invalid")],
            held.Lines[0].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Contains(("Đơn vị", "Sở Nội vụ, Tỉnh Quảng Trị"), held.Lines[1].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Contains(("Mã chương trình", Programme), held.Lines[2].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Contains(("Đơn vị", "Thôn Diên Trường, Xã Hải Lăng"), held.Lines[3].Differences(Texts).Select(difference => (difference.What, difference.File)));
    }

    [Fact]
    public async Task The_same_list_again_makes_nothing()
    {
        var upload = await UploadedAsync(File());
        await AcceptAsync(upload);

        var again = await AcceptAsync(upload);

        Assert.Equal(new AcceptedList(0, 0), again.Value);
        Assert.Equal([0, 0, 0, 4], Counts(await HeldAsync(File())));
    }

    [Theory]
    [InlineData("A2", "role", "Trưởng phòng", "44", "", "", "", "a", "a.b", "")]
    [InlineData("B2", "place", "Cán bộ cấp xã", "99999", "", "", "", "a", "a.b", "")]
    [InlineData("B2", "place", "Cán bộ cấp xã", "", "", "", "", "a", "a.b", "")]
    [InlineData("B2", "level", "Cán bộ cấp xã", "44", "", "", "", "a", "a.b", "")]
    [InlineData("B2", "level", "Quản trị hệ thống", "19681", "", "", "", "a", "a.b", "")]
    [InlineData("C2", "notVillage", "Cán bộ cấp xã", "19681", "Diên Trường", "", "", "a", "a.b", "")]
    [InlineData("C2", "village", "", "19681", "", "", "", "a", "a.b", "")]
    [InlineData("C2", "village", "", "19681", "Không Có", "", "", "a", "a.b", "")]
    [InlineData("C2", "village", "", "44", "Hải Lăng", "", "", "a", "a.b", "")]
    [InlineData("D2", "agencyMissing", "Cán bộ cơ quan", "44", "", "", "", "a", "a.b", "")]
    [InlineData("D2", "agency", "Cán bộ cơ quan", "44", "", "Sở Không Có", "", "a", "a.b", "")]
    [InlineData("D2", "agency", "Cán bộ cơ quan", "19681", "", "Sở Nội vụ", "", "a", "a.b", "")]
    [InlineData("D2", "agency", "", "19681", "Diên Trường", "Sở Nội vụ", "", "a", "a.b", "")]
    [InlineData("D2", "agencies", "Cán bộ cơ quan", "44", "", "Trung tâm", "", "a", "a.b", "")]
    [InlineData("D2", "agencyKind", "Quản trị hệ thống", "44", "", "Sở Nội vụ", "", "a", "a.b", "")]
    [InlineData("E2", "programmeMissing", "Cơ quan thường trực", "44", "", "", "", "a", "a.b", "")]
    [InlineData("E2", "programme", "Cơ quan thường trực", "44", "", "", "khong-co", "a", "a.b", "")]
    [InlineData("F2", "post", "Cán bộ cấp xã", "19681", "", "", "", "", "a.b", "")]
    [InlineData("G2", "user", "Cán bộ cấp xã", "19681", "", "", "", "a", "Cán bộ", "")]
    [InlineData("G2", "user", "Cán bộ cấp xã", "19681", "", "", "", "a", "", "")]
    [InlineData("G2", "taken", "Cán bộ cấp xã", "19681", "", "", "", "a", "quantri", "")]
    [InlineData("H2", "mail", "Cán bộ cấp xã", "19681", "", "", "", "a", "a.b", "hailang")]
    public async Task What_is_wrong_is_told_at_its_cell_and_makes_no_account(
        string where, string what, string role, string place, string village, string agencyName, string programme, string post, string user, string mail)
    {
        Given.Agency(province, "Trung tâm");
        Given.Agency(province, "Trung tâm");
        var upload = await UploadedAsync(OfficersFile.Of(Headings, [role, place, village, agencyName, programme, post, user, mail]));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);

        Assert.Equal([(where, what)], Wrong(held));
        Assert.All(held.Lines[0].Mistakes, mistake => Assert.DoesNotContain("{", Texts.Of(mistake), StringComparison.Ordinal));
        Assert.Equal(new AcceptedList(0, 0), accepted.Value);
        Assert.Equal("quantri", (await Stored().People.SingleAsync(Ct)).UserName);
    }

    [Fact]
    public async Task Names_of_other_installations_and_names_given_twice_are_taken()
    {
        Given.Owner(Given.Place("Huế", code: "46"), id: 2);
        Given.Person(Role.Administrator, province, owner: 2, userName: "nguoi.hue");

        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["Cán bộ cấp xã", "19681", null, null, null, "Cán bộ", "nguoi.hue", null],
            ["Cán bộ cấp xã", "19681", null, null, null, "Cán bộ", "canbo", null],
            ["Lãnh đạo cấp xã", "19681", null, null, null, "Lãnh đạo", "CanBo", null]));

        Assert.Equal([("G2", "taken"), ("G4", "taken")], Wrong(held));
    }

    [Fact]
    public async Task Places_and_agencies_outside_reach_are_unknown()
    {
        var elsewhere = Given.Place("Huế", code: "46");
        Given.Agency(elsewhere, "Sở Nội vụ Huế", code: "test.hue");
        Given.Agency(province, "Sở đã giải thể", to: Clock.Now.Day.AddDays(-1));

        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["Cán bộ cơ quan", "46", null, "test.hue", null, "Cán bộ", "a.b", null],
            ["Cán bộ cơ quan", "44", null, "test.hue", null, "Cán bộ", "a.c", null],
            ["Cán bộ cơ quan", "44", null, "Sở đã giải thể", null, "Cán bộ", "a.d", null]));

        Assert.Equal([("B2", "place"), ("D3", "agency"), ("D4", "agency")], Wrong(held));
    }

    [Fact]
    public async Task Roles_are_read_in_either_language_and_agencies_by_name_or_code()
    {
        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["agency officer", 44, null, "test.so-noi-vu", null, "Chuyên viên", "a.b", null],
            ["CÁN BỘ CƠ QUAN", "44", null, "so noi vu", null, "Chuyên viên", "a.c", null]));

        Assert.Equal([0, 0, 2, 0], Counts(held));
    }

    [Fact]
    public async Task A_commune_makes_no_accounts_of_other_roles_and_its_form_does_not_ask_them()
    {
        var officer = Given.Person(Role.CommuneOfficer, commune, userName: "canbo");
        var taken = await TakeAsync(OfficersFile.Of(Headings, ["Lãnh đạo cấp xã", "19681", null, null, null, "Lãnh đạo", "a.b", null]), by: officer);

        var held = (await ReadList.RunAsync(Kind.Name, taken.Value.Id, null, 1, officer, Ct)).Value;
        var form = await BuildListTemplate.RunAsync(Kind.Name, officer, Ct);
        var full = await BuildListTemplate.RunAsync(Kind.Name, administrator, Ct);

        Assert.Equal([("A2", "notYours")], Wrong(held));
        Assert.Equal(["Mã đơn vị", "Thôn", "Tên hiển thị", "Tên đăng nhập"], HeadingsOf(form.Value.Workbook));
        Assert.Equal(Headings.Order(), HeadingsOf(full.Value.Workbook).Order());
    }

    [Fact]
    public async Task Slips_are_printed_once_for_the_accounts_that_the_list_made()
    {
        var upload = await UploadedAsync(File());
        var before = await PrintSlips.RunAsync(upload, null, administrator, Ct);
        await AcceptAsync(upload);
        Db.ChangeTracker.Clear();

        var waiting = await PrintSlips.CountAsync(upload, administrator, Ct);
        var made = await PrintSlips.RunAsync(upload, null, administrator, Ct);
        var again = await PrintSlips.RunAsync(upload, null, administrator, Ct);

        Assert.Equal(new NobodyAwaitsPassword(), before.Refusal);
        Assert.Equal(new AwaitedPasswords(3, 0, null, 0), waiting.Value);
        Assert.Equal(["canbo.hailang", "sonoivu", "thuongtruc"], made.Value.Select(slip => slip.UserName));
        Assert.Equal(new NobodyAwaitsPassword(), again.Refusal);
        Assert.Equal(
            made.Value.Select(slip => "hash of " + slip.Password),
            await Stored().People.Where(person => person.PasswordHash != null).OrderBy(person => person.UserName).Select(person => person.PasswordHash).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_prints_the_slips_of_a_list_that_another_uploaded()
    {
        var upload = await UploadedAsync(File());
        await AcceptAsync(upload);

        var other = Given.Person(Role.Administrator, province, userName: "quantri.khac");

        Assert.Equal(new ListNotFound(), (await PrintSlips.RunAsync(upload, null, other, Ct)).Refusal);
        Assert.Equal(new ListNotFound(), (await PrintSlips.CountAsync(upload, other, Ct)).Refusal);
        Assert.Equal(new ListNotFound(), (await PrintSlips.RunAsync(new AttachmentId(Guid.Empty), null, administrator, Ct)).Refusal);
    }

    [Fact]
    public async Task A_name_that_somebody_took_meanwhile_stops_the_whole_list()
    {
        var upload = await UploadedAsync(File());
        var work = await Kind.BeginAsync(Kit, new ListRecord(Kind.Name), administrator, Ct);
        var lines = await LinesAsync(upload);
        Given.Person(Role.CommuneOfficer, commune, userName: "thuongtruc");

        var accepted = await work.AcceptAsync(new ListAcceptance(Guid.CreateVersion7(), null), "", lines.ToAsyncEnumerable(), administrator, Ct);

        Assert.Equal(new UserNameTaken("thuongtruc"), accepted.Refusal);
        Assert.Equal(["quantri", "thuongtruc"], await Stored().People.OrderBy(person => person.UserName).Select(person => person.UserName).ToListAsync(Ct));
    }

    private async Task<IReadOnlyList<ListLine>> LinesAsync(AttachmentId upload) => (await HeldAsync(upload)).Lines;

    private static Stream File() => OfficersFile.Of(
        Headings,
        ["Cán bộ cấp xã", "19681", null, null, null, "Cán bộ Văn hóa – Xã hội", "canbo.hailang", "canbo@hailang.invalid"],
        ["Cán bộ cơ quan", "44", null, "Sở Nội vụ", null, "Chuyên viên Sở Nội vụ", "SoNoiVu", null],
        ["Cơ quan thường trực", "44", null, "Sở Nội vụ", Programme, "Cơ quan thường trực", "thuongtruc", null],
        [null, "19681", "Diên Trường", null, null, "Trưởng thôn Diên Trường", "thon.dientruong", null]);

    private static IEnumerable<string> HeadingsOf(Workbook form) => form.Sheets[0].Columns.Select(column => column.Heading);

    private async Task<int> VillageAsync() => await Stored().Places.Where(place => place.Level == PlaceLevel.Village).Select(place => place.Id).SingleAsync(Ct);

    private async Task<string?> MailAsync(string user)
    {
        var person = await Stored().People.SingleAsync(person => person.UserName == user, Ct);

        return (await Stored().MailAddressOfAsync(Keys, 1, person.Id, Ct))?.Address;
    }
}
