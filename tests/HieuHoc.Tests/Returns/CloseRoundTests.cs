using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class CloseRoundTests : ReturnsTest
{
    private ReturnId own;

    private CloseRound CloseRound => new(Stored(), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        own = Given.Return(Round, Commune, ReturnState.Sent, new Dictionary<string, long> { ["family.total"] = 3 });
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province), ReturnState.Confirmed);
        MoveTo(1, 12);
    }

    [Fact]
    public async Task A_round_is_closed_with_who_and_when_and_its_history_says_how_much_was_confirmed()
    {
        var outcome = await CloseRound.RunAsync(Round.Id, Agency, Ct);

        Assert.Null(outcome.Refusal);
        var round = await Stored().Rounds.SingleAsync(Ct);
        Assert.Equal((Clock.Now.Instant, Agency.PersonId), (round.ClosedAt, round.ClosedBy));
        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        Assert.Equal(("RoundClosed", Round.Id.Value.ToString()), (entry.Change, entry.Record));
        Assert.Contains("\"confirmed\":1", entry.Detail.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_it_twice_changes_nothing()
    {
        await CloseRound.RunAsync(Round.Id, Agency, Ct);
        var first = Clock.Now.Instant;
        MoveTo(2, 12);

        var again = await CloseRound.RunAsync(Round.Id, Agency, Ct);

        Assert.Equal(first, again.Value.ClosedAt);
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task What_arrives_later_is_still_taken()
    {
        await CloseRound.RunAsync(Round.Id, Agency, Ct);

        var moved = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(own, 0, ReturnStep.AskToMend, "Đối chiếu lại", Agency, Ct);

        Assert.Null(moved.Refusal);
    }

    [Theory]
    [InlineData(31, 10, false)]
    [InlineData(1, 11, true)]
    public async Task Figures_are_closed_after_the_day_of_which_they_are(int day, int month, bool over)
    {
        MoveTo(day, month);

        var outcome = await CloseRound.RunAsync(Round.Id, Agency, Ct);

        Assert.Equal(over ? null : new RoundNotCutOffYet(Round.CutOffOn), outcome.Refusal);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_standing_agency_closes_a_round(Role role)
    {
        var outcome = await CloseRound.RunAsync(Round.Id, As(role), Ct);

        Assert.Equal(new RoundNotYoursToClose(), outcome.Refusal);
        Assert.Null((await Stored().Rounds.SingleAsync(Ct)).ClosedAt);
    }

    [Fact]
    public async Task A_round_of_another_programme_is_not_found()
    {
        var other = Given.Round("khac", Given.FormOf(Round), programme: "khac");

        Assert.Equal(new RoundNotFound(), (await CloseRound.RunAsync(other.Id, Agency with { Programme = "mot" }, Ct)).Refusal);
    }

    private void MoveTo(int day, int month) => Time.MoveTo(new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.FromHours(7)));
}
