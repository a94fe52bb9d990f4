using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.PlanReading;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes;

public sealed class TargetsOnTheirWayTests : ReturnsTest
{
    private const string Share = "share(numerator, denominator) >= threshold";

    private static readonly TargetDefinition Rain = new()
    {
        Code = "T",
        Title = Given.Words("Mưa"),
        Indicator = "rain-share",
        Rule = Share,
        Clause = "mục 1",
        Milestones = [new Milestone(2030, 80)],
    };

    private static readonly Rebasing OnCommunes = new()
    {
        From = Given.Reform,
        Indicator = "rain-share",
        Rule = Share,
        Note = Given.Words("Chỉ tiêu giao cho cấp huyện; từ 01/7/2025 tính trên cấp xã"),
        Confirmed = false,
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("rain.counted", producer: Producer.Import),
                Given.Element("rain.total", producer: Producer.Import),
                Given.Element("commune.rain", producer: Producer.Import, overSubjects: OverSubjects.None),
                Given.Element("district.rain", leafLevel: SubjectLevel.District, producer: Producer.Import, overSubjects: OverSubjects.None),
                Given.Element("province.rain", leafLevel: SubjectLevel.Province, producer: Producer.Import, overSubjects: OverSubjects.None),
            ],
        });
        Given.Pack(Given.Indicators(
            Given.Indicator(),
            Given.Indicator("district-rain-share", "if(district.rain >= 1, 1, 0)", "1") with { Each = Each.Place },
            Given.Indicator("commune-rain", "commune.rain", "1") with { Kind = IndicatorKind.Level },
            Given.Indicator("province-rain", "province.rain", "1") with { Kind = IndicatorKind.Level }) with { ValidFrom = new DateOnly(2021, 1, 1) });
    }

    [Theory]
    [InlineData(400, 600, 80.0, "dự báo năm 2030 là 80.0: đạt.")]
    [InlineData(400, 599, 79.8, "dự báo năm 2030 là 79.8: chưa đạt.")]
    [InlineData(900, 799, 69.8, "dự báo năm 2030 là 69.8: chưa đạt.")]
    [InlineData(100, 790, 100.0, "dự báo năm 2030 là 100.0: đạt.")]
    [InlineData(400, 1, 0.0, "dự báo năm 2030 là 0.0: chưa đạt.")]
    [InlineData(400, 800, null, null)]
    public async Task What_its_year_will_bring_is_the_change_of_the_years_so_far_carried_on(long first, long now, double? forecast, string? sentence)
    {
        await GivenAsync(Rain);
        await RainAsync(2022, Commune, first);
        await RainAsync(2026, Commune, now);

        var milestone = Assert.Single((await JudgeAsync(2026)).Milestones);

        Assert.Equal((decimal?)forecast, milestone.Forecast);
        var said = new TargetWords(new Texts(), "vi", (_, printed) => printed.Value.ToString($"F{printed.Decimals}", CultureInfo.InvariantCulture)).Forecast(milestone);
        Assert.Equal(sentence is null ? null : $"Nếu mỗi năm tiếp tục thay đổi như bình quân từ năm 2022 đến năm 2026 thì {sentence}", said);
    }

    [Fact]
    public async Task With_one_year_known_nothing_is_forecast()
    {
        await GivenAsync(Rain);
        await RainAsync(2026, Commune, 500);

        Assert.Null(Assert.Single((await JudgeAsync(2026)).Milestones).Forecast);
    }

    [Theory]
    [InlineData(400, 600, Progress.OnTrack)]
    [InlineData(400, 599, Progress.Behind)]
    [InlineData(400, 800, Progress.Met)]
    [InlineData(700, 750, Progress.OnTrack)]
    [InlineData(900, 799, Progress.Behind)]
    public async Task Before_it_is_due_a_value_is_held_against_the_straight_line_from_the_first_year(long first, long now, Progress expected)
    {
        await GivenAsync(Rain);
        await RainAsync(2022, Commune, first);
        await RainAsync(2024, Commune, 1);
        await RainAsync(2026, Commune, now);

        var milestone = Assert.Single((await JudgeAsync(2026)).Milestones);

        Assert.Equal(expected, milestone.Progress);
        Assert.Equal(2022, milestone.Line!.FirstYear);
    }

    [Fact]
    public async Task With_one_year_known_the_pace_cannot_be_said_though_the_value_can()
    {
        await GivenAsync(Rain);
        await RainAsync(2026, Commune, 790);

        var milestone = Assert.Single((await JudgeAsync(2026)).Milestones);

        Assert.Equal((Progress.CannotSay, Verdict.NotMet, null), (milestone.Progress, milestone.Verdict, milestone.Unsaid));
        Assert.Equal("progress.NoPace", TargetWords.ProgressKey(milestone));
    }

    [Theory]
    [InlineData(2030, 799, Progress.NotMet)]
    [InlineData(2030, 800, Progress.Met)]
    [InlineData(2029, 799, Progress.OnTrack)]
    public async Task In_its_own_year_it_is_judged_and_not_compared(int shown, long value, Progress expected)
    {
        await GivenAsync(Rain);
        await RainAsync(2022, Commune, 400);
        await RainAsync(shown, Commune, value);

        var milestone = Assert.Single((await JudgeAsync(shown)).Milestones);

        Assert.Equal((expected, shown == 2030), (milestone.Progress, milestone.IsDue));
    }

    [Fact]
    public async Task After_its_year_it_is_judged_with_the_figures_of_its_year()
    {
        await GivenAsync(Rain with { Milestones = [new Milestone(2025, 60)] });
        await RainAsync(2025, Commune, 600);
        await RainAsync(2028, Commune, 100);

        var judged = await JudgeAsync(2028);

        Assert.Equal((Progress.Met, 2025), (judged.Milestones.Single().Progress, judged.Milestones.Single().Year));
        Assert.Equal([(2025, (decimal?)60m)], judged.Trend.Select(earlier => (earlier.Year, earlier.Reading.Value)));
    }

    [Theory]
    [InlineData(345, Progress.Met)]
    [InlineData(344, Progress.NotMet)]
    public async Task About_is_compared_as_the_rule_rounds(long value, Progress expected)
    {
        await GivenAsync(Rain with { Rule = "round(share(numerator, denominator), 0) >= threshold", Milestones = [new Milestone(2026, 35, TargetQualifier.About)] });
        await RainAsync(2026, Commune, value);

        Assert.Equal(expected, (await JudgeAsync(2026)).Milestones.Single().Progress);
    }

    [Fact]
    public async Task A_denominator_of_zero_is_no_value()
    {
        await GivenAsync(Rain);
        await RainAsync(2026, Commune, 0, of: 0);

        var milestone = (await JudgeAsync(2026)).Milestones.Single();

        Assert.Equal((Progress.CannotSay, Unsaid.NoValue), (milestone.Progress, milestone.Unsaid));
    }

    [Fact]
    public async Task The_levels_of_several_places_make_none_and_are_no_denominator_of_zero()
    {
        await GivenAsync(Rain with { Indicator = "commune-rain", Rule = "commune.rain >= threshold", Milestones = [new Milestone(2026, 2)] });
        await PostAsync(2026, Commune, ("commune.rain", 2));
        var alone = (await JudgeAsync(2026)).Milestones.Single();
        await PostAsync(2026, Given.Place("Nam Hải Lăng", under: Province), ("commune.rain", 3));

        var together = (await JudgeAsync(2026)).Milestones.Single();

        Assert.Equal((Progress.Met, null), (alone.Progress, alone.Unsaid));
        Assert.Equal((Progress.CannotSay, Unsaid.DoesNotAdd), (together.Progress, together.Unsaid));
    }

    [Fact]
    public async Task What_a_commune_that_is_missing_can_do_to_met_is_to_leave_it_unsaid()
    {
        var random = new Random(20_260_101);
        await GivenAsync(Rain with { Milestones = [new Milestone(2021, 50)] }, Rain with { Code = "U" });

        foreach (var year in Enumerable.Range(2021, 10))
        {
            await RainAsync(year, Commune, random.Next(1000));
        }

        var before = await AllAsync();
        Given.Place("Nam Hải Lăng", under: Province, from: new DateOnly(2020, 1, 1));
        var after = await AllAsync();

        Assert.Contains(Progress.Met, before);
        Assert.All(before.Zip(after), pair => Assert.True(pair.Second is Progress.CannotSay || (pair.First, pair.Second) is (Progress.Met, Progress.Met)));

        async Task<List<Progress>> AllAsync()
        {
            var all = new List<Progress>();

            foreach (var year in Enumerable.Range(2021, 10))
            {
                all.AddRange((await JudgeAllAsync(year)).SelectMany(target => target.Milestones).Select(milestone => milestone.Progress));
            }

            return all;
        }
    }

    [Fact]
    public async Task The_places_whose_figures_are_missing_are_counted_and_the_first_named()
    {
        await GivenAsync(Rain);
        var missing = Enumerable.Range(1, 5).Select(i => Given.Place($"Xã {i}", under: Province)).ToList();
        await RainAsync(2026, Commune, 700);

        var milestone = (await JudgeAsync(2026)).Milestones.Single();

        Assert.Equal(missing, milestone.Lacking.Order());
        Assert.Equal(missing.Take(3), milestone.Named.Select(place => place.Id));
        Assert.Equal("và 2 đơn vị khác", Words.MoreLacking(milestone));
    }

    [Fact]
    public async Task A_target_of_districts_is_judged_on_them_while_they_are_there_and_on_communes_since()
    {
        await GivenAsync(Rain with { Indicator = "district-rain-share", Rebasing = OnCommunes, Milestones = [new Milestone(2024, 100, TargetQualifier.Strive), new Milestone(2030, 80)] });
        var district = await DistrictAsync();
        await PostAsync(2024, district, ("district.rain", 1));
        await RainAsync(2025, Commune, 600);
        await RainAsync(2026, Commune, 700);

        var judged = await JudgeAsync(2026);

        Assert.Equal([Progress.Met, Progress.OnTrack], judged.Milestones.Select(milestone => milestone.Progress));
        Assert.Equal([null, OnCommunes.From], judged.Milestones.Select(milestone => milestone.Rebasing?.From));
        // Years that were measured on districts are shown, and are on no line with those since.
        Assert.Equal(["2024 (cấp huyện): 100,0", "2025: 60,0"], judged.Trend.Select(earlier => Words.Earlier(judged, earlier)));
        Assert.Equal(2025, judged.Milestones[1].Line!.FirstYear);
        Assert.Contains("từ 01/7/2025 tính trên cấp xã. Cách tính này chưa được", Words.Basis(judged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_of_districts_that_nobody_has_rebased_says_that_they_are_no_more()
    {
        await GivenAsync(Rain with { Indicator = "district-rain-share" });
        await PostAsync(2024, await DistrictAsync(), ("district.rain", 1));
        await Stored().PlaceCodes.Where(code => code.PlaceId == Province)
            .ExecuteUpdateAsync(row => row.SetProperty(code => code.ValidFrom, new DateOnly(2020, 1, 1)), Ct);

        var (then, now) = (await JudgeAsync(2024), await JudgeAsync(2026));

        Assert.Equal(Progress.Met, then.Milestones.Single().Progress);
        Assert.Equal((Progress.CannotSay, Unsaid.SubjectGone), (now.Milestones.Single().Progress, now.Milestones.Single().Unsaid));
    }

    [Fact]
    public async Task A_level_of_the_province_is_a_word_that_has_no_pace_and_no_commune_has_a_share_in_it()
    {
        await GivenAsync(Rain with { Indicator = "province-rain", Rule = "province.rain >= threshold", Milestones = [new Milestone(2030, 2)] });

        var open = (await JudgeAsync(2026)).Milestones.Single();
        await PostAsync(2026, Province, ("province.rain", 1));
        var one = (await JudgeAsync(2026)).Milestones.Single();

        Assert.Equal((Progress.CannotSay, Unsaid.NoFigures), (open.Progress, open.Unsaid));
        Assert.Equal((Progress.NotMet, null, null), (one.Progress, one.Gap, one.NeededPerYear));
        Assert.Empty(await JudgeAllAsync(2026, Commune));
    }

    private static TargetWords Words => new(
        new HieuHoc.Platform.Texts(), "vi", (_, printed) => printed.Value.ToString($"N{printed.Decimals}", CultureInfo.GetCultureInfo("vi-VN")));

    private async Task GivenAsync(params IReadOnlyList<TargetDefinition> targets) => Given.Programme(
        await Stored().PlaceCodes.Where(code => code.PlaceId == Province).Select(code => code.Code).SingleAsync(Ct),
        plan => plan with { Targets = targets });

    private async Task<int> DistrictAsync()
    {
        var id = Given.Place("Hải Lăng", under: Province, level: PlaceLevel.District, from: new DateOnly(2020, 1, 1));
        await using var db = Stored();
        await db.PlaceParents.Where(parent => parent.PlaceId == id).ExecuteUpdateAsync(row => row.SetProperty(parent => parent.ValidTo, Given.Reform.AddDays(-1)), Ct);

        return id;
    }

    private Task RainAsync(int year, int place, long counted, long of = 1000) => PostAsync(year, place, ("rain.counted", counted), ("rain.total", of));

    private async Task PostAsync(int year, int place, params IReadOnlyList<(string Element, long Value)> values)
    {
        // Before the reform the commune lay there too: the test is of years, not of places.
        await using var db = Engine.Open();
        await db.PlaceParents.Where(parent => parent.PlaceId == Commune).ExecuteUpdateAsync(row => row.SetProperty(parent => parent.ValidFrom, new DateOnly(2020, 1, 1)), Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var period = (await db.PeriodAsync(PeriodCode.Year(year), Ct)).Id;
        var posting = new Posting(1, place, period, Guid.CreateVersion7(), 1, Producer.Import, Clock.Now.Instant);
        Assert.Null(await db.PostFiguresAsync(Shelf, posting, values.ToDictionary(value => new FigureKey(value.Element), value => value.Value), Ct));
        await transaction.CommitAsync(Ct);
    }

    private async Task<JudgedTarget> JudgeAsync(int year) => Assert.Single(await JudgeAllAsync(year));

    private async Task<IReadOnlyList<JudgedTarget>> JudgeAllAsync(int year, int? place = null)
    {
        var db = Stored();
        var read = new ReadIndicators(db, Shelf);
        var period = PeriodCode.Year(year);
        var shown = await read.RunAsync(place ?? Province, period, await read.DefinitionsAsync(period, Agency, Ct), Agency, Ct);

        return (await new JudgeTargets(db, Shelf, read, new PlanShelf()).RunAsync(place ?? Province, year, shown.Value, null, Agency, Ct)).Value;
    }
}
