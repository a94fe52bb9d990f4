using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class NamesAndLevelsOfAccountsTests : DatabaseTest
{
    private const string Password = "Ruộng lúa Triệu Phong";

    [Fact]
    public async Task A_user_name_of_another_programme_is_taken_too()
    {
        var (first, second) = (Given.Place(), Given.Place("Huế"));
        Given.Owner(first);
        Given.Owner(second, id: 2);
        Given.Person(Role.StandingAgency, first, userName: "thuongtruc.tinh");

        var outcome = await CreateAsync(Role.StandingAgency, second, owner: 2, province: second, userName: "ThuongTruc.Tinh");

        Assert.Equal(new UserNameTaken("thuongtruc.tinh"), outcome.Refusal);
        Assert.Equal(1, await Stored().People.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_two_programmes_that_give_a_name_at_once_one_gets_it()
    {
        var (first, second) = (Given.Place(), Given.Place("Huế"));
        Given.Owner(first);
        Given.Owner(second, id: 2);

        var outcomes = await Task.WhenAll(
            CreateAsync(Role.StandingAgency, first, 1, first, "mot.ten"),
            CreateAsync(Role.StandingAgency, second, 2, second, "mot.ten"));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single(outcomes, outcome => outcome.Refusal == new UserNameTaken("mot.ten"));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer, true)]
    [InlineData(Role.CommuneLeader, true)]
    [InlineData(Role.StandingAgency, false)]
    [InlineData(Role.Administrator, false)]
    public async Task A_role_is_given_at_its_own_level_alone(Role role, bool ofCommune)
    {
        var province = Given.Place();
        var commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province);

        var atCommune = await CreateAsync(role, commune, 1, province, "o.xa");
        var atProvince = await CreateAsync(role, province, 1, province, "o.tinh");

        var (fits, unfit) = ofCommune ? (atCommune, atProvince) : (atProvince, atCommune);
        Assert.Null(fits.Refusal);
        Assert.Equal(new RoleDoesNotFitPlace(role), unfit.Refusal);
    }

    private async Task<Outcome<Person>> CreateAsync(Role role, int place, short owner, int province, string userName) =>
        await new CreatePerson(Stored(), Clock, _ => "hash", Keys).RunAsync(
            new NewPerson(userName, "Chức danh", role, place, Password), new Actor(owner, null, Role.Administrator, province), Ct);
}
