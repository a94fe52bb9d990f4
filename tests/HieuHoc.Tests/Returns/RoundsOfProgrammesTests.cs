using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A round is of the programme that asks; who answers for another programme does not open it.</summary>
public sealed class RoundsOfProgrammesTests : ReturnsTest
{
    private const string Known = "quang-tri-2021-2030";

    private static readonly NewRound Asked = Given.AskedRound(2027);

    private OpenRound OpenRound => new(Stored(), Shelf, Clock);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, Known, Known)]
    [InlineData(Known, null, Known)]
    [InlineData(Known, Known, Known)]
    public async Task It_is_of_the_programme_that_is_named_or_of_that_of_whoever_opens_it(string? own, string? asked, string? expected)
    {
        var outcome = await OpenRound.RunAsync(Asked with { Programme = asked }, Agency with { Programme = own }, Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal(expected, (await Stored().Rounds.SingleAsync(round => round.Id == Asked.Id, Ct)).Programme);
    }

    [Fact]
    public async Task The_agency_of_one_programme_opens_no_round_of_another()
    {
        var other = Given.Programme("T0").Id;

        await RefusedAsync(new RoundNotYoursToOpen(), Asked with { Programme = Known }, Agency with { Programme = other });
    }

    [Fact]
    public async Task A_programme_that_no_pack_describes_asks_nothing() =>
        await RefusedAsync(new ProgrammeUnknown("no-such-plan"), Asked with { Programme = "no-such-plan" }, Agency);

    [Fact]
    public async Task The_values_of_a_province_in_a_programme_are_no_programme_of_their_own()
    {
        var plan = Given.Programme("T0");
        Given.Pack(plan with { Id = "own-plan", Extends = $"{plan.Id}@1", ForProvince = "T0" });

        await RefusedAsync(new ProgrammeUnknown("own-plan"), Asked with { Programme = "own-plan" }, Agency);
        Assert.DoesNotContain("own-plan", await Stored().ProgrammeCodesAsync(Ct));
    }

    [Fact]
    public async Task The_same_id_for_another_programme_is_a_conflict()
    {
        await OpenRound.RunAsync(Asked, Agency, Ct);

        var outcome = await OpenRound.RunAsync(Asked with { Programme = Known }, Agency, Ct);

        Assert.Equal(new RoundDiffers("2027"), outcome.Refusal);
    }

    [Fact]
    public async Task Naming_one_s_own_programme_is_the_same_request()
    {
        var agency = Agency with { Programme = Known };
        await OpenRound.RunAsync(Asked, agency, Ct);

        var again = await OpenRound.RunAsync(Asked with { Programme = Known }, agency, Ct);

        Assert.Equal((null, Asked.Id), (again.Refusal, again.Value.Id));
    }

    private async Task RefusedAsync(Refusal expected, NewRound asked, Actor actor)
    {
        var outcome = await OpenRound.RunAsync(asked, actor, Ct);

        Assert.Equal(expected, outcome.Refusal);
        Assert.False(await Stored().Rounds.AnyAsync(round => round.Id == Asked.Id, Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }
}
