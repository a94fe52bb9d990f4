using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;

namespace HieuHoc.Tests.Programmes.Pilots;

/// <summary>What a pilot takes in which state; no database.</summary>
public sealed class PilotTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly StatedPilot Stated = new() { Name = "Thư viện mở", Model = "Mở cửa buổi tối", FirstDay = First, LastDay = Last, Lead = "A", Areas = "B" };

    public static TheoryData<PilotState> States => [.. Enum.GetValues<PilotState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void What_is_stated_and_measured_is_changed_while_it_is_prepared_alone(PilotState state)
    {
        var pilot = In(state);
        Refusal? expected = state is PilotState.Preparing ? null : new PilotStandsOtherwise(state);

        Assert.Equal(expected, pilot.Say(Stated with { Name = "Khác" }, 1));
        Assert.Equal(expected, pilot.ChangeMeasures());
        Assert.Equal(expected is null ? "Khác" : "Thư viện mở", pilot.Name);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void It_begins_when_it_was_prepared(PilotState state)
    {
        var pilot = In(state);

        var refusal = pilot.Take(PilotStep.Begin, "", 1, Today);

        Assert.Equal(state is PilotState.Preparing ? null : new PilotStandsOtherwise(state), refusal);
        Assert.Equal(state is PilotState.Preparing ? PilotState.Running : state, pilot.State);
    }

    [Fact]
    public void It_begins_on_its_first_day_and_with_a_baseline()
    {
        Assert.Equal(new PilotNotYet(First), In(PilotState.Preparing).Take(PilotStep.Begin, "", 1, First.AddDays(-1)));
        Assert.Null(In(PilotState.Preparing).Take(PilotStep.Begin, "", 1, First));
        Assert.Equal(new PilotWithoutBaseline(), In(PilotState.Preparing).Take(PilotStep.Begin, "", 0, Today));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void It_is_given_up_before_it_is_evaluated_with_a_reason(PilotState state)
    {
        var pilot = In(state);
        var may = state is PilotState.Preparing or PilotState.Running;

        Assert.Equal(may ? new PilotReasonMissing() : new PilotStandsOtherwise(state), pilot.Take(PilotStep.Cancel, "", 1, Today));
        Assert.Equal(may ? null : new PilotStandsOtherwise(state), pilot.Take(PilotStep.Cancel, "Lũ lụt", 1, Today));
        Assert.Equal(may ? (PilotState.Cancelled, "Lũ lụt") : (state, pilot.Reason), (pilot.State, pilot.Reason));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void It_is_evaluated_while_it_runs_and_again_until_it_is_decided(PilotState state)
    {
        var pilot = In(state);
        var may = state is PilotState.Running or PilotState.Evaluated;

        Assert.Equal(may ? null : new PilotStandsOtherwise(state), pilot.Evaluate(Today, Today));
        Assert.Equal(may ? PilotState.Evaluated : state, pilot.State);
    }

    [Fact]
    public void An_evaluation_is_of_a_day_since_the_first_and_until_today()
    {
        Assert.Null(In(PilotState.Running).Evaluate(First, Today));
        Assert.Equal(new PilotEvaluationDayUnfit(First, Today), In(PilotState.Running).Evaluate(First.AddDays(-1), Today));
        Assert.Equal(new PilotEvaluationDayUnfit(First, Today), In(PilotState.Running).Evaluate(Today.AddDays(1), Today));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void It_is_decided_once_it_was_evaluated(PilotState state)
    {
        var pilot = In(state);

        var refusal = pilot.Decide(new StatedPilotDecision(PilotDecision.Stop, "1/QĐ-UBND", Today, "", null), Today, Today);

        Assert.Equal(state is PilotState.Evaluated ? null : new PilotStandsOtherwise(state), refusal);
        Assert.Equal(state is PilotState.Evaluated ? PilotState.Stopped : state, pilot.State);
    }

    [Theory]
    [InlineData(PilotDecision.Replicate, PilotState.Replicated)]
    [InlineData(PilotDecision.Stop, PilotState.Stopped)]
    public void What_is_replicated_or_stopped_is_over(PilotDecision decision, PilotState expected)
    {
        var pilot = In(PilotState.Evaluated);

        Assert.Null(pilot.Decide(new StatedPilotDecision(decision, "1/QĐ-UBND", Today, "Toàn tỉnh", null), Today, Today));

        Assert.Equal((expected, false, null, Last), (pilot.State, pilot.IsOpen, pilot.NextDay(Today), pilot.LastDay));
    }

    [Fact]
    public void What_goes_on_runs_until_a_later_day()
    {
        var pilot = In(PilotState.Evaluated);
        var latest = First.AddYears(StatedPilot.MostYears);

        Assert.Equal(new PilotGoesOnUntilUnfit(Last, latest), pilot.Decide(GoOn(null), Today, Today));
        Assert.Equal(new PilotGoesOnUntilUnfit(Last, latest), pilot.Decide(GoOn(Last), Today, Today));
        Assert.Equal(new PilotGoesOnUntilUnfit(Last, latest), pilot.Decide(GoOn(latest.AddDays(1)), Today, Today));
        Assert.Null(pilot.Decide(GoOn(Last.AddDays(1)), Today, Today));
        Assert.Equal((PilotState.Running, Last.AddDays(1)), (pilot.State, pilot.NextDay(null)));
    }

    [Fact]
    public void A_decision_is_of_a_day_since_the_evaluation_and_until_today()
    {
        var pilot = In(PilotState.Evaluated);
        var evaluated = Today.AddDays(-5);

        Assert.Equal(new PilotDecisionDayUnfit(evaluated, Today), pilot.Decide(new StatedPilotDecision(PilotDecision.Stop, "1/QĐ", evaluated.AddDays(-1), "", null), evaluated, Today));
        Assert.Equal(new PilotDecisionDayUnfit(evaluated, Today), pilot.Decide(new StatedPilotDecision(PilotDecision.Stop, "1/QĐ", Today.AddDays(1), "", null), evaluated, Today));
    }

    [Fact]
    public void The_next_day_is_that_of_what_is_to_be_done_next()
    {
        Assert.Equal(First, In(PilotState.Preparing).NextDay(null));
        Assert.Equal(Last, In(PilotState.Running).NextDay(null));
        Assert.Equal(Today, In(PilotState.Evaluated).NextDay(Today));
        Assert.Null(In(PilotState.Evaluated).NextDay(null));
        Assert.Null(In(PilotState.Cancelled).NextDay(Today));
    }

    public static TheoryData<string> UnfitStatements =>
        ["name", "model", "number without day", "day without number", "no number", "period", "long period", "early", "lead", "areas", "many areas", "long name", "long model"];

    [Theory]
    [MemberData(nameof(UnfitStatements))]
    public void What_cannot_be_is_refused(string what)
    {
        (StatedPilot Stated, Refusal Refusal) given = what switch
        {
            "name" => (Stated with { Name = " " }, new PilotUnnamed()),
            "model" => (Stated with { Model = "\n" }, new PilotModelMissing()),
            "number without day" => (Stated with { DocumentNumber = "512/QĐ-UBND" }, new PilotDocumentUnfit()),
            "day without number" => (Stated with { DocumentDay = First }, new PilotDocumentUnfit()),
            "no number" => (Stated with { DocumentNumber = "QĐ", DocumentDay = First }, new PilotDocumentUnfit()),
            "period" => (Stated with { LastDay = First }, new PilotPeriodUnfit(StatedPilot.Earliest, StatedPilot.MostYears)),
            "long period" => (Stated with { LastDay = First.AddYears(StatedPilot.MostYears).AddDays(1) }, new PilotPeriodUnfit(StatedPilot.Earliest, StatedPilot.MostYears)),
            "early" => (Stated with { FirstDay = new DateOnly(1999, 12, 31), LastDay = new DateOnly(2000, 2, 1) }, new PilotPeriodUnfit(StatedPilot.Earliest, StatedPilot.MostYears)),
            "lead" => (Stated with { Lead = "" }, new PilotLeadMissing()),
            "areas" => (Stated with { Areas = " \n " }, new PilotAreasUnfit(StatedPilot.MostAreas)),
            "many areas" => (Stated with { Areas = string.Join('\n', Enumerable.Range(0, StatedPilot.MostAreas + 1)) }, new PilotAreasUnfit(StatedPilot.MostAreas)),
            "long name" => (Stated with { Name = new string('a', StatedPilot.LongestLine + 1) }, new PilotTextTooLong(StatedPilot.LongestLine)),
            _ => (Stated with { Model = new string('a', StatedPilot.LongestText + 1) }, new PilotTextTooLong(StatedPilot.LongestText)),
        };

        Assert.Equal(given.Refusal, given.Stated.Kept().Unfit());
        Assert.Null(Stated.Kept().Unfit());
    }

    [Fact]
    public void A_decision_has_a_number_and_what_is_replicated_a_place()
    {
        var stated = new StatedPilotDecision(PilotDecision.Replicate, "512/QĐ-UBND", Today, "Toàn tỉnh", Last.AddDays(1));

        Assert.Equal((null, null), (stated.Kept().Unfit(), stated.Kept().GoesOnUntil));
        Assert.Equal(new PilotDecisionNumberUnreadable(), (stated with { Number = "QĐ" }).Kept().Unfit());
        Assert.Equal(new PilotWhereToMissing(), (stated with { WhereTo = " " }).Kept().Unfit());
        Assert.Equal(new PilotTextTooLong(StatedPilot.LongestText), (stated with { WhereTo = new string('a', StatedPilot.LongestText + 1) }).Kept().Unfit());
        Assert.Equal("", (stated with { Decision = PilotDecision.Stop }).Kept().WhereTo);
    }

    private static StatedPilotDecision GoOn(DateOnly? until) => new(PilotDecision.GoOn, "1/QĐ-UBND", Today, "", until);

    /// <summary>A pilot that went its way to a state.</summary>
    private static Pilot In(PilotState state)
    {
        var pilot = new Pilot { Owner = 1, Id = new PilotId(Guid.Empty), MadeBy = null, MadeAt = default };
        Refusal?[] steps =
        [
            pilot.Say(Stated.Kept(), 1),
            state is PilotState.Preparing ? null : state is PilotState.Cancelled ? pilot.Take(PilotStep.Cancel, "Bão", 0, Today) : pilot.Take(PilotStep.Begin, "", 1, Today),
            state is PilotState.Evaluated or PilotState.Replicated or PilotState.Stopped ? pilot.Evaluate(Today, Today) : null,
            state switch
            {
                PilotState.Replicated => pilot.Decide(new StatedPilotDecision(PilotDecision.Replicate, "1/QĐ", Today, "Toàn tỉnh", null), Today, Today),
                PilotState.Stopped => pilot.Decide(new StatedPilotDecision(PilotDecision.Stop, "1/QĐ", Today, "", null), Today, Today),
                PilotState.Preparing or PilotState.Running or PilotState.Evaluated or PilotState.Cancelled => null,
            },
        ];
        Assert.All(steps, Assert.Null);
        Assert.Equal(state, pilot.State);

        return pilot;
    }
}
