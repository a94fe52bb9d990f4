using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class TakeReturnStepTests : ReturnsTest
{
    private static readonly IReadOnlyDictionary<string, long> Broken = Given.Answers(families: new Counted(10, 11, 5), clans: new Counted(5, 4, 6));

    private TakeReturnStep TakeReturnStep => new(Db, Shelf, Clock);

    /// <summary>Every line of the table: from where, the step, who takes it, to where.</summary>
    public static TheoryData<ReturnState, ReturnStep, Role, ReturnState> Steps { get; } = new(
        from move in ReturnSteps.Of(new ReturnWay(SubjectLevel.Commune, [.. Enum.GetValues<ReturnStep>().Where(step => step is not ReturnStep.Receive)]))
        from role in move.Who.Communes
        select (move.From, move.Step, role, move.To));

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_is_taken_and_written_down(ReturnState from, ReturnStep step, Role role, ReturnState to)
    {
        var id = Given.Return(Round, Commune, from, Given.Answers(), revision: 4);

        var outcome = await TakeReturnStep.RunAsync(id, 4, step, "  vì thế  ", As(role), Ct);

        Assert.Null(outcome.Refusal);
        var @return = await StoredReturnAsync(id);
        var move = await Stored().ReturnMoves.SingleAsync(Ct);
        var entry = await Stored().AuditEntries.SingleAsync(Ct);
        var reason = step is ReturnStep.SendBack or ReturnStep.AskToMend or ReturnStep.Correct ? "vì thế" : "";
        Assert.Equal((to, 5), (@return.State, @return.Revision));
        Assert.Equal((1, step, from, to, 1, reason), (move.Number, move.Step, move.FromState, move.ToState, move.Version, move.Reason));
        Assert.Equal((Clock.Now.Instant, As(role).PersonId), (move.TakenAt, move.TakenBy));
        Assert.Equal(("ReturnMoved", id.Value.ToString(), As(role).PersonId?.Value), (entry.Change, entry.Record, entry.PersonId));
        Assert.DoesNotContain("vì thế", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_numbered_in_the_order_taken()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);
        await TakeReturnStep.RunAsync(id, 1, ReturnStep.SendBack, "Thiếu số", Leader, Ct);

        await TakeReturnStep.RunAsync(id, 2, ReturnStep.Submit, null, Officer, Ct);

        var moves = await Stored().ReturnMoves.OrderBy(move => move.Number).Select(move => new { move.Number, move.Step }).ToListAsync(Ct);
        Assert.Equal([(1, ReturnStep.Submit), (2, ReturnStep.SendBack), (3, ReturnStep.Submit)], moves.Select(move => (move.Number, move.Step)));
    }

    [Fact]
    public async Task Sending_keeps_the_moment_of_arrival()
    {
        var id = Given.Return(Round, Commune, ReturnState.Approved, Given.Answers());

        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Send, null, Officer, Ct);

        Assert.Equal(Clock.Now.Instant, (await StoredReturnAsync(id)).SentAt);
    }

    [Fact]
    public async Task A_second_click_is_told_that_the_step_is_done()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        var again = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        Assert.Null(again.Refusal);
        Assert.Single(await Stored().ReturnMoves.ToListAsync(Ct));
    }

    [Fact]
    public async Task Confirming_twice_counts_once()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        var again = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        Assert.Null(again.Refusal);
        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal(1, row.Reported));
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_count_once()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        // The first has read the return when the second confirms it.
        await Db.Returns.LoadAsync(Ct);
        await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        var late = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), late.Refusal);
        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal(1, row.Reported));
        Assert.Single(await Stored().ReturnMoves.ToListAsync(Ct));
    }

    [Fact]
    public async Task Whoever_looked_at_older_answers_looks_again_first()
    {
        var id = Given.Return(Round, Commune, ReturnState.AwaitingLeader, Given.Answers(), revision: 6);

        var outcome = await TakeReturnStep.RunAsync(id, 5, ReturnStep.Approve, null, Leader, Ct);

        await RefusedAsync(new ReturnChangedMeanwhile(), outcome, id, ReturnState.AwaitingLeader);
    }

    [Fact]
    public async Task The_receiver_cannot_approve_for_the_sender()
    {
        var id = Given.Return(Round, Commune, ReturnState.AwaitingLeader, Given.Answers());

        var outcome = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Approve, null, Agency, Ct);

        await RefusedAsync(new ReturnStepNotYours(ReturnStep.Approve), outcome, id, ReturnState.AwaitingLeader);
    }

    [Fact]
    public async Task The_sender_cannot_confirm_its_own_numbers()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        var outcome = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Leader, Ct);

        await RefusedAsync(new ReturnStepNotYours(ReturnStep.Confirm), outcome, id, ReturnState.Sent);
    }

    [Fact]
    public async Task To_a_neighbour_it_does_not_exist()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        var neighbour = Officer with { PlaceId = Given.Place("Nam Hải Lăng", under: Province) };

        var outcome = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, neighbour, Ct);

        await RefusedAsync(new ReturnNotFound(), outcome, id, ReturnState.Entering);
    }

    [Theory]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.SendBack, Role.CommuneLeader, null)]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.SendBack, Role.CommuneLeader, "")]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend, Role.StandingAgency, null)]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend, Role.StandingAgency, " \t\u00A0")]
    public async Task Nothing_is_given_back_without_a_reason(ReturnState state, ReturnStep step, Role role, string? reason)
    {
        var id = Given.Return(Round, Commune, state, Given.Answers());

        var outcome = await TakeReturnStep.RunAsync(id, 0, step, reason, As(role), Ct);

        await RefusedAsync(new ReasonMissing(), outcome, id, state);
        Assert.Single(await Stored().ReturnVersions.ToListAsync(Ct));
    }

    [Theory]
    [InlineData(ReturnState.Entering, ReturnStep.Submit, Role.CommuneOfficer)]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.Approve, Role.CommuneLeader)]
    [InlineData(ReturnState.Approved, ReturnStep.Send, Role.CommuneOfficer)]
    [InlineData(ReturnState.Sent, ReturnStep.Confirm, Role.StandingAgency)]
    public async Task Answers_that_do_not_hold_together_go_no_further(ReturnState state, ReturnStep step, Role role)
    {
        var id = Given.Return(Round, Commune, state, Broken);

        var outcome = await TakeReturnStep.RunAsync(id, 0, step, null, As(role), Ct);

        await RefusedAsync(new ReturnHasHardFindings(3), outcome, id, state);
    }

    [Theory]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.SendBack, Role.CommuneLeader)]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend, Role.StandingAgency)]
    public async Task Answers_that_do_not_hold_together_can_always_go_back(ReturnState state, ReturnStep step, Role role)
    {
        var id = Given.Return(Round, Commune, state, Broken);

        var outcome = await TakeReturnStep.RunAsync(id, 0, step, "Sửa hai ô", As(role), Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task A_soft_finding_stops_nobody_after_the_typist()
    {
        var round = Given.Round("mưa", GivenSoftForm());
        var id = Given.Return(round, Commune, ReturnState.AwaitingLeader, new Dictionary<string, long> { ["family.total"] = 5 });

        var outcome = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Approve, null, Leader, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Theory]
    [InlineData(ReturnState.Entering, ReturnStep.Submit, Role.CommuneOfficer)]
    [InlineData(ReturnState.Sent, ReturnStep.Confirm, Role.StandingAgency)]
    public async Task An_empty_return_goes_no_further(ReturnState state, ReturnStep step, Role role)
    {
        var id = Given.Return(Round, Commune, state);

        var outcome = await TakeReturnStep.RunAsync(id, 0, step, null, As(role), Ct);

        await RefusedAsync(new ReturnEmpty(), outcome, id, state);
    }

    [Fact]
    public async Task A_return_of_zeros_is_not_empty()
    {
        var id = Given.Return(Round, Commune, answers: new Dictionary<string, long> { ["clan.total"] = 0 });

        var outcome = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task Confirming_turns_every_answer_into_a_figure_and_moves_the_roll_up()
    {
        var answers = Given.Answers(clans: Given.NotCounted, units: new Counted(0, 0, 0));
        var id = Given.Return(Round, Commune, ReturnState.Sent, answers);

        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        var codes = await Stored().Elements.ToDictionaryAsync(element => element.Id, element => element.Code, Ct);
        var figures = await Stored().Figures.ToListAsync(Ct);
        Assert.Equal(answers, figures.ToDictionary(figure => codes[figure.ElementId], figure => figure.Value));
        Assert.All(figures, figure => Assert.Equal(
            (1, Commune, Round.PeriodId, Breakdown.WholeId, id.Value, 1, Standing.Official),
            (figure.Owner, figure.SubjectId, figure.PeriodId, figure.BreakdownId, figure.SourceId, figure.SourceVersion, figure.Standing)));
        Assert.NotEmpty(await RollUpAsync(Stored(), Ct));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Confirming_says_which_version_counts_since_when()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        var @return = await StoredReturnAsync(id);
        Assert.Equal((ReturnState.Confirmed, 1, Clock.Now.Instant), (@return.State, @return.ConfirmedVersion, @return.ConfirmedAt));
    }

    [Fact]
    public async Task A_confirmation_that_fails_on_the_way_leaves_nothing()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        await Engine.ExecuteAsync(Stored(), "alter table roll_up rename to roll_up_elsewhere", [], Ct);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct));

        await Engine.ExecuteAsync(Stored(), "alter table roll_up_elsewhere rename to roll_up", [], Ct);
        await NothingHappenedAsync(id, ReturnState.Sent);
    }

    [Fact]
    public async Task Asking_to_mend_begins_a_second_version_and_keeps_the_first()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        await TakeReturnStep.RunAsync(id, 0, ReturnStep.AskToMend, "Xem lại số gia đình", Agency, Ct);

        var @return = await StoredReturnAsync(id);
        Assert.Equal((ReturnState.ToMend, 2, null), (@return.State, @return.CurrentVersion, @return.ConfirmedVersion));
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(id, version: 1));
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(id, version: 2));
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_mended_version_is_the_one_that_counts()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        var mended = Given.Answers(families: new Counted(1300, 1000, 900));
        await StepAsync(id, ReturnStep.AskToMend, Agency);
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 1, Given.Typed(mended), Officer, Ct);
        await StepAsync(id, ReturnStep.Submit, Officer);
        await StepAsync(id, ReturnStep.Approve, Leader);
        await StepAsync(id, ReturnStep.Send, Officer);

        await StepAsync(id, ReturnStep.Confirm, Agency);

        var figures = await Stored().Figures.ToListAsync(Ct);
        Assert.Equal((ReturnState.Confirmed, 2), ((await StoredReturnAsync(id)).State, (await StoredReturnAsync(id)).ConfirmedVersion));
        Assert.All(figures, figure => Assert.Equal(2, figure.SourceVersion));
        Assert.Equal(1300, figures.Max(figure => figure.Value == 1300 ? figure.Value : 0));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Confirming_a_return_of_a_merged_place_counts_for_that_place()
    {
        var predecessor = Given.Predecessor(Commune);
        var id = Given.Return(Round, predecessor, ReturnState.Sent, Given.Answers());

        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal(predecessor, row.SubjectId));
    }

    private int GivenSoftForm() => Given.Pack(Given.Form("family.total") with
    {
        Checks =
        [
            new FormCheck
            {
                Code = "many",
                Rule = "family.total >= 100",
                Weight = FindingWeight.Soft,
                Sentence = Given.Words("Ít gia đình."),
                Cells = ["family.total"],
            },
        ],
    });

    private async Task StepAsync(ReturnId id, ReturnStep step, Actor actor)
    {
        var revision = (await StoredReturnAsync(id)).Revision;
        var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, revision, step, "Xem lại", actor, Ct);
        Assert.Null(outcome.Refusal);
    }

    private async Task RefusedAsync(Refusal expected, Outcome<Return> outcome, ReturnId id, ReturnState state)
    {
        Assert.Equal(expected, outcome.Refusal);
        await NothingHappenedAsync(id, state);
    }

    private async Task NothingHappenedAsync(ReturnId id, ReturnState state)
    {
        Assert.Equal(state, (await StoredReturnAsync(id)).State);
        Assert.Empty(await Stored().ReturnMoves.ToListAsync(Ct));
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
        Assert.Empty(await Stored().RollUps.ToListAsync(Ct));
        Assert.Empty(await Stored().AuditEntries.ToListAsync(Ct));
    }
}
