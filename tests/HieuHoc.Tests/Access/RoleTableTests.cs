using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Tests.Access;

public sealed class RoleTableTests
{
    [Fact]
    public void Every_role_has_one_line_in_the_order_of_the_roles() =>
        Assert.Equal(Enum.GetValues<Role>(), RoleTable.All.Select(rule => rule.Role));

    [Fact]
    public void Every_role_is_given_somewhere_and_has_words() =>
        Assert.All(RoleTable.All, rule =>
        {
            Assert.NotEmpty(rule.Levels);
            Assert.Contains(Capability.OwnAccount, rule.May);
            Assert.True(new Texts().Has($"role.{rule.Role}"));
        });

    [Fact]
    public void An_administrator_sees_no_personal_data_and_decides_nothing()
    {
        var rule = RoleTable.Of(Role.Administrator);

        Assert.Equal(PersonalData.None, rule.Sees);
        Assert.Equal(
            [
                Capability.OwnAccount, Capability.SeeAgencies, Capability.KeepAgencies, Capability.TakeLists, Capability.SeeLaw, Capability.SeeJobs,
                Capability.KeepPacks, Capability.SeeAccounts, Capability.KeepDevices,
            ],
            rule.May);
    }

    [Fact]
    public void An_auditor_sees_all_that_is_read_with_persons_masked_and_changes_nothing()
    {
        var rule = RoleTable.Of(Role.Auditor);

        Assert.True(rule.OnlyReads);
        Assert.Equal(PersonalData.Masked, rule.Sees);
        Assert.Empty(rule.Keeps);
        Assert.Superset(
            new HashSet<Capability> { Capability.SeeReturns, Capability.SeeFigures, Capability.SeeAgencies, Capability.SeeAccounts }, rule.May.ToHashSet());
    }

    [Fact]
    public void From_the_commune_up_a_second_factor_is_asked_and_in_a_village_none() =>
        Assert.Equal([Role.VillageOfficer], RoleTable.All.Where(rule => !rule.NeedsSecondFactor).Select(rule => rule.Role));

    [Fact]
    public void Neither_an_auditor_nor_an_administrator_can_be_stood_in_for() =>
        Assert.Equal([Role.Auditor, Role.Administrator], RoleTable.All.Where(rule => !rule.CanBeDelegated).Select(rule => rule.Role));

    [Fact]
    public void Only_the_standing_agency_is_given_for_a_programme() =>
        Assert.Equal([Role.StandingAgency], RoleTable.All.Where(rule => rule.NeedsProgramme).Select(rule => rule.Role));

    [Fact]
    public void The_commune_and_the_administrator_keep_the_telephones_of_the_villages() =>
        Assert.Equal([Role.CommuneOfficer, Role.CommuneLeader, Role.Administrator], RoleTable.WhoMay(Capability.KeepDevices));

    [Fact]
    public void Money_is_seen_from_the_commune_up_written_by_officers_and_run_by_the_standing_agency()
    {
        Assert.Equal([Role.VillageOfficer, Role.Administrator], Enum.GetValues<Role>().Except(RoleTable.WhoMay(Capability.SeeMoney)));
        Assert.Equal([Role.CommuneOfficer, Role.AgencyOfficer, Role.AssociationOfficer, Role.StandingAgency], RoleTable.WhoMay(Capability.KeepMoney));
        Assert.Equal([Role.CommuneOfficer, Role.CommuneLeader], RoleTable.WhoMay(Capability.KeepOwnTargets));
        Assert.Equal([Role.StandingAgency], RoleTable.WhoMay(Capability.RunMoney));
    }

    [Fact]
    public void Documents_are_seen_from_the_commune_up_and_kept_by_officers_and_clerks()
    {
        Assert.Equal([Role.VillageOfficer, Role.Administrator], Enum.GetValues<Role>().Except(RoleTable.WhoMay(Capability.SeeDocuments)));
        Assert.Equal(
            [Role.CommuneOfficer, Role.AgencyOfficer, Role.AssociationOfficer, Role.StandingAgency, Role.Clerk], RoleTable.WhoMay(Capability.KeepDocuments));
    }

    [Fact]
    public void Committees_are_seen_from_the_commune_up_and_kept_by_communes_the_Association_and_the_standing_agency()
    {
        Assert.Equal(RoleTable.WhoMay(Capability.SeeDocuments), RoleTable.WhoMay(Capability.SeeCommittees));
        Assert.Equal([Role.CommuneOfficer, Role.AssociationOfficer, Role.StandingAgency], RoleTable.WhoMay(Capability.KeepCommittees));
    }

    [Fact]
    public void Visits_are_seen_from_the_commune_up_planned_by_officers_and_answered_also_by_their_leaders()
    {
        Assert.Equal(RoleTable.WhoMay(Capability.SeeDocuments), RoleTable.WhoMay(Capability.SeeVisits));
        Assert.Equal([Role.CommuneOfficer, Role.AgencyOfficer, Role.AssociationOfficer, Role.StandingAgency], RoleTable.WhoMay(Capability.KeepVisits));
        Assert.Equal([.. RoleTable.WhoMay(Capability.KeepVisits), Role.CommuneLeader, Role.AgencyLeader], RoleTable.WhoMay(Capability.AnswerFindings).OrderBy(role => role is Role.CommuneLeader or Role.AgencyLeader));
    }

    [Fact]
    public void Difficulties_are_raised_by_communes_and_agencies_and_what_is_passed_on_is_answered_by_leaders()
    {
        Assert.Equal([Role.CommuneOfficer, Role.CommuneLeader, Role.AgencyOfficer, Role.AgencyLeader, Role.AssociationOfficer], RoleTable.WhoMay(Capability.RaiseDifficulties));
        Assert.Equal([Role.Leader], RoleTable.WhoMay(Capability.AnswerForwarded));
    }

    [Fact]
    public void Who_receives_returns_writes_none() =>
        Assert.DoesNotContain(RoleTable.All, rule => rule.IsSender && rule.May.Contains(Capability.CheckReturns));

    [Fact]
    public void A_village_officer_writes_for_a_village_and_sees_nothing_else() =>
        Assert.Equal([Capability.OwnAccount, Capability.SeeReturns, Capability.FillVillageReturns], RoleTable.Of(Role.VillageOfficer).May);

    [Fact]
    public void What_villages_send_goes_to_their_commune() =>
        Assert.Equal([Role.CommuneOfficer], RoleTable.WhoMay(Capability.CheckVillageReturns));

    [Fact]
    public void Accounts_are_kept_by_administrators_and_those_of_villages_by_their_commune()
    {
        Assert.Equal([Role.CommuneOfficer, Role.Administrator], RoleTable.All.Where(rule => rule.Keeps.Count > 0).Select(rule => rule.Role));
        Assert.Equal([Role.VillageOfficer], RoleTable.Of(Role.CommuneOfficer).Keeps);
    }
}
