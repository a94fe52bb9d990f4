using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class RoundsVisibleToTests : ReturnsTest
{
    private Round asked = null!;
    private Round empty = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asked = Round;
        Given.Return(asked, Commune);
        empty = Given.Round("2027", Given.FormOf(asked));
        var other = Given.Place("Khác");
        Given.Owner(other, id: 2);
        Given.Return(Given.Round(formPackId: Given.FormOf(asked), owner: 2), Given.Place("Xã xa", under: other));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Leader)]
    public async Task Who_sees_a_return_of_it_sees_the_round_and_no_other(Role role) =>
        Assert.Equal([asked.Id], await VisibleAsync(As(role)));

    [Fact]
    public async Task The_standing_agency_sees_also_a_round_that_nobody_owes() =>
        Assert.Equal([asked.Id, empty.Id], await VisibleAsync(Agency));

    [Fact]
    public async Task A_round_of_another_programme_does_not_exist_for_a_standing_agency()
    {
        await Stored().Rounds.Where(round => round.Owner == 1).ExecuteUpdateAsync(set => set.SetProperty(round => round.Programme, "a"), Ct);

        Assert.Equal([asked.Id, empty.Id], await VisibleAsync(Agency with { Programme = "a" }));
        Assert.Empty(await VisibleAsync(Agency with { Programme = "b" }));
    }

    [Fact]
    public async Task A_role_that_sees_no_returns_sees_no_rounds() => Assert.Empty(await VisibleAsync(As(Role.Administrator)));

    [Fact]
    public async Task A_commune_that_is_not_asked_sees_none() =>
        Assert.Empty(await VisibleAsync(Officer with { PlaceId = Given.Place("Nam Hải Lăng", under: Province) }));

    private Task<List<RoundId>> VisibleAsync(Actor actor) => Stored().RoundsVisibleTo(actor).OrderBy(round => round.Code).Select(round => round.Id).ToListAsync(Ct);
}
