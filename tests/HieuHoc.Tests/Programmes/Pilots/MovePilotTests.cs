using HieuHoc.Access.Attachments;
using HieuHoc.Programmes.Pilots;

namespace HieuHoc.Tests.Programmes.Pilots;

/// <summary>How a pilot begins, is given up and is decided on, and the days to come.</summary>
public sealed class MovePilotTests : PilotsTest
{
    [Fact]
    public async Task It_begins_and_the_same_request_again_changes_nothing()
    {
        var pilot = await SetUpAsync();
        await MeasuredAsync(pilot);

        Assert.Null((await Move.RunAsync(pilot, 2, PilotStep.Begin, null, Leading, Ct)).Refusal);
        Assert.Null((await Move.RunAsync(pilot, 2, PilotStep.Begin, null, Leading, Ct)).Refusal);

        Assert.Equal((PilotState.Running, 3, 1), ((await StoredAsync(pilot)).State, await RevisionAsync(pilot), await ToldAsync<PilotMoved>(pilot)));
    }

    [Fact]
    public async Task Without_a_baseline_or_from_an_older_page_it_does_not()
    {
        var pilot = await SetUpAsync();

        Assert.IsType<PilotWithoutBaseline>((await Move.RunAsync(pilot, 1, PilotStep.Begin, null, Standing, Ct)).Refusal);
        Assert.IsType<PilotChangedMeanwhile>((await Move.RunAsync(pilot, 0, PilotStep.Begin, null, Standing, Ct)).Refusal);
        Assert.IsType<PilotNotYoursToChange>((await Move.RunAsync(pilot, 1, PilotStep.Begin, null, Officer, Ct)).Refusal);
        Assert.IsType<PilotNotFound>((await Move.RunAsync(pilot, 1, PilotStep.Begin, null, Neighbour, Ct)).Refusal);
        Assert.Equal(0, await ToldAsync<PilotMoved>(pilot));
    }

    [Fact]
    public async Task It_is_given_up_with_a_reason()
    {
        var pilot = await SetUpAsync();

        Assert.IsType<PilotReasonMissing>((await Move.RunAsync(pilot, 1, PilotStep.Cancel, " ", Standing, Ct)).Refusal);
        Assert.IsType<PilotTextTooLong>((await Move.RunAsync(pilot, 1, PilotStep.Cancel, new string('a', StatedPilot.LongestLine + 1), Standing, Ct)).Refusal);
        Assert.Null((await Move.RunAsync(pilot, 1, PilotStep.Cancel, "Bão số 5", Standing, Ct)).Refusal);

        Assert.Equal((PilotState.Cancelled, "Bão số 5"), ((await StoredAsync(pilot)).State, (await StoredAsync(pilot)).Reason));
    }

    [Theory]
    [InlineData(PilotDecision.Replicate, PilotState.Replicated)]
    [InlineData(PilotDecision.GoOn, PilotState.Running)]
    [InlineData(PilotDecision.Stop, PilotState.Stopped)]
    public async Task What_was_evaluated_is_decided_and_the_same_again_changes_nothing(PilotDecision decision, PilotState expected)
    {
        var pilot = await EvaluatedAsync();
        var (stated, revision) = (Decision(decision), await RevisionAsync(pilot));

        Assert.Null((await Decide.RunAsync(pilot, revision, stated, Standing, Ct)).Refusal);
        Assert.Null((await Decide.RunAsync(pilot, revision, stated, Standing, Ct)).Refusal);

        var read = await ReadAsync(pilot);
        Assert.Equal((expected, (PilotDecision?)decision, "600/QĐ-UBND", 1), (read.Pilot.State, read.Evaluations[0].Evaluation.Decision, read.Evaluations[0].Evaluation.DecisionNumber, await ToldAsync<PilotDecided>(pilot)));
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused()
    {
        var pilot = await EvaluatedAsync();
        var revision = await RevisionAsync(pilot);

        Assert.IsType<PilotDecisionNumberUnreadable>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.Stop) with { Number = "QĐ" }, Standing, Ct)).Refusal);
        Assert.IsType<PilotWhereToMissing>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.Replicate) with { WhereTo = "" }, Standing, Ct)).Refusal);
        Assert.IsType<PilotGoesOnUntilUnfit>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.GoOn) with { GoesOnUntil = null }, Standing, Ct)).Refusal);
        Assert.IsType<PilotDecisionDayUnfit>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.Stop) with { DecidedOn = Today.AddDays(1) }, Standing, Ct)).Refusal);
        Assert.IsType<PilotChangedMeanwhile>((await Decide.RunAsync(pilot, revision - 1, Decision(PilotDecision.Stop), Standing, Ct)).Refusal);
        Assert.IsType<PilotNotYoursToDecide>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.Stop), Leading, Ct)).Refusal);
        Assert.IsType<PilotNotFound>((await Decide.RunAsync(pilot, revision, Decision(PilotDecision.Stop), Neighbour, Ct)).Refusal);
        Assert.Equal(PilotState.Evaluated, (await StoredAsync(pilot)).State);
    }

    [Fact]
    public async Task What_nobody_has_evaluated_is_not_decided()
    {
        var (pilot, _) = await RunningAsync();

        Assert.Equal(new PilotStandsOtherwise(PilotState.Running), (await Decide.RunAsync(pilot, await RevisionAsync(pilot), Decision(PilotDecision.Stop), Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task The_days_to_come_are_those_of_the_next_steps()
    {
        var begins = await SetUpAsync(Stated with { FirstDay = Today.AddDays(3), LastDay = Today.AddDays(90) });
        await SetUpAsync(Stated with { Areas = "Xã Vĩnh Định" });
        var (runs, _) = await RunningAsync();
        var waits = await EvaluatedAsync(decideBy: Today.AddDays(20));
        await EvaluatedAsync();

        var days = await new ListPilots(Stored(), Clock).ComingAsync(Standing, Ct);

        Assert.Equal([(begins, Today.AddDays(3)), (waits, Today.AddDays(20)), (runs, Stated.LastDay)], days.Select(day => (day.Pilot.Id, day.Day)));
        Assert.Empty(await new ListPilots(Stored(), Clock).ComingAsync(Neighbour, Ct));
    }

    [Fact]
    public async Task A_list_says_who_leads_where_and_what_is_next()
    {
        var (pilot, _) = await RunningAsync();
        var list = new ListPilots(Stored(), Clock);

        var line = Assert.Single(await list.LinesAsync(list.In(PilotState.Running, Standing), Standing, Ct));

        Assert.Equal((pilot, "Sở Văn hóa, Thể thao và Du lịch", Stated.LastDay), (line.Pilot.Id, line.Lead, line.NextDay));
        Assert.Equal(["Xã Hải Lăng", "Xã Vĩnh Định"], line.Areas);
        Assert.Empty(list.In(PilotState.Stopped, Standing));
    }

    [Fact]
    public async Task Files_are_added_by_who_keeps_it_until_it_is_decided()
    {
        var pilot = await EvaluatedAsync();
        AttachmentKind files = new PilotFiles();
        var record = PilotFiles.RecordOf(pilot);

        Assert.Equal((true, true, false), (await files.MayAddAsync(Stored(), record, Standing, Ct), await files.MayAddAsync(Stored(), record, Leading, Ct), await files.MayAddAsync(Stored(), record, Officer, Ct)));
        await Decide.RunAsync(pilot, await RevisionAsync(pilot), Decision(PilotDecision.Stop), Standing, Ct);
        Assert.False(await files.MayAddAsync(Stored(), record, Standing, Ct));
    }

    private StatedPilotDecision Decision(PilotDecision decision) => new(decision, "600/QĐ-UBND", Today, decision is PilotDecision.Replicate ? "Toàn tỉnh" : "", decision is PilotDecision.GoOn ? Stated.LastDay.AddYears(1) : null);
}
