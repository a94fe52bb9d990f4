using System.Globalization;
using HieuHoc.Figures;
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

/// <summary>A target of which a sample survey speaks, beside the communes' counts or in their place.</summary>
public sealed class SurveysJudgeTests : ReturnsTest
{
    private const string Skilled = "rain-share";

    private static readonly TargetDefinition Target = new()
    {
        Code = "T",
        Title = Given.Words("Mưa"),
        Indicator = Skilled,
        Rule = "share(rain.counted, rain.total) >= threshold",
        Clause = "mục 1",
        Milestones = [new Milestone(2026, 60)],
    };

    private static TargetWords Words => new(
        new Texts(), "vi", (_, printed) => $"{printed.Value.ToString($"N{printed.Decimals}", CultureInfo.GetCultureInfo("vi-VN"))} %");

    // 763 in 1200 is 60.8 to 66.3; 720 is 57.2 to 62.8; 684 is 54.1 to 59.8.
    [Theory]
    [InlineData(763, Verdict.Met, Progress.Met, null)]
    [InlineData(720, Verdict.CannotSay, Progress.CannotSay, Unsaid.WithinInterval)]
    [InlineData(684, Verdict.NotMet, Progress.NotMet, null)]
    public async Task Where_only_a_survey_speaks_the_whole_interval_judges(int meeting, Verdict verdict, Progress progress, Unsaid? unsaid)
    {
        await GivenAsync(Target);
        Given.Survey(Skilled, Province, 2026, meeting);

        var milestone = Assert.Single((await JudgeAsync()).Milestones);

        Assert.Equal((verdict, progress, unsaid), (milestone.Verdict, milestone.Progress, milestone.Unsaid));
        Assert.Equal(meeting, milestone.Survey!.Meeting);
        Assert.Null(milestone.Value);
    }

    [Theory]
    [InlineData(60_00, 65_00, Verdict.Met)]
    [InlineData(55_00, 60_00, Verdict.CannotSay)]
    [InlineData(59_99, 65_00, Verdict.CannotSay)]
    [InlineData(55_00, 59_99, Verdict.NotMet)]
    public async Task An_end_that_is_the_threshold_itself_reaches_it(int low, int high, Verdict expected)
    {
        await GivenAsync(Target);
        Given.Survey(Skilled, Province, 2026, 720, low: low, high: high);

        Assert.Equal(expected, Assert.Single((await JudgeAsync()).Milestones).Verdict);
    }

    [Fact]
    public async Task Where_less_is_better_the_interval_judges_by_its_other_side()
    {
        await GivenAsync(Target with { Rule = "share(numerator, denominator) <= threshold" }, Direction.Down);
        Given.Survey(Skilled, Province, 2026, 684);

        Assert.Equal(Verdict.Met, Assert.Single((await JudgeAsync()).Milestones).Verdict);
    }

    [Fact]
    public async Task Where_the_counts_are_complete_they_judge_and_the_survey_stands_beside_them()
    {
        await GivenAsync(Target);
        await CountAsync(2026, 500);
        Given.Survey(Skilled, Province, 2026, 763);

        var milestone = Assert.Single((await JudgeAsync()).Milestones);

        Assert.Equal((Verdict.NotMet, 50m, null), (milestone.Verdict, milestone.Value!.Value, milestone.Survey));
        Assert.Equal("Theo điều tra mẫu (n = 1.200; khoảng tin cậy 95 %: 60,8–66,3 %): 63,6 %.", Words.Survey(milestone));
    }

    [Fact]
    public async Task While_a_commune_is_missing_the_survey_judges()
    {
        await GivenAsync(Target);
        Given.Place("Nam Hải Lăng", under: Province);
        await CountAsync(2026, 500);
        Given.Survey(Skilled, Province, 2026, 763);

        var milestone = Assert.Single((await JudgeAsync()).Milestones);

        Assert.Equal((Verdict.Met, Progress.Met), (milestone.Verdict, milestone.Progress));
        Assert.EndsWith("Số liệu của các xã chưa đủ nên xét theo điều tra: cả khoảng tin cậy đạt mức 60 %.", Words.Survey(milestone), StringComparison.Ordinal);
    }

    // From 40 in 2024 to 80 in 2030: 2026 should stand at 53.3.
    [Theory]
    [InlineData(684, Progress.OnTrack)]
    [InlineData(640, Progress.CannotSay)]
    [InlineData(580, Progress.Behind)]
    public async Task On_the_way_the_whole_interval_is_held_against_the_straight_line(int meeting, Progress expected)
    {
        await GivenAsync(Target with { Milestones = [new Milestone(2030, 80)] });
        await CountAsync(2024, 400);
        Given.Survey(Skilled, Province, 2026, meeting);

        var milestone = Assert.Single((await JudgeAsync()).Milestones);

        Assert.Equal((Verdict.NotMet, expected), (milestone.Verdict, milestone.Progress));
        Assert.Contains("năm 2026 ở mức 53,3 %; khoảng tin cậy của điều tra mẫu là", Words.Pace(milestone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_earlier_year_a_survey_below_the_threshold_has_no_pace()
    {
        await GivenAsync(Target with { Milestones = [new Milestone(2030, 80)] });
        Given.Survey(Skilled, Province, 2026, 720);

        var milestone = Assert.Single((await JudgeAsync()).Milestones);

        Assert.Equal(("progress.NoPace", null), (TargetWords.ProgressKey(milestone), Words.Pace(milestone)));
    }

    [Fact]
    public async Task An_open_threshold_stays_open()
    {
        await GivenAsync(Target with { Milestones = [new Milestone(2026, null)] });
        Given.Survey(Skilled, Province, 2026, 720);

        Assert.Equal(Unsaid.ThresholdOpen, Assert.Single((await JudgeAsync()).Milestones).Unsaid);
    }

    private async Task GivenAsync(TargetDefinition target, Direction direction = Direction.Up)
    {
        Given.Pack(Given.Elements() with { Elements = [Given.Element("rain.counted", producer: Producer.Import), Given.Element("rain.total", producer: Producer.Import)] });
        Given.Pack(Given.Indicators(Given.Indicator(direction: direction) with { Survey = true }) with { ValidFrom = new DateOnly(2021, 1, 1) });
        Given.Programme(
            await Stored().PlaceCodes.Where(code => code.PlaceId == Province).Select(code => code.Code).SingleAsync(Ct), plan => plan with { Targets = [target] });
    }

    private async Task CountAsync(int year, long counted)
    {
        // Before the reform the commune lay there too: the test is of years, not of places.
        await using var db = Engine.Open();
        await db.PlaceParents.Where(parent => parent.PlaceId == Commune).ExecuteUpdateAsync(row => row.SetProperty(parent => parent.ValidFrom, new DateOnly(2020, 1, 1)), Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var period = (await db.PeriodAsync(PeriodCode.Year(year), Ct)).Id;
        var posting = new Posting(1, Commune, period, Guid.CreateVersion7(), 1, Producer.Import, Clock.Now.Instant);
        Assert.Null(await db.PostFiguresAsync(
            Shelf, posting, new Dictionary<FigureKey, long> { [new("rain.counted")] = counted, [new("rain.total")] = 1000 }, Ct));
        await transaction.CommitAsync(Ct);
    }

    private async Task<JudgedTarget> JudgeAsync()
    {
        var db = Stored();
        var read = new ReadIndicators(db, Shelf);
        var period = PeriodCode.Year(2026);
        var shown = await read.RunAsync(Province, period, await read.DefinitionsAsync(period, Agency, Ct), Agency, Ct);

        return Assert.Single((await new JudgeTargets(db, Shelf, read, new PlanShelf()).RunAsync(Province, 2026, shown.Value, null, Agency, Ct)).Value);
    }
}
