using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Tests.Programmes;

public sealed class LinkedTargetsTests
{
    private static readonly TargetDefinition Citizens = new()
    {
        Code = "T14", Title = new LocalText("Công dân học tập", "Learning citizens"), Indicator = "citizen-share", Rule = "share(numerator, denominator) >= threshold",
    };

    private static readonly PlanTarget Target = new("II.1", "công dân đạt danh hiệu công dân học tập", TargetKind.Percent, 70, TargetQualifier.Exact, 2030, null, null, new TargetLink("citizen-share"));

    [Fact]
    public void A_target_gets_the_milestones_of_the_plans_that_are_linked_to_its_indicator()
    {
        var target = Assert.Single(Of([Citizens], Plan("12/KH-UBND", Target with { Year = 2030 }, Target with { Clause = "I.2", Value = 60, Year = 2025, Qualifier = TargetQualifier.About })));

        Assert.Equal([(2025, 60m, TargetQualifier.About), (2030, 70m, TargetQualifier.Exact)], target.Milestones.Select(milestone => (milestone.Year, milestone.Threshold!.Value, milestone.Qualifier)));
        Assert.Equal([new PlanClause("12/KH-UBND", "I.2"), new PlanClause("12/KH-UBND", "II.1")], target.Milestones.SelectMany(milestone => milestone.Sources));
    }

    [Fact]
    public void What_two_plans_say_alike_is_one_milestone_and_what_they_say_otherwise_stands_side_by_side()
    {
        var alike = Assert.Single(Of([Citizens], Plan("1/KH", Target), Plan("2/KH", Target with { Clause = "III" })));
        var otherwise = Assert.Single(Of([Citizens], Plan("1/KH", Target), Plan("2/KH", Target with { Value = 80 })));

        Assert.Equal([new PlanClause("1/KH", "II.1"), new PlanClause("2/KH", "III")], Assert.Single(alike.Milestones).Sources);
        Assert.Equal([(70m, "1/KH"), (80m, "2/KH")], otherwise.Milestones.Select(milestone => (milestone.Threshold!.Value, milestone.Sources.Single().Plan)));
    }

    [Fact]
    public void A_target_that_the_programme_does_not_name_is_judged_by_the_indicator_s_own_rule()
    {
        var targets = Of([Citizens], Plan("1/KH", Target with { Subject = "đơn vị đạt danh hiệu", Link = new TargetLink("late-share") }));

        Assert.Empty(targets[0].Milestones);
        Assert.Equal(("late-share", "Đơn vị đạt danh hiệu", "share(numerator, denominator) <= threshold"), (targets[1].Code, targets[1].Title.Vi, targets[1].Rule));
    }

    [Fact]
    public void What_every_commune_is_to_have_is_wanted_of_each_and_what_every_family_is_to_have_of_nobody()
    {
        var count = Target with { Measure = TargetKind.Count, Value = 1, Link = new TargetLink("count") };

        Assert.Equal(PlaceLevel.Commune, Assert.Single(Assert.Single(Of([], Plan("1/KH", count with { Each = "xã, phường" }))).Milestones).Each);
        Assert.Null(Assert.Single(Assert.Single(Of([], Plan("1/KH", count))).Milestones).Each);
        Assert.Empty(Of([], Plan("1/KH", count with { Each = "gia đình" })));
    }

    [Theory]
    [InlineData("xã, phường, đặc khu", PlaceLevel.Commune)]
    [InlineData("thị trấn", PlaceLevel.Commune)]
    [InlineData("thị xã", PlaceLevel.District)]
    [InlineData("huyện, thành phố", PlaceLevel.District)]
    [InlineData("thôn, bản", PlaceLevel.Village)]
    [InlineData("xảnh", null)]
    [InlineData("gia đình", null)]
    public void Words_for_places_have_their_level(string words, PlaceLevel? level) => Assert.Equal(level, PlanHoldings.LevelOf(words));

    [Fact]
    public void No_more_than_a_number_of_what_is_the_better_the_more_there_is_judges_nothing()
    {
        Assert.Empty(Assert.Single(Of([Citizens], Plan("1/KH", Target with { Qualifier = TargetQualifier.AtMost }))).Milestones);
        Assert.Single(Of([], Plan("1/KH", Target with { Qualifier = TargetQualifier.AtMost, Link = new TargetLink("late-share") })));
    }

    [Fact]
    public void What_is_linked_to_nothing_or_to_what_no_pack_has_sets_nothing() =>
        Assert.Empty(Assert.Single(Of([Citizens], Plan("1/KH", Target with { Link = null }, Target with { Link = new TargetLink("snow-share") }))).Milestones);

    [Theory]
    [InlineData(TargetKind.Percent, "citizen-share", 70.0, 70.0)]
    [InlineData(TargetKind.Level, "level", 3.0, 3.0)]
    [InlineData(TargetKind.Achieved, "yes-no", null, 1.0)]
    [InlineData(TargetKind.Level, "citizen-share", 3.0, 100.0)]
    [InlineData(TargetKind.Achieved, "citizen-share", null, 100.0)]
    [InlineData(TargetKind.Count, "ratio", 2.0, 2.0)]
    [InlineData(TargetKind.Count, "count", 20.0, 20.0)]
    [InlineData(TargetKind.Percent, "count", 20.0, null)]
    [InlineData(TargetKind.Percent, "level", 70.0, null)]
    [InlineData(TargetKind.Count, "citizen-share", 2.0, null)]
    [InlineData(TargetKind.Achieved, "level", null, null)]
    public void The_number_of_a_plan_is_one_of_the_indicator_s_or_none(TargetKind measure, string indicator, double? value, double? expected) =>
        Assert.Equal((decimal?)expected, LinkedTargets.ThresholdOf(Target with { Measure = measure, Value = (decimal?)value }, Known[indicator]));

    [Fact]
    public void What_a_person_says_of_year_and_number_holds_and_without_a_year_the_plan_s_last_one()
    {
        var said = Assert.Single(Of([Citizens], Plan("1/KH", Target with { Link = new TargetLink("citizen-share", 2029, 65) })));
        var open = Assert.Single(Of([Citizens], Plan("1/KH", Target with { Year = null })));

        Assert.Equal((2029, 65m), (said.Milestones.Single().Year, said.Milestones.Single().Threshold));
        Assert.Equal(2035, open.Milestones.Single().Year);
    }

    [Fact]
    public void The_value_of_an_area_stays_apart_from_that_of_all() => Assert.Equal(
        [(null, 70m), ("specially difficult", 50m)],
        Assert.Single(Of([Citizens], Plan("1/KH", Target, Target with { Area = "specially difficult", Value = 50 }))).Milestones.Select(milestone => (milestone.Area, milestone.Threshold!.Value)));

    [Fact]
    public void How_a_target_goes_on_without_those_it_was_given_to_a_person_says_and_that_goes_before_the_pack()
    {
        var after = new TargetAfter(new DateOnly(2025, 7, 1), "late-share", "Thông báo 12/TB-UBND.");
        var target = Assert.Single(Of([Citizens with { Rebasing = Assumed }], Plan("1/KH", Target with { Link = Target.Link! with { After = after } })));

        Assert.Equal(("late-share", "share(numerator, denominator) <= threshold", "Thông báo 12/TB-UBND", true), (target.Rebasing!.Indicator, target.Rebasing.Rule, target.Rebasing.Note.Vi, target.Rebasing.Confirmed));
        Assert.Equal(Assumed, Assert.Single(Of([Citizens with { Rebasing = Assumed }], Plan("1/KH", Target))).Rebasing);
    }

    [Fact]
    public void A_person_closes_a_target()
    {
        var target = Assert.Single(Of([Citizens], Plan("1/KH", Target with { Link = Target.Link! with { After = new TargetAfter(new DateOnly(2025, 7, 1), null, "Cấp huyện không còn") } })));

        Assert.Equal((new DateOnly(2025, 7, 1), "Cấp huyện không còn", null), (target.Closing!.From, target.Closing.Note.Vi, target.Rebasing));
    }

    private static Rebasing Assumed { get; } = new() { From = new DateOnly(2025, 7, 1), Indicator = "ratio", Rule = "numerator >= threshold", Note = new LocalText("x", "x"), Confirmed = false };

    private static Dictionary<string, IndicatorDefinition> Known { get; } = new[]
    {
        Indicator("citizen-share", IndicatorKind.Percent), Indicator("late-share", IndicatorKind.Percent) with { Direction = Direction.Down },
        Indicator("level", IndicatorKind.Level), Indicator("yes-no", IndicatorKind.YesNo), Indicator("ratio", IndicatorKind.Ratio),
        Indicator("count", IndicatorKind.Count),
    }.ToDictionary(indicator => indicator.Code);

    private static IReadOnlyList<TargetDefinition> Of(IReadOnlyList<TargetDefinition> defined, params IReadOnlyList<PlanContent> plans) => LinkedTargets.Of(defined, plans, Known);

    private static PlanContent Plan(string number, params IReadOnlyList<PlanTarget> targets) => new(
        new PlanHead("plan", number, null, "UBND tỉnh", "Xây dựng xã hội học tập", null, null, new PlanYears(2026, 2035), Truncated: false), [], targets, [], [], [], [], []);

    private static IndicatorDefinition Indicator(string code, IndicatorKind kind) => new()
    {
        Code = code, Title = new LocalText(code, code), Definition = new LocalText(code, code), Kind = kind, Numerator = "a", Denominator = "b",
        NumeratorTitle = new LocalText("a", "a"), DenominatorTitle = new LocalText("b", "b"), Decimals = 1, Direction = Direction.Up, Citation = "x",
    };
}
