using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class FourEyesTests : RolesTest
{
    [Fact]
    public async Task Who_writes_a_return_does_not_stand_in_for_who_approves_it_nor_the_other_way_round()
    {
        Assert.Equal(new DelegateSharesReturns(), (await DelegateAsync(Given.GrantOf(Leader), "canbo", Leader)).Refusal);
        Assert.Equal(new DelegateSharesReturns(), (await DelegateAsync(Given.GrantOf(Officer), "lanhdao", Officer)).Refusal);
        Assert.Equal(0, await Stored().Delegations.CountAsync(Ct));
    }

    [Fact]
    public async Task Another_leader_and_another_officer_stand_in()
    {
        Given.Person(Role.CommuneLeader, Commune, userName: "lanhdao.hai");
        Given.Person(Role.CommuneOfficer, Commune, userName: "canbo.hai");

        Assert.Null((await DelegateAsync(Given.GrantOf(Leader), "lanhdao.hai", Leader)).Refusal);
        Assert.Null((await DelegateAsync(Given.GrantOf(Officer), "canbo.hai", Officer)).Refusal);
    }

    [Fact]
    public async Task Nobody_stands_in_for_both()
    {
        Given.Person(Role.Clerk, Commune, userName: "vanthu");

        Assert.Null((await DelegateAsync(Given.GrantOf(Officer), "vanthu", Officer)).Refusal);
        Assert.Equal(new DelegateSharesReturns(), (await DelegateAsync(Given.GrantOf(Leader), "vanthu", Leader)).Refusal);
        Assert.Null((await DelegateAsync(Given.GrantOf(Leader), "vanthu", Leader, from: 3)).Refusal);
    }

    [Fact]
    public async Task A_role_that_begins_while_the_delegation_holds_counts_too()
    {
        var clerk = Given.Person(Role.Clerk, Commune, userName: "vanthu");
        var tomorrow = Given.Grant(clerk, Role.CommuneOfficer, Commune, from: Today.AddDays(2));

        Assert.Equal(new DelegateSharesReturns(), (await DelegateAsync(Given.GrantOf(Leader), "vanthu", Leader)).Refusal);
        await Stored().RoleGrants.Where(grant => grant.Id == tomorrow).ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidFrom, Today.AddDays(3)), Ct);
        Assert.Null((await DelegateAsync(Given.GrantOf(Leader), "vanthu", Leader)).Refusal);
    }

    [Fact]
    public async Task A_role_given_afterwards_takes_the_delegation_s_place()
    {
        var clerk = Given.Person(Role.Clerk, Commune, userName: "vanthu");
        await DelegateAsync(Given.GrantOf(Leader), "vanthu", Leader);
        var before = await Stored().RolesHeldAsync(clerk.Owner, clerk.PersonId!.Value, Today, Ct);

        Given.Grant(clerk, Role.CommuneOfficer, Commune);

        Assert.Equal([Role.Clerk, Role.CommuneLeader], before.Select(role => role.Grant.Role));
        var after = await Stored().RolesHeldAsync(clerk.Owner, clerk.PersonId.Value, Today, Ct);
        Assert.Equal([Role.CommuneOfficer, Role.Clerk], after.Select(role => role.Grant.Role));
    }

    [Theory]
    [InlineData(Role.AgencyOfficer, Role.StandingAgency)]
    [InlineData(Role.CommuneLeader, Role.StandingAgency)]
    [InlineData(Role.CommuneOfficer, Role.CommuneLeader)]
    [InlineData(Role.AgencyOfficer, Role.AgencyLeader)]
    [InlineData(Role.VillageOfficer, Role.CommuneOfficer)]
    public void The_steps_of_one_return_are_told_apart_whichever_comes_first(Role one, Role other)
    {
        Assert.True(FourEyes.Forbid(Of(one), Of(other)));
        Assert.True(FourEyes.Forbid(Of(other), Of(one)));
        Assert.False(FourEyes.Forbid(Of(one), Of(one)));
    }

    [Fact]
    public void Other_places_and_other_programmes_do_not_meet()
    {
        Assert.False(FourEyes.Forbid(Of(Role.CommuneOfficer), Of(Role.CommuneLeader, place: 8)));
        Assert.True(FourEyes.Forbid(Of(Role.CommuneOfficer, "a"), Of(Role.StandingAgency, "a", 8)));
        Assert.False(FourEyes.Forbid(Of(Role.CommuneOfficer, "a"), Of(Role.StandingAgency, "b", 8)));
        Assert.False(FourEyes.Forbid(Of(Role.CommuneOfficer), Of(Role.AgencyLeader)));
        Assert.False(FourEyes.Forbid(Of(Role.Clerk), Of(Role.StandingAgency)));
    }

    private static RoleGrant Of(Role role, string? programme = null, int place = 7) => new()
    {
        Owner = 1,
        PersonId = default,
        Role = role,
        PlaceId = place,
        AgencyId = RoleTable.Of(role).NeedsAgency ? 9 : null,
        Programme = programme,
        ValidFrom = default,
    };

    private Task<Outcome<Delegation>> DelegateAsync(GrantId grant, string to, Actor actor, int from = 0) => new DelegateRole(Stored(), Clock).RunAsync(
        new NewDelegation(new DelegationId(Guid.CreateVersion7()), grant, to, Today.AddDays(from), Today.AddDays(from + 2), "Đi công tác"), actor, Ct);
}
