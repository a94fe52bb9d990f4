using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class SameElementsAskedTwiceTests : ReturnsTest
{
    private OpenRound OpenRound => new(Stored(), Shelf, Clock);

    [Fact]
    public async Task Nobody_is_asked_twice_for_the_same_figures_of_a_period()
    {
        Given.Pack(Given.Form("family.total", "clan.total"));

        var outcome = await OpenRound.RunAsync(Asked("2026-b"), Agency, Ct);

        Assert.Equal(new ElementsAskedAlready(Round.Title), outcome.Refusal);
        Assert.Equal(1, await Stored().Rounds.CountAsync(Ct));
        Assert.Empty(await Stored().Returns.ToListAsync(Ct));
    }

    [Fact]
    public async Task Another_period_may_ask_the_same()
    {
        Given.Pack(Given.Form("family.total"));

        var outcome = await OpenRound.RunAsync(Asked("2027") with { Period = PeriodCode.Year(2027) }, Agency, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task Another_form_may_ask_other_things_in_the_same_period()
    {
        Given.Pack(Given.Elements("rain.total"));
        Given.Pack(Given.Form("rain.total"));

        var outcome = await OpenRound.RunAsync(Asked("rain"), Agency, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task Another_programme_may_ask_the_same()
    {
        var other = Given.Place("Khác");
        Given.Owner(other, id: 2);
        Given.Pack(Given.Form("family.total"));

        var outcome = await OpenRound.RunAsync(Asked("2026"), new Actor(2, null, Role.StandingAgency, other), Ct);

        Assert.Null(outcome.Refusal);
    }

    private static NewRound Asked(string code) => new(
        new RoundId(Guid.CreateVersion7()),
        code,
        ["form"],
        PeriodCode.Year(2026),
        new DateOnly(2026, 10, 15),
        new DateOnly(2026, 11, 25),
        new DateOnly(2026, 11, 29));
}
