using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Own;

/// <summary>The programme wants 60 % of citizens by 2026 and 70 % by 2030; the commune may want more.</summary>
public sealed class SetOwnValueTests : ReturnsTest
{
    private static StatedOwnValue More { get; } = new("citizen-share", 2030, 75.5m, "12/NQ-HĐND", new DateOnly(2026, 1, 15));

    private OwnValueId Id { get; } = new(Guid.CreateVersion7());

    private SetOwnValue Set => new(Db, new ReadOwnTargets(Db, Judge(Db), new ReadIndicators(Db, Shelf), Clock), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PlanAsync(new Milestone(2025, 50), new Milestone(2026, 60), new Milestone(2030, 70));
    }

    [Fact]
    public async Task The_commune_is_judged_by_what_it_wants_and_the_province_and_its_neighbour_by_what_the_programme_wants()
    {
        Assert.Null(await SetAsync(More));
        var neighbour = Given.Place("Nam Hải Lăng", under: Province);
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, 720)));
        Given.Confirmed(Round, neighbour, Given.Answers(citizens: new Counted(1000, 1000, 720)));

        var own = (await JudgedAsync(Commune)).Milestones.Single(milestone => milestone.Milestone.Year == 2030);
        var theirs = (await JudgedAsync(neighbour)).Milestones.Single(milestone => milestone.Milestone.Year == 2030);
        var all = (await JudgedAsync(Province)).Milestones.Single(milestone => milestone.Milestone.Year == 2030);

        Assert.Equal((Verdict.NotMet, 75.5m, new RaisedValue(70, "12/NQ-HĐND", More.DecidedOn)), (own.Verdict, own.Milestone.Threshold, own.Milestone.Raised));
        Assert.Equal([(Verdict.Met, 70m, null), (Verdict.Met, 70m, null)], new[] { theirs, all }.Select(milestone => (milestone.Verdict, milestone.Milestone.Threshold, milestone.Milestone.Raised)));
        Assert.Equal(
            "Xã đặt cao hơn mức chung của chương trình (70), theo 12/NQ-HĐND ngày 15/01/2026.", new TargetWords(new Texts(), "vi", (_, printed) => $"{printed.Value:0}").Raised(own));
    }

    [Theory]
    [InlineData(70.0)]
    [InlineData(69.99)]
    [InlineData(0.0)]
    public async Task Never_less_than_the_programme_nor_the_same(double wanted) => Assert.Equal(new OwnValueNotBeyond(70), await SetAsync(More with { Threshold = (decimal)wanted }));

    [Fact]
    public async Task Where_less_is_better_beyond_is_below()
    {
        Given.Pack(Given.Indicators(Given.Indicator("late-share", "citizen.recognised", "citizen.adults", Direction.Down)));
        await PlanAsync("late-share", new Milestone(2030, 5));

        Assert.Equal(new OwnValueNotBeyond(5), await SetAsync(More with { Indicator = "late-share", Threshold = 6 }));
        Assert.Null(await SetAsync(More with { Indicator = "late-share", Threshold = 4 }));
    }

    [Theory]
    [InlineData(100.01)]
    [InlineData(80.555)]
    public async Task A_percentage_is_at_most_a_hundred_with_two_decimals(double wanted) => Assert.Equal(new OwnValueOutOfRange(), await SetAsync(More with { Threshold = (decimal)wanted }));

    [Fact]
    public async Task It_stands_in_a_decision_that_was_taken()
    {
        Assert.Equal(new OwnValueDecisionMissing(), await SetAsync(More with { Decision = "  " }));
        Assert.Equal(new OwnValueDecisionMissing(), await SetAsync(More with { Decision = new string('x', 101) }));
        Assert.Equal(new OwnValueDayAhead(), await SetAsync(More with { DecidedOn = Clock.Now.Day.AddDays(1) }));
        Assert.Null(await SetAsync(More with { DecidedOn = Clock.Now.Day }));
    }

    [Theory]
    [InlineData("citizen-share", 2025)]
    [InlineData("citizen-share", 2028)]
    [InlineData("snow-share", 2030)]
    public async Task A_year_that_is_over_and_what_the_programme_does_not_want_cannot_be_set(string indicator, int year) =>
        Assert.Equal(new OwnValueTargetUnknown(), await SetAsync(More with { Indicator = indicator, Year = year }));

    [Fact]
    public async Task Of_all_that_there_is_nobody_wants_more_and_of_how_many_communes_reach_something_one_commune_has_no_share()
    {
        Given.Pack(Given.Indicators(Given.Indicator("dry-share", "if(citizen.recognised >= 1, 1, 0)", "1") with { Each = Each.Place }));
        await PlanAsync("dry-share", new Milestone(2030, 60));
        Assert.Equal(new OwnValueTargetUnknown(), await SetAsync(More with { Indicator = "dry-share" }));

        await PlanAsync("citizen-share", new Milestone(2030, 100));
        Assert.Equal(new OwnValueTargetUnknown(), await SetAsync(More with { Threshold = 100 }));
    }

    [Fact]
    public async Task The_last_day_of_its_year_is_not_over() => Assert.Null(await SetAsync(More with { Year = 2026, Threshold = 61 }));

    [Fact]
    public async Task The_commune_takes_it_back_and_every_version_stays()
    {
        await SetAsync(More);
        Assert.Null(await SetAsync(More with { Threshold = null, Decision = "13/NQ-HĐND" }, startedFrom: 1));

        Assert.Equal((70m, null), (await JudgedAsync(Commune)).Milestones.Where(milestone => milestone.Milestone.Year == 2030).Select(milestone => (milestone.Milestone.Threshold, milestone.Milestone.Raised)).Single());
        Assert.Equal(2, await Stored().OwnValues.CountAsync(Ct));
        Assert.Equal(2, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(OwnValueSet), Ct));
    }

    [Fact]
    public async Task What_the_programme_raises_above_it_goes_before_it()
    {
        await SetAsync(More);
        await PlanAsync("citizen-share", new Milestone(2030, 80));

        Assert.Equal((80m, null), (await JudgedAsync(Commune)).Milestones.Select(milestone => (milestone.Milestone.Threshold, milestone.Milestone.Raised)).Single());
    }

    [Fact]
    public async Task The_same_once_more_changes_nothing_and_of_two_people_the_second_is_told()
    {
        Assert.Null(await SetAsync(More, id: Id));
        Assert.Null(await SetAsync(More, id: Id));

        Assert.Equal(new OwnValueChangedMeanwhile(), await SetAsync(More with { Threshold = 90 }, id: Id));
        Assert.Equal(new OwnValueChangedMeanwhile(), await SetAsync(More with { Threshold = 90 }));
        Assert.Equal(1, await Stored().OwnValues.CountAsync(Ct));
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    public async Task Only_who_works_for_the_commune_sets_it(Role role) => Assert.Equal(new OwnValuesNotYours(), await SetAsync(More, by: As(role)));

    [Fact]
    public async Task Its_leader_may_too() => Assert.Null(await SetAsync(More, by: Leader));

    private JudgeTargets Judge(HieuHocDb db) => new(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf());

    private Task PlanAsync(params IReadOnlyList<Milestone> milestones) => PlanAsync("citizen-share", milestones);

    private async Task PlanAsync(string indicator, params IReadOnlyList<Milestone> milestones)
    {
        var number = await Stored().Packs.CountAsync(Ct);
        Given.Programme((await Stored().JurisdictionAsync(1, Ct)).Province!, plan => plan with
        {
            Version = $"{number}", Targets = [plan.Targets[0] with { Indicator = indicator, Rule = indicator == "late-share" ? "share(numerator, denominator) <= threshold" : "share(numerator, denominator) >= threshold", Milestones = milestones }],
        });
    }

    private async Task<Refusal?> SetAsync(StatedOwnValue stated, int startedFrom = 0, OwnValueId? id = null, Actor? by = null) =>
        (await Set.RunAsync(id ?? new OwnValueId(Guid.CreateVersion7()), startedFrom, stated, by ?? Officer, Ct)).Refusal;

    private async Task<JudgedTarget> JudgedAsync(int place)
    {
        var db = Stored();
        var read = new ReadIndicators(db, Shelf);
        var period = PeriodCode.Year(2026);
        var shown = await read.RunAsync(place, period, await read.DefinitionsAsync(period, Agency, Ct), Agency, Ct);

        return Assert.Single((await Judge(db).RunAsync(place, 2026, shown.Value, null, Agency, Ct)).Value);
    }
}
