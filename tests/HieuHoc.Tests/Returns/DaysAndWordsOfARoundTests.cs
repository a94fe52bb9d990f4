using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>What a round is called, whom its reports go to, and until when who is in time.</summary>
public sealed class DaysAndWordsOfARoundTests : ReturnsTest
{
    private static readonly NewRound Asked = Given.AskedRound(2027, "form") with { Code = "khac" };

    private OpenRound OpenRound => new(Stored(), Shelf, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Pack(Given.Form("family.total"));
    }

    [Theory]
    [InlineData("Báo cáo năm 2027", "Báo cáo năm 2027")]
    [InlineData("  Báo cáo\u0000 năm\n2027 ", "Báo cáo năm 2027")]
    [InlineData(null, "Biểu mẫu (2027)")]
    [InlineData("  ", "Biểu mẫu (2027)")]
    public async Task A_round_has_the_title_that_it_is_given_or_that_of_its_form_and_period(string? title, string kept)
    {
        var opened = await OpenRound.RunAsync(Asked with { Title = title }, Agency, Ct);

        Assert.Equal(kept, (await StoredAsync(opened)).Title);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_title_is_one_line_of_a_heading(int length, bool fits)
    {
        var outcome = await OpenRound.RunAsync(Asked with { Title = new string('a', length) }, Agency, Ct);

        Assert.Equal(fits ? null : new RoundTitleTooLong(200), outcome.Refusal);
    }

    [Fact]
    public async Task Whom_reports_go_to_is_kept_and_nothing_is_kept_as_nothing()
    {
        var opened = await OpenRound.RunAsync(
            Asked with { Addressee = "UBND tỉnh\nSở Giáo dục và Đào tạo", CopyTo = " Hội Khuyến học tỉnh ", Channels = "" }, Agency, Ct);

        var round = await StoredAsync(opened);
        Assert.Equal(("UBND tỉnh\nSở Giáo dục và Đào tạo", "Hội Khuyến học tỉnh", null), (round.Addressee, round.CopyTo, round.Channels));
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused()
    {
        var long2 = new string('a', 2_001);

        foreach (var asked in new[] { Asked with { Addressee = long2 }, Asked with { CopyTo = long2 }, Asked with { Channels = long2 } })
        {
            Assert.Equal(new RoundTextTooLong(2_000), (await OpenRound.RunAsync(asked, Agency, Ct)).Refusal);
        }
    }

    [Fact]
    public async Task A_return_is_due_on_the_day_of_the_level_of_its_form()
    {
        Given.Pack(Given.AgencyForm(["t.so"], "clan.total") with { Id = "agency-form" });
        var agency = Given.Agency(Province, "Sở", code: "t.so");
        var own = new Dictionary<SubjectLevel, DateOnly> { [SubjectLevel.Agency] = new(2027, 12, 10) };

        var opened = await OpenRound.RunAsync(Asked with { FormIds = ["form", "agency-form"], DueOnAt = own }, Agency, Ct);

        var days = await Stored().Returns.Where(@return => @return.RoundId == opened.Value.Id).ToDictionaryAsync(@return => @return.SubjectId, @return => @return.DueOn, Ct);
        Assert.Equal((Asked.DueOn, new DateOnly(2027, 12, 10)), (days[Commune], days[agency]));
    }

    [Theory]
    // 28 November 2027 is a Sunday.
    [InlineData(WeekendRule.Strict, 28)]
    [InlineData(WeekendRule.NextWorkingDay, 29)]
    public async Task A_due_day_on_a_weekend_becomes_what_the_round_says(WeekendRule rule, int last)
    {
        var opened = await OpenRound.RunAsync(Asked with { DueOn = new(2027, 11, 28), WeekendRule = rule }, Agency, Ct);

        var day = new DateOnly(2027, 11, last);
        Assert.Equal((rule, day), ((await StoredAsync(opened)).WeekendRule, (await StoredAsync(opened)).DueOn));
        Assert.Equal(day, (await Stored().Returns.SingleAsync(@return => @return.RoundId == opened.Value.Id, Ct)).DueOn);
    }

    [Theory]
    // From Thursday to Friday is a working day; from Friday to Sunday is none, unless Sunday means Monday.
    [InlineData("2027-11-25", "2027-11-26", WeekendRule.Strict, true)]
    [InlineData("2027-11-25", "2027-11-25", WeekendRule.Strict, false)]
    [InlineData("2027-11-26", "2027-11-28", WeekendRule.Strict, false)]
    [InlineData("2027-11-26", "2027-11-28", WeekendRule.NextWorkingDay, true)]
    [InlineData("2027-11-26", "2027-11-29", WeekendRule.Strict, true)]
    public async Task There_is_a_working_day_between_cut_off_and_due(string cutOff, string due, WeekendRule rule, bool fits)
    {
        var asked = Asked with { CutOffOn = Day(cutOff), DueOn = Day(due), WeekendRule = rule };

        var outcome = await OpenRound.RunAsync(asked, Agency, Ct);

        Assert.Equal(fits ? null : new RoundTimeTooShort(Day(cutOff), Day(due)), outcome.Refusal);
    }

    [Fact]
    public async Task The_days_of_a_level_are_held_to_the_same()
    {
        var hurried = Asked with { DueOnAt = new Dictionary<SubjectLevel, DateOnly> { [SubjectLevel.Commune] = Asked.CutOffOn } };
        var early = Asked with { DueOnAt = new Dictionary<SubjectLevel, DateOnly> { [SubjectLevel.Village] = Asked.CutOffOn.AddDays(-1) } };

        Assert.Equal(new RoundTimeTooShort(Asked.CutOffOn, Asked.CutOffOn), (await OpenRound.RunAsync(hurried, Agency, Ct)).Refusal);
        Assert.Equal(new RoundDaysOutOfOrder(), (await OpenRound.RunAsync(early, Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task Other_words_or_days_under_the_same_id_are_a_conflict()
    {
        await OpenRound.RunAsync(Asked, Agency, Ct);
        NewRound[] others =
        [
            Asked with { Title = "Khác" }, Asked with { WeekendRule = WeekendRule.NextWorkingDay }, Asked with { Addressee = "UBND tỉnh" },
            Asked with { CopyTo = "Hội" }, Asked with { Channels = "Thư" },
            Asked with { DueOnAt = new Dictionary<SubjectLevel, DateOnly> { [SubjectLevel.Commune] = Asked.DueOn.AddDays(1) } },
        ];

        foreach (var other in others)
        {
            Assert.Equal(new RoundDiffers("khac"), (await OpenRound.RunAsync(other, Agency, Ct)).Refusal);
        }
    }

    [Fact]
    public async Task A_preview_counts_who_would_be_asked_and_opens_nothing()
    {
        var preview = await OpenRound.PreviewAsync(Asked, Agency, Ct);

        var line = Assert.Single(preview.Value);
        Assert.Equal(("form", 1, Asked.DueOn), (line.Form.Id, line.Subjects, line.DueOn));
        Assert.False(await Stored().Rounds.AnyAsync(round => round.Id == Asked.Id, Ct));
    }

    [Fact]
    public async Task A_preview_refuses_what_the_opening_would_refuse()
    {
        Assert.Equal(new RoundNotYoursToOpen(), (await OpenRound.PreviewAsync(Asked, Officer, Ct)).Refusal);
        Assert.Equal(new FormNotFound("x"), (await OpenRound.PreviewAsync(Asked with { FormIds = ["x"] }, Agency, Ct)).Refusal);
        Assert.Equal(
            new ElementsAskedAlready(Round.Title),
            (await OpenRound.PreviewAsync(Given.AskedRound(2026) with { Code = "khac" }, Agency, Ct)).Refusal);
    }

    private Task<Round> StoredAsync(Outcome<Round> opened) => Stored().Rounds.SingleAsync(round => round.Id == opened.Value.Id, Ct);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
