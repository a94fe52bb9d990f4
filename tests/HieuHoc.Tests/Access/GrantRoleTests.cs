using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class GrantRoleTests : RolesTest
{
    [Fact]
    public async Task An_account_gets_one_more_role_from_today_on()
    {
        var outcome = await GrantAsync(new RoleAsked(Role.CommuneLeader, Commune));

        var grant = await Stored().RoleGrants.SingleAsync(grant => grant.Id == outcome.Value.Id, Ct);
        Assert.Equal(
            (Officer.PersonId, Role.CommuneLeader, Commune, Today, (DateOnly?)null),
            ((PersonId?)grant.PersonId, grant.Role, grant.PlaceId, grant.ValidFrom, grant.ValidTo));
        Assert.Equal(["RoleGranted"], Recorded());
    }

    [Fact]
    public async Task A_role_in_an_agency_is_kept_with_the_agency()
    {
        var outcome = await GrantAsync(new RoleAsked(Role.AgencyOfficer, Province) { AgencyId = Agency });

        Assert.Equal(Agency, (await Stored().RoleGrants.SingleAsync(grant => grant.Id == outcome.Value.Id, Ct)).AgencyId);
    }

    [Fact]
    public async Task One_person_may_stand_for_two_programmes_of_one_province_from_the_same_day()
    {
        var other = Given.Pack("programmes", "other-programme");
        Assert.NotEqual(0, other);

        var first = await GrantAsync(new RoleAsked(Role.StandingAgency, Province) { Programme = Programme });
        var second = await GrantAsync(new RoleAsked(Role.StandingAgency, Province) { Programme = "other-programme" });

        Assert.Null(first.Refusal);
        Assert.Null(second.Refusal);
    }

    [Fact]
    public async Task The_standing_agency_is_named_with_its_programme()
    {
        Assert.Equal(new ProgrammeMissing(Role.StandingAgency), (await GrantAsync(new RoleAsked(Role.StandingAgency, Province))).Refusal);
        Assert.Equal(
            new ProgrammeUnknown("khong-co"), (await GrantAsync(new RoleAsked(Role.StandingAgency, Province) { Programme = "khong-co" })).Refusal);
    }

    [Fact]
    public async Task An_agency_officer_is_named_with_an_agency_that_exists_today()
    {
        var gone = Given.Agency(Province, "Sở Lao động", to: Today.AddDays(-1));

        Assert.Equal(new AgencyMissing(Role.AgencyOfficer), (await GrantAsync(new RoleAsked(Role.AgencyOfficer, Province))).Refusal);
        Assert.Equal(new AgencyUnknown(), (await GrantAsync(new RoleAsked(Role.AgencyOfficer, Province) { AgencyId = gone })).Refusal);
        Assert.Equal(new AgencyUnknown(), (await GrantAsync(new RoleAsked(Role.AgencyOfficer, Province) { AgencyId = -1 })).Refusal);
    }

    [Fact]
    public async Task An_agency_of_another_place_or_of_an_unfit_kind_is_refused()
    {
        var elsewhere = Given.Agency(Neighbour, "UBND xã", AgencyKind.PeoplesCommittee);

        var otherPlace = await GrantAsync(new RoleAsked(Role.AgencyOfficer, Commune) { AgencyId = elsewhere });
        var otherKind = await GrantAsync(new RoleAsked(Role.AssociationOfficer, Province) { AgencyId = Agency });

        Assert.Equal(new RoleDoesNotFitAgency(Role.AgencyOfficer), otherPlace.Refusal);
        Assert.Equal(new RoleDoesNotFitAgency(Role.AssociationOfficer), otherKind.Refusal);
    }

    [Fact]
    public async Task The_same_role_twice_is_refused_and_given_again_after_it_ended()
    {
        Assert.Equal(new RoleHeldAlready(Role.CommuneOfficer), (await GrantAsync(new RoleAsked(Role.CommuneOfficer, Commune))).Refusal);
        await Stored().RoleGrants.Where(grant => grant.Role == Role.CommuneOfficer)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, Today.AddDays(-1)), Ct);

        Assert.Null((await GrantAsync(new RoleAsked(Role.CommuneOfficer, Commune))).Refusal);
    }

    [Fact]
    public async Task A_level_or_a_place_that_does_not_fit_is_refused()
    {
        var other = Given.Place("Huế");

        Assert.Equal(new RoleDoesNotFitPlace(Role.CommuneLeader), (await GrantAsync(new RoleAsked(Role.CommuneLeader, Province))).Refusal);
        Assert.Equal(new AccountPlaceUnknown(), (await GrantAsync(new RoleAsked(Role.Leader, other))).Refusal);
    }

    [Fact]
    public async Task Who_keeps_no_accounts_gives_no_roles()
    {
        Assert.Equal(new AccountsNotYoursToKeep(), (await GrantAsync(new RoleAsked(Role.CommuneLeader, Commune), Leader)).Refusal);
        Assert.Empty(Recorded());
    }

    [Fact]
    public async Task A_commune_gives_roles_in_its_villages_alone()
    {
        var head = Given.Person(Role.VillageOfficer, Village);
        var other = Given.Place("Diên Sanh", under: Commune);
        var far = Given.Person(Role.VillageOfficer, Given.Place("Thôn khác", under: Neighbour));

        Assert.Null((await GrantAsync(new RoleAsked(Role.VillageOfficer, other), Officer, head)).Refusal);
        Assert.Equal(new AccountsNotYoursToKeep(), (await GrantAsync(new RoleAsked(Role.CommuneOfficer, Commune), Officer, head)).Refusal);
        Assert.Equal(new PersonNotFound(), (await GrantAsync(new RoleAsked(Role.VillageOfficer, other), Officer, far)).Refusal);
        Assert.Equal(new PersonNotFound(), (await GrantAsync(new RoleAsked(Role.VillageOfficer, other), Officer, Leader)).Refusal);
    }

    private Task<Outcome<RoleGrant>> GrantAsync(RoleAsked asked, Actor? actor = null, Actor? person = null) =>
        new GrantRole(Stored(), Clock).RunAsync((person ?? Officer).PersonId!.Value, asked, actor ?? Administrator, Ct);
}
