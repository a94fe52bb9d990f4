using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes;

public sealed class JudgeTargetsTests : ReturnsTest
{
    private JudgeTargets JudgeTargets => new(Db, Shelf, new ReadIndicators(Db, Shelf), new PlanShelf());

    [Fact]
    public async Task Exactly_the_threshold_is_met()
    {
        await GivenPlanAsync(ThisYear);
        Given.Confirmed(Round, Commune, Citizens(100_000, 60_000));

        var milestone = await MilestoneAsync(2026);

        Assert.Equal(Verdict.Met, milestone.Verdict);
    }

    [Fact]
    public async Task What_only_prints_as_the_threshold_is_not_met()
    {
        await GivenPlanAsync(ThisYear);
        Given.Confirmed(Round, Commune, Citizens(100_000, 59_999));

        var target = Assert.Single(await JudgeAsync());

        Assert.Equal("60,0", VietnameseNumber.Write(target.Reading!.Value, 1));
        Assert.Equal(Verdict.NotMet, target.Milestones.Single().Verdict);
    }

    [Fact]
    public async Task A_rule_may_compare_what_is_printed_and_then_nothing_more_is_needed()
    {
        await GivenPlanAsync(plan => plan with
        {
            Targets = [plan.Targets[0] with { Rule = "round(share(citizen.recognised, citizen.adults), 1) >= threshold", Milestones = [new Milestone(2030, 60)] }],
        });
        Given.Confirmed(Round, Commune, Citizens(100_000, 59_999));

        var milestone = await MilestoneAsync(2030);

        Assert.Equal((Verdict.Met, null), (milestone.Verdict, milestone.NeededPerYear));
    }

    [Fact]
    public async Task Where_less_is_better_a_target_that_is_met_needs_no_growth()
    {
        await GivenPlanAsync(plan => plan with
        {
            Targets = [plan.Targets[0] with { Rule = "share(citizen.recognised, citizen.adults) <= threshold", Milestones = [new Milestone(2030, 60)] }],
        });
        Given.Confirmed(Round, Commune, Citizens(1000, 100));

        var milestone = await MilestoneAsync(2030);

        Assert.Equal((Verdict.Met, null), (milestone.Verdict, milestone.NeededPerYear));
    }

    [Fact]
    public async Task While_one_commune_is_missing_nothing_can_be_said()
    {
        await GivenPlanAsync();
        Given.Confirmed(Round, Commune, Citizens(1000, 900));
        Given.Return(Round, Given.Place("Nam Hải Lăng", under: Province), ReturnState.Sent);

        var target = Assert.Single(await JudgeAsync());

        Assert.All(target.Milestones, milestone => Assert.Equal((Verdict.CannotSay, null), (milestone.Verdict, milestone.NeededPerYear)));
        Assert.Equal(90m, target.Reading!.ValueSoFar);
        Assert.Equal(["citizen.adults", "citizen.recognised"], target.Milestones[^1].Explanation.Missing.Order());
    }

    [Theory]
    [InlineData(300, 2030, 10)]
    [InlineData(640, 2030, 1.5)]
    [InlineData(0, 2030, 17.5)]
    public async Task The_growth_needed_is_shared_over_the_years_that_are_left(long recognised, int year, double needed)
    {
        await GivenPlanAsync();
        Given.Confirmed(Round, Commune, Citizens(1000, recognised));

        var milestone = await MilestoneAsync(year);

        Assert.Equal((Verdict.NotMet, (decimal?)needed), (milestone.Verdict, milestone.NeededPerYear));
    }

    [Fact]
    public async Task A_milestone_of_this_very_year_has_no_years_left()
    {
        await GivenPlanAsync(plan => plan with { Targets = [plan.Targets[0] with { Milestones = [new Milestone(2026, 60)] }] });
        Given.Confirmed(Round, Commune, Citizens(1000, 300));

        var milestone = await MilestoneAsync(2026);

        Assert.Equal((Verdict.NotMet, null), (milestone.Verdict, milestone.NeededPerYear));
    }

    [Fact]
    public async Task What_is_reached_needs_no_growth()
    {
        await GivenPlanAsync();
        Given.Confirmed(Round, Commune, Citizens(1000, 701));

        var milestone = await MilestoneAsync(2030);

        Assert.Equal((Verdict.Met, null), (milestone.Verdict, milestone.NeededPerYear));
    }

    [Fact]
    public async Task The_explanation_carries_the_numbers()
    {
        await GivenPlanAsync();
        Given.Confirmed(Round, Commune, Citizens(1000, 300));

        var explanation = (await MilestoneAsync(2030)).Explanation;

        var parts = Flat(explanation).ToDictionary(part => part.Text, part => part.Value);
        Assert.Equal(
            (300m, 1000m, 30m, 70m),
            (parts["citizen.recognised"], parts["citizen.adults"], parts["share(citizen.recognised, citizen.adults)"], parts["threshold"]));
    }

    [Fact]
    public async Task A_target_of_an_indicator_that_does_not_hold_in_the_year_stays_and_says_why()
    {
        await GivenPlanAsync(plan => plan with { Targets = [plan.Targets[0], plan.Targets[0] with { Code = "X", Indicator = "snow-share" }] });

        var targets = await JudgeAsync();

        Assert.Equal(["S4-T14", "X"], targets.Select(target => target.Target.Code));
        Assert.All(targets[1].Milestones, milestone => Assert.Equal((Verdict.CannotSay, Unsaid.NotDefined), (milestone.Verdict, milestone.Unsaid)));
    }

    [Fact]
    public async Task One_commune_is_judged_by_the_same_targets()
    {
        await GivenPlanAsync(plan => plan with { Targets = [plan.Targets[0] with { Milestones = [new Milestone(2026, 60), new Milestone(2030, 70)] }] });
        Given.Confirmed(Round, Commune, Citizens(1000, 650));
        Given.Return(Round, Given.Place("Nam Hải Lăng", under: Province));

        var targets = await JudgeAsync(Commune);

        Assert.Equal([Verdict.Met, Verdict.NotMet], Assert.Single(targets).Milestones.Select(milestone => milestone.Verdict));
    }

    [Fact]
    public async Task A_count_of_the_province_is_that_of_its_communes_together_and_of_none_of_them()
    {
        await GivenCountAsync(new Milestone(2026, 900));
        Given.Confirmed(Round, Commune, Citizens(1000, 650));
        Given.Confirmed(Round, Given.Place("Nam Hải Lăng", under: Province), Citizens(1000, 250));

        var target = Assert.Single(await JudgeAsync());

        Assert.Equal((Verdict.Met, 900m), (target.Milestones.Single().Verdict, target.Reading!.Value));
        Assert.Empty(await JudgeAsync(Commune));
    }

    [Fact]
    public async Task A_count_that_every_commune_is_to_have_is_judged_in_each_and_never_by_the_sum_of_all()
    {
        Given.Pack(Given.Indicators(Given.Indicator("citizen-count", "citizen.recognised", "1") with { Kind = IndicatorKind.Count, Decimals = 0 }));
        await GivenPlanAsync(plan => plan with
        {
            Targets = [],
            Plans =
            [
                new PlanContent(
                    new PlanHead("plan", "1/KH", null, null, "Kế hoạch", null, null, null, Truncated: false), [],
                    [new PlanTarget("II.1", "công dân", TargetKind.Count, 300, TargetQualifier.AtLeast, 2026, null, null, new TargetLink("citizen-count")) { Each = "xã, phường" }], [], [], [], [], []),
            ],
        });
        Given.Confirmed(Round, Commune, Citizens(1000, 650));
        var neighbour = Given.Place("Nam Hải Lăng", under: Province);
        Given.Confirmed(Round, neighbour, Citizens(1000, 250));

        Assert.Equal(Verdict.Met, Assert.Single(Assert.Single(await JudgeAsync(Commune)).Milestones).Verdict);
        Assert.Equal(Verdict.NotMet, Assert.Single(Assert.Single(await JudgeAsync(neighbour)).Milestones).Verdict);
        Assert.Empty(await JudgeAsync());
    }

    [Fact]
    public async Task A_count_for_a_kind_of_area_is_that_of_each_place_in_it()
    {
        await GivenCountAsync(new Milestone(2026, 700) { Area = "specially difficult" });
        Db.Add(new PlaceClass { PlaceId = Commune, Class = "Xã đặc biệt khó khăn", LegalBasis = "12/QĐ", Confirmed = true, ValidFrom = new DateOnly(2026, 1, 1), ValidTo = null });
        await Db.SaveChangesAsync(Ct);
        Given.Confirmed(Round, Commune, Citizens(1000, 650));
        var neighbour = Given.Place("Nam Hải Lăng", under: Province);
        Given.Confirmed(Round, neighbour, Citizens(1000, 250));

        var milestone = Assert.Single(Assert.Single(await JudgeAsync(Commune)).Milestones);

        Assert.Equal((Verdict.NotMet, 50m), (milestone.Verdict, milestone.Gap));
        Assert.Empty((await JudgeAsync()).Concat(await JudgeAsync(neighbour)));
    }

    [Fact]
    public async Task Another_province_s_plan_judges_nothing_here()
    {
        Given.Programme("no-such-code");
        Given.Confirmed(Round, Commune);

        var targets = await JudgeAsync();

        Assert.Empty(targets);
    }

    [Theory]
    [InlineData(2020, false)]
    [InlineData(2021, false)]
    [InlineData(2025, true)]
    [InlineData(2030, true)]
    [InlineData(2031, false)]
    public async Task A_plan_judges_the_years_of_its_validity_while_the_code_is_the_province_s(int year, bool found)
    {
        await GivenPlanAsync();

        var plan = await JudgeTargets.ProgrammeAsync(Agency, new DateOnly(year, 12, 31), Ct);

        Assert.Equal(found, plan is not null);
    }

    private async Task GivenPlanAsync(Func<ProgrammePack, ProgrammePack>? change = null) =>
        Given.Programme(await Stored().PlaceCodes.Where(code => code.PlaceId == Province).Select(code => code.Code).SingleAsync(Ct), change);

    private async Task GivenCountAsync(Milestone milestone)
    {
        Given.Pack(Given.Indicators(Given.Indicator("citizen-count", "citizen.recognised", "1") with { Kind = IndicatorKind.Count, Decimals = 0 }));
        await GivenPlanAsync(plan => plan with { Targets = [plan.Targets[0] with { Indicator = "citizen-count", Rule = "numerator >= threshold", Milestones = [milestone] }] });
    }

    private static ProgrammePack ThisYear(ProgrammePack plan) =>
        plan with { Targets = [plan.Targets[0] with { Milestones = [new Milestone(2026, 60)] }] };

    private static IReadOnlyDictionary<string, long> Citizens(long adults, long recognised) =>
        Given.Answers(citizens: new Counted(adults, adults, recognised));

    private Task<IReadOnlyList<JudgedTarget>> JudgeAsync() => JudgeAsync(Province);

    private async Task<IReadOnlyList<JudgedTarget>> JudgeAsync(int place)
    {
        var readIndicators = new ReadIndicators(Db, Shelf);
        var year = PeriodCode.Year(2026);
        var read = await readIndicators.RunAsync(place, year, await readIndicators.DefinitionsAsync(year, Agency, Ct), Agency, Ct);

        return (await JudgeTargets.RunAsync(place, 2026, read.Value, null, Agency, Ct)).Value;
    }

    private async Task<JudgedMilestone> MilestoneAsync(int year) =>
        Assert.Single(await JudgeAsync()).Milestones.Single(milestone => milestone.Milestone.Year == year);

    private static IEnumerable<Explanation> Flat(Explanation explanation) =>
        explanation.Parts.SelectMany(Flat).Prepend(explanation).DistinctBy(part => part.Text);
}
