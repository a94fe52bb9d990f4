using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class EndRoleTests : RolesTest
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    public async Task A_role_holds_until_its_last_day(int lastDay, bool today)
    {
        var outcome = await EndAsync(Given.GrantOf(Officer), Today.AddDays(lastDay));

        Assert.Null(outcome.Refusal);
        Assert.Equal(today, await Stored().RoleGrantsOn(Today).AnyAsync(grant => grant.PersonId == Officer.PersonId, Ct));
        Assert.Equal(["RoleEnded"], Recorded());
    }

    [Fact]
    public async Task Ending_it_again_on_the_same_day_changes_nothing()
    {
        var grant = Given.GrantOf(Officer);
        await EndAsync(grant, Today);

        Assert.Null((await EndAsync(grant, Today)).Refusal);
        Assert.Equal(["RoleEnded"], Recorded());
    }

    [Fact]
    public async Task What_was_done_before_yesterday_stays_done() =>
        Assert.Equal(new LastDayTooEarly(Today.AddDays(-1)), (await EndAsync(Given.GrantOf(Officer), Today.AddDays(-2))).Refusal);

    [Fact]
    public async Task A_role_that_ended_is_not_brought_back()
    {
        var grant = Given.Grant(Officer, Role.CommuneLeader, Commune, to: Today.AddDays(-1));

        Assert.Equal(new RoleEndedAlready(Today.AddDays(-1)), (await EndAsync(grant, Today)).Refusal);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var grant = Given.GrantOf(Administrator);
        Assert.Equal(new LastAdministrator(), (await EndAsync(grant, Today)).Refusal);
        Given.Person(Role.Administrator, Province);

        Assert.Null((await EndAsync(grant, Today)).Refusal);
    }

    [Fact]
    public async Task A_role_outside_the_part_does_not_exist()
    {
        var far = Given.Place("Huế");
        Given.Owner(far, id: 2);
        var other = Given.Person(Role.StandingAgency, far, owner: 2);

        Assert.Equal(new GrantNotFound(), (await EndAsync(Given.GrantOf(other), Today)).Refusal);
        Assert.Equal(new GrantNotFound(), (await EndAsync(new GrantId(Guid.CreateVersion7()), Today)).Refusal);
        Assert.Equal(new GrantNotFound(), (await EndAsync(Given.GrantOf(Leader), Today, Officer)).Refusal);
    }

    [Fact]
    public async Task Who_keeps_no_accounts_ends_no_role() =>
        Assert.Equal(new AccountsNotYoursToKeep(), (await EndAsync(Given.GrantOf(Officer), Today, Leader)).Refusal);

    private Task<Outcome<RoleGrant>> EndAsync(GrantId id, DateOnly lastDay, Actor? actor = null) =>
        new EndRole(Stored(), Clock).RunAsync(id, lastDay, actor ?? Administrator, Ct);
}
