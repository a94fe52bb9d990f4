using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class HandOverPostTests : RolesTest
{
    private Actor head = null!;
    private Actor successor = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        head = Given.Person(Role.VillageOfficer, Village, userName: "truongthon.cu");
        successor = Given.Person(Role.VillageOfficer, Given.Place("Thôn bên", under: Commune), userName: "truongthon.moi");
    }

    [Fact]
    public async Task A_commune_hands_a_village_over_in_one_step()
    {
        var outcome = await HandOverAsync(Today.AddDays(-1), Officer);

        var today = await Stored().RoleGrantsOn(Today).Where(grant => grant.PlaceId == Village).ToListAsync(Ct);
        Assert.Null(outcome.Refusal);
        Assert.Equal(successor.PersonId, Assert.Single(today).PersonId);
        Assert.Equal(["PostHandedOver"], Recorded());
    }

    [Fact]
    public async Task Whoever_hands_over_now_is_signed_out_and_whoever_does_so_later_is_not()
    {
        var token = (await new CreateToken(Stored(), Clock).RunAsync(new NewToken("truongthon.cu", "", [ApiScopes.Read], 1), Ct)).Value.Text;
        var person = await Stored().People.SingleAsync(person => person.Id == head.PersonId, Ct);
        var session = await new BeginSession(Stored(), Clock).RunAsync(person, SessionWay.Pin, "", null, Ct);
        var invited = (await new EnrolDevice(Stored(), Clock, pin => pin).InviteAsync(person.Id, Officer, Ct)).Value;
        await HandOverAsync(Today, Officer);
        var later = await new CheckSession(Stored(), Clock).RunAsync(person.Owner, person.Id, session.Id, Ct);

        await HandOverAsync(Today.AddDays(-1), Officer);

        Assert.NotNull(later);
        Assert.Null(await new CheckSession(Stored(), Clock).RunAsync(person.Owner, person.Id, session.Id, Ct));
        Assert.Null(await new CheckToken(Stored(), Clock).RunAsync(token, Ct));
        Assert.Equal(new EnrolmentNotValid(15), (await new EnrolDevice(Stored(), Clock, pin => pin).TakeAsync(invited.Code, "582064", "", Ct)).Refusal);
        Assert.NotEqual(person.SecurityStamp, (await Stored().People.SingleAsync(row => row.Id == head.PersonId, Ct)).SecurityStamp);
    }

    [Fact]
    public async Task Until_the_last_day_the_holder_acts_and_from_the_next_on_the_successor()
    {
        await HandOverAsync(Today.AddDays(3), Administrator);

        Assert.Equal([head.PersonId], await HoldersAsync(Today.AddDays(3)));
        Assert.Equal([successor.PersonId], await HoldersAsync(Today.AddDays(4)));
    }

    [Fact]
    public async Task Every_role_of_the_post_passes_over_with_agency_programme_and_end()
    {
        var end = Today.AddDays(100);
        Given.Grant(head, Role.AgencyOfficer, Province, Agency, to: end);
        Given.Grant(head, Role.StandingAgency, Province, programme: Programme);

        var begun = (await HandOverAsync(Today, Administrator)).Value;

        Assert.Equal(3, begun.Count);
        Assert.Contains(begun, grant => grant.Role is Role.AgencyOfficer && grant.AgencyId == Agency && grant.ValidTo == end);
        Assert.Contains(begun, grant => grant.Role is Role.StandingAgency && grant.Programme == Programme);
    }

    [Fact]
    public async Task A_role_that_ended_before_does_not_pass_over()
    {
        Given.Grant(head, Role.CommuneLeader, Commune, to: Today.AddDays(-10));

        Assert.Single((await HandOverAsync(Today, Administrator)).Value);
    }

    [Fact]
    public async Task Handing_over_twice_finds_nothing_more()
    {
        await HandOverAsync(Today.AddDays(-1), Administrator);

        Assert.Equal(new NothingToHandOver(), (await HandOverAsync(Today.AddDays(-1), Administrator)).Refusal);
    }

    [Fact]
    public async Task A_post_goes_to_somebody_else_and_not_before_yesterday()
    {
        Assert.Equal(new LastDayTooEarly(Today.AddDays(-1)), (await HandOverAsync(Today.AddDays(-2), Administrator)).Refusal);
        successor = head;
        Assert.Equal(new SuccessorIsHolder(), (await HandOverAsync(Today, Administrator)).Refusal);
    }

    [Fact]
    public async Task Who_does_not_keep_both_accounts_hands_nothing_over()
    {
        Assert.Equal(new AccountsNotYoursToKeep(), (await HandOverAsync(Today, Leader)).Refusal);
        successor = Leader;
        Assert.Equal(new PersonNotFound(), (await HandOverAsync(Today, Officer)).Refusal);
        (head, successor) = (Given.Person(Role.VillageOfficer, Given.Place("Thôn xa", under: Neighbour)), head);
        Assert.Equal(new PersonNotFound(), (await HandOverAsync(Today, Officer)).Refusal);
    }

    private async Task<IReadOnlyList<PersonId?>> HoldersAsync(DateOnly day) =>
        await Stored().RoleGrantsOn(day).Where(grant => grant.PlaceId == Village).Select(grant => (PersonId?)grant.PersonId).ToListAsync(Ct);

    private Task<Outcome<IReadOnlyList<RoleGrant>>> HandOverAsync(DateOnly lastDay, Actor actor) =>
        new HandOverPost(Stored(), Clock).RunAsync(head.PersonId!.Value, successor.PersonId!.Value, lastDay, actor, Ct);
}
