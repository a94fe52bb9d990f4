using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class OpeningARoundAgainTests : ReturnsTest
{
    private static readonly NewRound Asked = Given.AskedRound(2027, "form");

    private OpenRound OpenRound => new(Stored(), Shelf, Clock);

    public static TheoryData<string, NewRound> Others => new()
    {
        { "code", Asked with { Code = "2027-b" } },
        { "form", Asked with { FormIds = ["learning-models"] } },
        { "period", Asked with { Period = PeriodCode.Year(2028) } },
        { "opens", Asked with { OpensOn = Asked.OpensOn.AddDays(1) } },
        { "cut-off", Asked with { CutOffOn = Asked.CutOffOn.AddDays(1) } },
        { "outline", Asked with { OutlineId = "outline" } },
        { "due", Asked with { DueOn = Asked.DueOn.AddDays(1) } },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Pack(Given.Form("family.total"));
        Given.Pack(Given.Outline());
    }

    [Fact]
    public async Task The_same_request_again_is_the_round_that_was_opened()
    {
        await OpenRound.RunAsync(Asked, Agency, Ct);

        var again = await OpenRound.RunAsync(Asked, Agency, Ct);

        Assert.Equal(Asked.Id, again.Value.Id);
        Assert.Equal(1, await Stored().Returns.CountAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task The_same_id_with_other_contents_is_a_conflict(string what, NewRound other)
    {
        await OpenRound.RunAsync(Asked, Agency, Ct);

        var outcome = await OpenRound.RunAsync(other, Agency, Ct);

        Assert.Equal((what, new RoundDiffers("2027")), (what, outcome.Refusal));
        var round = await Stored().Rounds.SingleAsync(round => round.Id == Asked.Id, Ct);
        Assert.Equal(("2027", Asked.OpensOn, Asked.CutOffOn, Asked.DueOn), (round.Code, round.OpensOn, round.CutOffOn, round.DueOn));
    }

    [Fact]
    public async Task An_id_that_is_open_is_not_taken_for_another_round_s_code()
    {
        await OpenRound.RunAsync(Asked, Agency, Ct);

        var outcome = await OpenRound.RunAsync(Asked with { Code = Round.Code }, Agency, Ct);

        Assert.Equal(new RoundDiffers("2027"), outcome.Refusal);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        var outcome = await OpenRound.RunAsync(Asked with { Code = Round.Code }, Agency, Ct);

        Assert.Equal(new RoundCodeTaken(Round.Code), outcome.Refusal);
    }

    [Theory]
    [InlineData("2027", true)]
    [InlineData("2027-b_1.x", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("123456789012345678901", false)]
    [InlineData("", false)]
    [InlineData(" 2027", false)]
    [InlineData("2027\n", false)]
    [InlineData("2026/2030", false)]
    [InlineData("đợt-1", false)]
    public async Task A_code_is_short_and_plain(string code, bool isRight)
    {
        var outcome = await OpenRound.RunAsync(Asked with { Code = code }, Agency, Ct);

        Assert.Equal(isRight ? null : new RoundCodeIllFormed(), outcome.Refusal);
    }

    [Fact]
    public async Task The_agency_of_another_place_opens_nothing_here()
    {
        var elsewhere = Given.Place("Khác");

        var outcome = await OpenRound.RunAsync(Asked, Agency with { PlaceId = elsewhere }, Ct);

        Assert.Equal(new RoundNotYoursToOpen(), outcome.Refusal);
    }
}
