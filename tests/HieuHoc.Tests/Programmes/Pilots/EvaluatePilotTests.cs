using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Pilots;

public sealed class EvaluatePilotTests : PilotsTest
{
    [Fact]
    public async Task Each_measure_is_held_against_its_baseline_and_the_province_stands_beside_it()
    {
        Given.Counted(Commune, 2025, Counts(1000, 100));
        Given.Counted(Second, 2025, Counts(1000, 200));
        Given.Counted(Neighbour.PlaceId, 2025, Counts(1000, 150));
        await new RebuildRollUp(Stored()).RunAsync(1, Ct);
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        Given.Confirmed(Round, Second, Counts(3000, 600));
        var pilot = await SetUpAsync(Stated with { Areas = "Xã Hải Lăng" });
        await MeasuredAsync(pilot, OfSystem() with { BaselineOn = new DateOnly(2025, 12, 31) });
        await BeginAsync(pilot);

        Assert.Null((await EvaluateAsync(pilot, Evaluation)).Refusal);

        var read = await ReadAsync(pilot);
        Assert.Equal((PilotState.Evaluated, 1, "Đông người đọc hơn"), (read.Pilot.State, read.Evaluations.Count, read.Evaluations[0].Evaluation.Findings));
        Assert.Equal(
            [(Commune, (decimal?)10m, (decimal?)30m, (decimal?)20m), (Province, 15m, 22.5m, 7.5m)],
            Assert.Single(read.Measures).Lines.Select(line => (line.Place.Id, line.Before?.Value, line.Then?.Value, line.Change)));
        Assert.Equal(1, await ToldAsync<PilotEvaluated>(pilot));
    }

    [Fact]
    public async Task What_was_read_at_the_evaluation_stays_when_figures_are_corrected_later()
    {
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        var pilot = await SetUpAsync(Stated with { Areas = "Xã Hải Lăng" });
        await MeasuredAsync(pilot, OfSystem());
        await BeginAsync(pilot);
        await EvaluateAsync(pilot, Evaluation);

        Given.Confirmed(Round, Second, Counts(1000, 0));

        Assert.Equal([30m, 30m], Assert.Single((await ReadAsync(pilot)).Measures).Lines.Select(line => line.Then!.Value));
    }

    [Fact]
    public async Task Of_a_place_that_was_merged_the_successor_is_evaluated_and_named()
    {
        var former = Given.Predecessor(Commune, "Hải Thọ");
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        var pilot = await SetUpAsync(Stated with { Areas = "Xã Hải Thọ", FirstDay = new DateOnly(2025, 1, 1) });
        Assert.Null((await Measure.AddAsync(
            pilot, new PilotMeasureId(Guid.CreateVersion7()),
            OfSystem() with { BaselineOn = new DateOnly(2024, 12, 31), Values = [new StatedPilotValue(default, former, "12,5")], Source = "Báo cáo năm 2024" }, Standing, Ct)).Refusal);
        await BeginAsync(pilot);

        await EvaluateAsync(pilot, Evaluation);

        var line = Assert.Single((await ReadAsync(pilot)).Measures).Lines[0];
        Assert.Equal(("Xã Hải Thọ", 12.5m, 30m, "Xã Hải Lăng"), (line.Place.FullName, line.Before!.Value, line.Then!.Value, line.ThenOf));
    }

    [Fact]
    public async Task What_the_pilot_counts_itself_is_stated_with_its_source_and_what_is_not_known_stays_open()
    {
        var (pilot, measure) = await RunningAsync();

        Assert.IsType<PilotSourceMissing>((await EvaluateAsync(pilot, Evaluation with { Values = [new StatedPilotValue(measure, Commune, "25")] })).Refusal);
        Assert.IsType<PilotValueUnreadable>((await EvaluateAsync(pilot, Evaluation with { Values = [new StatedPilotValue(measure, Commune, "nhiều")], Source = "Sổ" })).Refusal);
        Assert.Null((await EvaluateAsync(pilot, Evaluation with { Values = [new StatedPilotValue(measure, Commune, "25")], Source = "Sổ" })).Refusal);

        Assert.Equal([(decimal?)15m, null], Assert.Single((await ReadAsync(pilot)).Measures).Lines.Select(line => line.Change));
    }

    [Fact]
    public async Task Another_evaluation_is_added_and_holds_and_the_first_stays()
    {
        var (pilot, measure) = await RunningAsync();
        await EvaluateAsync(pilot, Evaluation with { Values = [new StatedPilotValue(measure, Commune, "25")], Source = "Sổ" });

        Assert.Null((await EvaluateAsync(pilot, Evaluation with { Findings = "Lần hai", Values = [new StatedPilotValue(measure, Commune, "40")], Source = "Sổ" })).Refusal);

        var read = await ReadAsync(pilot);
        Assert.Equal(["Lần hai", "Đông người đọc hơn"], read.Evaluations.Select(of => of.Evaluation.Findings));
        Assert.Equal((30m, 3), (read.Measures[0].Lines[0].Change, await Stored().PilotValues.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_an_older_page_is_told_so()
    {
        var (pilot, _) = await RunningAsync();
        var (id, revision) = (new PilotEvaluationId(Guid.CreateVersion7()), await RevisionAsync(pilot));

        Assert.Null((await Evaluate.RunAsync(pilot, id, revision, Evaluation, Standing, Ct)).Refusal);
        Assert.Null((await Evaluate.RunAsync(pilot, id, revision, Evaluation, Standing, Ct)).Refusal);
        Assert.IsType<PilotChangedMeanwhile>((await Evaluate.RunAsync(pilot, new PilotEvaluationId(Guid.CreateVersion7()), revision, Evaluation, Standing, Ct)).Refusal);

        Assert.Equal(1, await ToldAsync<PilotEvaluated>(pilot));
    }

    public static TheoryData<string> Unfit => ["findings", "long", "source", "day", "future", "decide before", "decide late"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept(string what)
    {
        var (pilot, _) = await RunningAsync();
        (StatedPilotEvaluation Stated, Refusal Refusal) given = what switch
        {
            "findings" => (Evaluation with { Findings = " " }, new PilotFindingsMissing()),
            "long" => (Evaluation with { Findings = new string('a', StatedPilot.LongestText + 1) }, new PilotTextTooLong(StatedPilot.LongestText)),
            "source" => (Evaluation with { Source = new string('a', StatedPilot.LongestLine + 1) }, new PilotTextTooLong(StatedPilot.LongestLine)),
            "day" => (Evaluation with { EvaluatedOn = Stated.FirstDay.AddDays(-1) }, new PilotEvaluationDayUnfit(Stated.FirstDay, Today)),
            "future" => (Evaluation with { EvaluatedOn = Today.AddDays(1) }, new PilotEvaluationDayUnfit(Stated.FirstDay, Today)),
            "decide before" => (Evaluation with { DecideBy = Today.AddDays(-1) }, new PilotDecideByUnfit(Today, Today.AddYears(1))),
            _ => (Evaluation with { DecideBy = Today.AddYears(1).AddDays(1) }, new PilotDecideByUnfit(Today, Today.AddYears(1))),
        };

        Assert.Equal(given.Refusal, (await EvaluateAsync(pilot, given.Stated)).Refusal);

        Assert.Equal((PilotState.Running, 0), ((await StoredAsync(pilot)).State, await Stored().PilotEvaluations.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_leads_evaluates_and_who_looks_on_does_not()
    {
        var (pilot, _) = await RunningAsync();

        Assert.IsType<PilotNotYoursToChange>((await EvaluateAsync(pilot, Evaluation, Officer)).Refusal);
        Assert.IsType<PilotNotFound>((await EvaluateAsync(pilot, Evaluation, Neighbour)).Refusal);
        Assert.Null((await EvaluateAsync(pilot, Evaluation, Leading)).Refusal);
    }

    private async Task BeginAsync(PilotId pilot) => Assert.Null((await Move.RunAsync(pilot, await RevisionAsync(pilot), PilotStep.Begin, null, Standing, Ct)).Refusal);
}
