using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class EndDelegationTests : RolesTest
{
    private Actor Clerk { get; set; } = null!;

    private DelegationId Id { get; set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clerk = Given.Person(Role.Clerk, Commune, userName: "vanthu");
        Id = await DelegateAsync(0);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("vanthu")]
    [InlineData("quantri")]
    public async Task Who_gave_it_who_stands_in_and_who_keeps_the_account_end_it_at_once(string userName)
    {
        var actor = new[] { (Leader, "lanhdao"), (Clerk, "vanthu"), (Administrator, "quantri") }.Single(pair => pair.Item2 == userName).Item1;

        Assert.Null(await EndAsync(Id, actor));

        Assert.Single(await HeldAsync());
        Assert.Equal(Today.AddDays(-1), (await Stored().Delegations.SingleAsync(Ct)).ValidTo);
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == "DelegationEnded", Ct);
        Assert.Equal((actor.PersonId?.Value, Leader.PersonId!.Value.Value.ToString()), (entry.PersonId, entry.Record));
    }

    [Fact]
    public async Task Nobody_else_ends_it_nor_another_programme()
    {
        Given.Owner(Given.Place(), id: 2);

        Assert.Equal(new DelegationNotFound(), await EndAsync(Id, Officer));
        Assert.Equal(new DelegationNotFound(), await EndAsync(Id, Leader with { Owner = 2 }));
        Assert.Equal(new DelegationNotFound(), await EndAsync(new DelegationId(Guid.CreateVersion7()), Leader));
        Assert.Equal(2, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task One_that_has_ended_stays_as_it_was()
    {
        await EndAsync(Id, Leader);

        Assert.Null(await EndAsync(Id, Clerk));
        Assert.Single(Recorded(), change => change == "DelegationEnded");
    }

    [Fact]
    public async Task One_that_has_not_begun_never_holds_and_another_takes_its_days()
    {
        var later = await DelegateAsync(5);

        await EndAsync(later, Leader);

        Assert.Empty((await Stored().RolesHeldAsync(Clerk.Owner, Clerk.PersonId!.Value, Today.AddDays(5), Ct)).Skip(1));
        await DelegateAsync(5);
        Assert.Single((await Stored().RolesHeldAsync(Clerk.Owner, Clerk.PersonId!.Value, Today.AddDays(5), Ct)).Skip(1));
    }

    private Task<Refusal?> EndAsync(DelegationId id, Actor actor) => new EndDelegation(Stored(), Clock).RunAsync(id, actor, Ct);

    private Task<IReadOnlyList<HeldRole>> HeldAsync() => Stored().RolesHeldAsync(Clerk.Owner, Clerk.PersonId!.Value, Today, Ct);

    private async Task<DelegationId> DelegateAsync(int from) => (await new DelegateRole(Stored(), Clock).RunAsync(
        new NewDelegation(new DelegationId(Guid.CreateVersion7()), Given.GrantOf(Leader), "vanthu", Today.AddDays(from), Today.AddDays(from + 2), "Đi công tác"),
        Leader,
        Ct)).Value.Id;
}
