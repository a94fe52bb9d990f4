using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class AppointAdministratorTests : DatabaseTest
{
    [Fact]
    public async Task A_programme_without_an_administrator_gets_one_whose_password_is_for_one_sign_in()
    {
        await StartAsync();

        var made = Assert.Single((await RunAsync()).Value);

        var person = await Stored().People.SingleAsync(Ct);
        Assert.Equal(("quantri.44", "Tỉnh Quảng Trị", "quantri.44"), (made.UserName, made.PlaceName, person.UserName));
        Assert.Equal("hash of " + made.Password, person.PasswordHash);
        Assert.NotNull(person.OneTimeSince);
        Assert.Equal(Role.Administrator, (await Stored().RoleGrants.SingleAsync(Ct)).Role);
    }

    [Fact]
    public async Task The_next_start_makes_none()
    {
        await StartAsync();
        await RunAsync();

        Assert.Empty((await RunAsync()).Value);
        Assert.Equal(1, await Stored().People.CountAsync(Ct));
    }

    [Fact]
    public async Task A_demonstration_and_an_installation_without_a_programme_get_none()
    {
        Assert.Empty((await RunAsync()).Value);
        await StartAsync();
        await Stored().Owners.ExecuteUpdateAsync(set => set.SetProperty(owner => owner.Demo, true), Ct);

        Assert.Empty((await RunAsync()).Value);
    }

    [Fact]
    public async Task A_name_that_another_has_leaves_everything_as_it_was()
    {
        await StartAsync();
        var owner = await Stored().Owners.SingleAsync(Ct);
        Given.Person(Role.StandingAgency, owner.PlaceId, owner.Id, "quantri.44");

        Assert.Equal(new UserNameTaken("quantri.44"), (await RunAsync()).Refusal);
        Assert.Equal(1, await Stored().People.CountAsync(Ct));
    }

    private async Task StartAsync() => Assert.Null((await new StartProgramme(Stored(), Clock).RunAsync("44", Ct)).Refusal);

    private Task<Outcome<List<FirstAdministrator>>> RunAsync()
    {
        var db = Stored();

        return new AppointAdministrator(db, Clock, new CreatePerson(db, Clock, password => "hash of " + password, Keys)).RunAsync("Quản trị", Ct);
    }
}
