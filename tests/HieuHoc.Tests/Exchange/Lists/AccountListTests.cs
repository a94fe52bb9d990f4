using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Accounts;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

public sealed class AccountListTests : ListsTest
{
    private static readonly object?[] Headings = ["Mã xã", "Thôn", "Tên hiển thị", "Tên đăng nhập"];

    private int province;
    private int commune;
    private int village;

    protected override Actor Officer => new(1, null, Role.CommuneOfficer, commune);

    protected override ListKind Kind { get; } = new AccountList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "44");
        commune = Given.Place("Hải Lăng", under: province, code: "19681");
        village = Given.Place("Diên Trường", under: commune);
        Given.Owner(province);
    }

    [Fact]
    public async Task Heads_get_accounts_of_their_villages_without_passwords_and_those_that_are_here_stay()
    {
        Given.Place("Diên Sanh", under: commune);
        object?[][] rows = [Headings, [19681, "dien truong", "Trưởng thôn Diên Trường", "Thon.DienTruong"], ["19681", "Diên Sanh", "Trưởng thôn Diên Sanh", "thon.diensanh"]];
        var upload = await UploadedAsync(OfficersFile.Of(rows));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);
        var again = await HeldAsync(OfficersFile.Of(rows));

        Assert.Equal([0, 0, 2, 0], Counts(held));
        Assert.Equal(new AcceptedList(2, 0), accepted.Value);
        Assert.Equal([0, 0, 0, 2], Counts(again));
        var person = await Stored().People.SingleAsync(person => person.UserName == "thon.dientruong", Ct);
        Assert.Equal(("Trưởng thôn Diên Trường", (string?)null), (person.DisplayName, person.PasswordHash));
        var grant = await Stored().RoleGrants.SingleAsync(grant => grant.PersonId == person.Id, Ct);
        Assert.Equal((Role.VillageOfficer, village), (grant.Role, grant.PlaceId));
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell_and_nothing_of_it_is_made()
    {
        Given.Person(Role.CommuneOfficer, commune, userName: "canbo");
        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["19681", "Không Có", "Trưởng thôn", "thon.a"], ["19681", "Diên Trường", "Trưởng thôn", "Trưởng thôn"], ["19681", "Diên Trường", "Trưởng thôn", "canbo"],
            ["19681", "Diên Trường", "", "thon.b"], ["19681", "Diên Trường", "Trưởng thôn", "thon.c"], ["19681", "Diên Trường", "Trưởng thôn", "thon.c"]));

        Assert.Equal([("B2", "village"), ("D3", "user"), ("D4", "taken"), ("C5", "post"), ("D7", "taken")], Wrong(held));
    }

    [Fact]
    public async Task A_commune_makes_no_accounts_for_its_neighbour()
    {
        var neighbour = Given.Place("Vĩnh Định", under: province, code: "19700");
        Given.Place("Một", under: neighbour);

        var held = await HeldAsync(OfficersFile.Of(Headings, ["19700", "Một", "Trưởng thôn Một", "thon.mot"]));

        Assert.Equal([("B2", "village")], Wrong(held));
    }

    [Fact]
    public async Task A_village_that_is_named_with_its_kind_is_found() =>
        Assert.Equal([0, 0, 1, 0], Counts(await HeldAsync(OfficersFile.Of(Headings, ["19681", (await Stored().PlaceNames.SingleAsync(name => name.PlaceId == village, Ct)).FullName, "Trưởng thôn", "thon.a"]))));

    [Fact]
    public async Task Who_keeps_no_village_officers_takes_none_over() =>
        Assert.Equal(new ListNotFound(), (await TakeAsync(OfficersFile.Of(Headings, ["19681", "Diên Trường", "Trưởng thôn", "thon.a"]), by: Officer with { Role = Role.CommuneLeader })).Refusal);
}
