using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class DelegateRoleTests : RolesTest
{
    private Actor Deputy { get; set; } = null!;

    private NewDelegation Asked => new(
        new DelegationId(Guid.CreateVersion7()), Given.GrantOf(Leader), " PhoChuTich ", Today, Today.AddDays(2), " Đi công tác ");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Deputy = Given.Person(Role.Clerk, Commune, userName: "phochutich");
    }

    [Fact]
    public async Task A_colleague_stands_in_until_the_last_day_and_then_no_more()
    {
        var delegation = (await DelegateAsync(Asked, Leader)).Value;

        Assert.Equal("Đi công tác", (await Stored().Delegations.SingleAsync(Ct)).Reason);
        var inStead = Assert.Single((await HeldAsync(Deputy, Today.AddDays(2))).Skip(1));
        Assert.Equal((delegation.Id.Value, Role.CommuneLeader, Leader.PersonId), (inStead.Key, inStead.Grant.Role, inStead.Of));
        Assert.Single(await HeldAsync(Deputy, Today.AddDays(3)));
        Assert.Single(await HeldAsync(Deputy, Today.AddDays(-1)));
    }

    [Fact]
    public async Task The_audit_names_days_and_colleague_and_not_the_reason()
    {
        await DelegateAsync(Asked, Leader);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(("RoleDelegated", Leader.PersonId?.Value), (entry.Change, entry.PersonId));
        Assert.Contains(Deputy.PersonId!.Value.Value.ToString(), entry.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("công tác", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_in_another_s_stead_is_recorded_under_both_names()
    {
        var round = Given.Round(formPackId: Given.FormPack());
        var id = Given.Return(round, Commune, ReturnState.AwaitingLeader, new Dictionary<string, long> { ["family.total"] = 3 });
        var inStead = Deputy with { Role = Role.CommuneLeader, ActingFor = Leader.PersonId };
        var db = Stored();
        db.ActingFor = inStead.ActingFor?.Value;

        var taken = await new TakeReturnStep(db, Shelf, Clock).RunAsync(id, 0, ReturnStep.Approve, null, inStead, Ct);

        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Null(taken.Refusal);
        Assert.Equal((Deputy.PersonId?.Value, Leader.PersonId?.Value), (entry.PersonId, entry.ActingForId));
    }

    [Fact]
    public async Task An_administrator_records_it_for_who_cannot_ask() =>
        Assert.Null((await DelegateAsync(Asked, Administrator)).Refusal);

    [Fact]
    public async Task It_cannot_be_passed_on()
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "nguoi.khac");
        await DelegateAsync(Asked, Leader);
        var inStead = Deputy with { Role = Role.CommuneLeader, ActingFor = Leader.PersonId };

        Assert.Equal(new DelegationNotPassedOn(), (await DelegateAsync(Asked with { UserName = "nguoi.khac" }, inStead)).Refusal);
        Assert.Equal(
            new DelegationNotPassedOn(), (await DelegateAsync(Asked with { UserName = "nguoi.khac", GrantId = Given.GrantOf(Deputy) }, inStead)).Refusal);
        // Nor by holding a role of one's own at the same time: the delegation is not theirs to ask for.
        Assert.Equal(new GrantNotFound(), (await DelegateAsync(Asked with { UserName = "nguoi.khac" }, Deputy)).Refusal);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task An_auditor_s_and_an_administrator_s_role_is_their_own(Role role)
    {
        var person = Given.Person(role, Province);
        Given.Person(Role.Leader, Province, userName: "dong.nghiep");

        var outcome = await DelegateAsync(Asked with { GrantId = Given.GrantOf(person), UserName = "dong.nghiep" }, person);

        Assert.Equal(new RoleCannotBeDelegated(role), outcome.Refusal);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 11)]
    public async Task The_days_lie_within_the_role_and_not_before_today(int from, int to)
    {
        var grant = Given.Grant(Leader, Role.CommuneOfficer, Commune, to: Today.AddDays(10));

        var outcome = await DelegateAsync(Asked with { GrantId = grant, From = Today.AddDays(from), To = Today.AddDays(to) }, Leader);

        Assert.Equal(new DelegationDaysDoNotFit(Today), outcome.Refusal);
    }

    [Fact]
    public async Task It_says_why_and_not_too_long()
    {
        Assert.Equal(new DelegationReasonMissing(), (await DelegateAsync(Asked with { Reason = "  " }, Leader)).Refusal);
        Assert.Equal(
            new DelegationReasonTooLong(DelegateRole.LongestReason),
            (await DelegateAsync(Asked with { Reason = new string('x', DelegateRole.LongestReason + 1) }, Leader)).Refusal);
        Assert.Null((await DelegateAsync(Asked with { Reason = new string('x', DelegateRole.LongestReason) }, Leader)).Refusal);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("hang.xom")]
    [InlineData("khong.co")]
    [InlineData("khong\0co")]
    public async Task Only_a_colleague_of_the_same_place_stands_in(string userName)
    {
        Given.Person(Role.CommuneOfficer, Neighbour, userName: "hang.xom");

        Assert.Equal(new DelegateNotColleague(), (await DelegateAsync(Asked with { UserName = userName }, Leader)).Refusal);
    }

    [Fact]
    public async Task Two_do_not_stand_in_for_one_role_on_the_same_day()
    {
        await DelegateAsync(Asked, Leader);

        Assert.Equal(
            new DelegatedAlready(Today, Today.AddDays(2)), (await DelegateAsync(Asked with { From = Today.AddDays(2), To = Today.AddDays(5) }, Leader)).Refusal);
        Assert.Null((await DelegateAsync(Asked with { From = Today.AddDays(3), To = Today.AddDays(5) }, Leader)).Refusal);
    }

    [Fact]
    public async Task Who_has_no_role_of_their_own_any_more_stands_in_for_nobody()
    {
        await DelegateAsync(Asked, Leader);
        await Stored().RoleGrants.Where(grant => grant.PersonId == Deputy.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, Today.AddDays(-1)), Ct);

        Assert.Empty(await HeldAsync(Deputy, Today));
    }

    [Fact]
    public async Task It_ends_with_the_role()
    {
        await DelegateAsync(Asked, Leader);
        await Stored().RoleGrants.Where(grant => grant.PersonId == Leader.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, Today.AddDays(-1)), Ct);

        Assert.Single(await HeldAsync(Deputy, Today));
    }

    private Task<Outcome<Delegation>> DelegateAsync(NewDelegation asked, Actor actor) => new DelegateRole(Stored(), Clock).RunAsync(asked, actor, Ct);

    private Task<IReadOnlyList<HeldRole>> HeldAsync(Actor person, DateOnly day) =>
        Stored().RolesHeldAsync(person.Owner, person.PersonId!.Value, day, Ct);
}
