using System.Globalization;
using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes;

/// <summary>The plan as the packs say it, against its text (II.2): every threshold as it is written.</summary>
public sealed class PlanOfQuangTriTests
{
    private static readonly ProgrammePack Plan = Read<ProgrammePack>("programmes", "quang-tri-2021-2030", "2021.2");

    private static readonly IReadOnlyDictionary<string, IndicatorDefinition> Indicators = new[] { "learning-models", "learning-society" }
        .SelectMany(id => Read<IndicatorsPack>("indicators", id, "2026.1").Indicators)
        .ToDictionary(indicator => indicator.Code);

    [Theory]
    [InlineData("S4-T1", "2025: 100; 2030: 100")]
    [InlineData("S4-T2", "2025: 2; 2030: 2")]
    [InlineData("S4-T3", "2025: 100 Maintain; 2030: 100 Maintain")]
    [InlineData("S4-T4", "2025: 100 Maintain; 2030: 100 Maintain")]
    [InlineData("S4-T5", "2025: 100")]
    [InlineData("S4-T6", "2025: 100")]
    [InlineData("S4-T7a", "2024: 100 Strive; 2030: 100")]
    [InlineData("S4-T7b", "2024: 3 Strive; 2030: 3")]
    [InlineData("S4-T8", "2025: 60; 2030: 80")]
    [InlineData("S4-T9", "2025: 60; 2030: 80")]
    [InlineData("S4-T10", "2025: 35 About; 2030: 40 About")]
    [InlineData("S4-T11", "2025: 30; 2030: 35")]
    [InlineData("S4-T12", "2025: 65; 2030: 85")]
    [InlineData("S4-T13", "2025: 70; 2030: 85")]
    [InlineData("S4-T14", "2025: 60; 2030: 70")]
    [InlineData("S4-T15", "2025: 40; 2030: 60")]
    [InlineData("S4-T16", "2025: 1; 2030: 1")]
    public void Each_threshold_is_the_one_that_is_written(string code, string expected)
    {
        var milestones = Plan.Targets.Single(target => target.Code == code).Milestones.Select(milestone => string.Create(
            CultureInfo.InvariantCulture,
            $"{milestone.Year}: {milestone.Threshold}{(milestone.Qualifier is TargetQualifier.Exact ? "" : $" {milestone.Qualifier}")}"));

        Assert.Equal(expected, string.Join("; ", milestones));
    }

    [Fact]
    public void There_are_no_others_and_each_stands_under_a_heading_with_its_clause()
    {
        Assert.Equal(17, Plan.Targets.Count);
        Assert.All(Plan.Targets, target => Assert.Contains(target.Group, Plan.Groups.Select(group => group.Code)));
        Assert.All(Plan.Targets, target => Assert.StartsWith("Kế hoạch, mục II.2, phần 2.1", target.Clause, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_given_to_districts_is_measured_on_communes_since_the_reform_and_nobody_has_confirmed_how()
    {
        var districts = Plan.Targets.Where(target => target.Indicator.StartsWith("district-", StringComparison.Ordinal)).ToList();

        Assert.Equal(["S4-T1", "S4-T3", "S4-T4", "S4-T6", "S4-T7a", "S4-T15"], districts.Select(target => target.Code));
        Assert.All(districts, target => Assert.Equal((new DateOnly(2025, 7, 1), false), (target.Rebasing!.From, target.Rebasing.Confirmed)));
        Assert.All(districts, target => Assert.StartsWith("commune-", target.MeasureOn(new DateOnly(2025, 12, 31)).Indicator, StringComparison.Ordinal));
        Assert.All(districts, target => Assert.StartsWith("district-", target.MeasureOn(new DateOnly(2024, 12, 31)).Indicator, StringComparison.Ordinal));
    }

    [Fact]
    public void The_odd_share_of_degrees_is_kept_and_flagged() =>
        Assert.Contains("giữ nguyên văn", Plan.Targets.Single(target => target.Code == "S4-T11").Note!.Vi, StringComparison.Ordinal);

    [Fact]
    public void Levels_and_titles_of_the_province_are_words() => Assert.Equal(
        [("S4-T2", IndicatorKind.Level), ("S4-T7b", IndicatorKind.Level), ("S4-T16", IndicatorKind.YesNo)],
        Plan.Targets.Select(target => (target.Code, Indicators[target.Indicator].Kind)).Where(target => target.Kind is not IndicatorKind.Percent));

    [Theory]
    [InlineData("S4-T2", 2025, "ít nhất mức độ 2 vào năm 2025")]
    [InlineData("S4-T3", 2030, "duy trì 100 vào năm 2030")]
    [InlineData("S4-T7b", 2024, "phấn đấu mức độ 3 vào năm 2024")]
    [InlineData("S4-T10", 2025, "khoảng 35 vào năm 2025")]
    [InlineData("S4-T16", 2030, "phải đạt vào năm 2030")]
    public void A_milestone_reads_as_strictly_as_the_plan_words_it(string code, int year, string expected)
    {
        var target = Plan.Targets.Single(target => target.Code == code);
        var words = new TargetWords(new Texts(), "vi", (indicator, printed) => indicator?.Kind is IndicatorKind.Level ? $"mức độ {printed.Value}" : $"{printed.Value}");

        Assert.Equal(expected, words.Milestone(Indicators[target.Indicator], target.Milestones.Single(milestone => milestone.Year == year)));
    }

    private static T Read<T>(string kind, string id, string version) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(RepositoryFolder.Under("packs", kind, id, $"{version}.json")), Json.Readable)!;
}
