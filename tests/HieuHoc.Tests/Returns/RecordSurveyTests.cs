using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Surveys;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class RecordSurveyTests : ReturnsTest
{
    private const string Indicator = "life-skills-share";

    private static readonly SampleSurveyId Id = new(Guid.Parse("01900000-0000-7000-8000-00000000000a"));

    private StatedSurvey Stated => new(
        Indicator, Province, PeriodCode.Year(2026), 1200, 720, new DateOnly(2026, 10, 15), 95, null, null,
        "Chọn ngẫu nhiên 30 xã", "Cục Thống kê tỉnh", "Báo cáo số 12/BC-CTK ngày 20/10/2026", "");

    [Fact]
    public async Task What_a_survey_states_is_kept_with_who_and_when_and_stands_beside_the_indicator()
    {
        var survey = (await RecordAsync(Stated)).Value;

        Assert.Equal((1, 60m, Agency.PersonId!.Value.Value, Clock.Now.Instant), (survey.Number, survey.Share, survey.RecordedBy, survey.RecordedAt));
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(SurveyRecorded), Ct);
        Assert.Equal($"life-skills-share {Province} 2026", entry.Record);
        var reading = await ReadAsync();
        Assert.Equal((Id, null, true), (reading.Survey!.Id, reading.Value, reading.SaysSomething));
    }

    [Fact]
    public async Task It_enters_no_sum_and_is_no_figure()
    {
        await RecordAsync(Stated);

        Assert.False(await Stored().Figures.AnyAsync(Ct));
        Assert.Equal((0, null), ((await ReadAsync()).Reported, (await ReadAsync()).ValueSoFar));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_other_content_under_its_id_is_a_conflict()
    {
        await RecordAsync(Stated);

        Assert.Equal(1, (await RecordAsync(Stated with { Method = " Chọn ngẫu nhiên 30 xã " })).Value.Number);
        Assert.IsType<SurveyChangedMeanwhile>((await RecordAsync(Stated with { Meeting = 721 })).Refusal);

        Assert.Equal(1, await Stored().SampleSurveys.CountAsync(Ct));
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(SurveyRecorded), Ct));
    }

    [Fact]
    public async Task A_correction_is_a_further_version_with_its_reason_and_what_was_said_before_is_still_read_as_of_then()
    {
        await RecordAsync(Stated);
        var then = Clock.Now.Instant;
        Time.Pass(TimeSpan.FromDays(1));

        var second = await RecordAsync(Stated with { Meeting = 700, Reason = "Nhập nhầm" }, id: new SampleSurveyId(Guid.CreateVersion7()), startedFrom: 1);

        Assert.Equal((2, "Nhập nhầm"), (second.Value.Number, second.Value.Reason));
        Assert.Equal(700, (await ReadAsync()).Survey!.Meeting);
        Assert.Equal(720, (await ReadAsync(new ReadingTerms(AsOf: then))).Survey!.Meeting);
        Assert.Null((await ReadAsync(new ReadingTerms(AsOf: then.AddSeconds(-1)))).Survey);
    }

    [Fact]
    public async Task A_correction_without_a_reason_or_of_a_version_that_is_no_longer_the_last_is_refused()
    {
        await RecordAsync(Stated);
        var next = new SampleSurveyId(Guid.CreateVersion7());

        Assert.IsType<SurveyReasonMissing>((await RecordAsync(Stated with { Meeting = 1 }, next, startedFrom: 1)).Refusal);
        Assert.IsType<SurveyChangedMeanwhile>((await RecordAsync(Stated with { Meeting = 1, Reason = "x" }, next, startedFrom: 0)).Refusal);

        Assert.Equal(1, await Stored().SampleSurveys.CountAsync(Ct));
    }

    [Fact]
    public async Task Each_place_and_year_and_indicator_has_one_of_its_own()
    {
        await RecordAsync(Stated);
        await RecordAsync(Stated with { PlaceId = Commune }, Another());
        await RecordAsync(Stated with { Indicator = "information-competence-share" }, Another());
        await RecordAsync(Stated with { Period = PeriodCode.Year(2025), SurveyedOn = new DateOnly(2025, 10, 15) }, Another());

        Assert.All(await Stored().SampleSurveys.ToListAsync(Ct), survey => Assert.Equal(1, survey.Number));
        Assert.Equal(Id, (await ReadAsync()).Survey!.Id);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.AssociationOfficer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_standing_agency_takes_it_down(Role role) =>
        Assert.IsType<SurveyNotYours>((await RecordAsync(Stated, by: As(role))).Refusal);

    [Fact]
    public async Task What_lies_outside_does_not_exist_nor_does_a_village_nor_a_place_that_had_ended()
    {
        var elsewhere = Given.Place("Huế");
        var village = Given.Place("Mẫu (minh họa)", under: Commune);
        var ended = Given.Predecessor(Commune);

        foreach (var place in (int[])[elsewhere, village, ended])
        {
            Assert.IsType<PlaceNotFound>((await RecordAsync(Stated with { PlaceId = place })).Refusal);
        }
    }

    [Fact]
    public async Task Only_indicators_whose_pack_says_so_take_one()
    {
        Assert.IsType<IndicatorNotFound>((await RecordAsync(Stated with { Indicator = "khong-co" })).Refusal);
        Assert.IsType<IndicatorTakesNoSurvey>((await RecordAsync(Stated with { Indicator = "trained-share" })).Refusal);
    }

    [Theory]
    [InlineData(0, 0, typeof(SurveySizeOutOfRange))]
    [InlineData(StatedSurvey.MostPeople + 1, 0, typeof(SurveySizeOutOfRange))]
    [InlineData(1200, -1, typeof(SurveyMeetingOutOfRange))]
    [InlineData(1200, 1201, typeof(SurveyMeetingOutOfRange))]
    [InlineData(1200, 0, null)]
    [InlineData(1200, 1200, null)]
    [InlineData(StatedSurvey.MostPeople, 0, null)]
    public async Task Those_who_meet_it_are_among_those_asked(int size, int meeting, Type? expected) =>
        Assert.Equal(expected, (await RecordAsync(Stated with { SampleSize = size, Meeting = meeting })).Refusal?.GetType());

    [Theory]
    [InlineData("2025-12-31", typeof(SurveyDayOutOfRange))]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-11-20", null)]
    [InlineData("2026-11-21", typeof(SurveyDayOutOfRange))]
    public async Task It_was_held_once_its_year_had_begun_and_not_tomorrow(string day, Type? expected) =>
        Assert.Equal(expected, (await RecordAsync(Stated with { SurveyedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) })).Refusal?.GetType());

    [Theory]
    [InlineData("57.1", "62.9", null)]
    [InlineData("60", "60", null)]
    [InlineData("0", "100", null)]
    [InlineData("57.12", "62.95", null)]
    [InlineData("57.123", "62.9", typeof(SurveyIntervalUnfit))]
    [InlineData("60.01", "62.9", typeof(SurveyIntervalUnfit))]
    [InlineData("57.1", "59.99", typeof(SurveyIntervalUnfit))]
    [InlineData("-1", "62.9", typeof(SurveyIntervalUnfit))]
    [InlineData("57.1", "100.01", typeof(SurveyIntervalUnfit))]
    [InlineData("57.1", null, typeof(SurveyIntervalUnfit))]
    [InlineData(null, "62.9", typeof(SurveyIntervalUnfit))]
    public async Task A_stated_interval_has_two_ends_around_the_share(string? low, string? high, Type? expected)
    {
        var outcome = await RecordAsync(Stated with { Low = End(low), High = End(high) });

        Assert.Equal(expected, outcome.Refusal?.GetType());

        if (expected is null)
        {
            Assert.Equal(new SurveyInterval(End(low)!.Value, End(high)!.Value, 95, IsComputed: false), (await ReadAsync()).Survey!.Interval);
        }
    }

    [Fact]
    public async Task Without_method_source_or_a_known_confidence_it_is_refused_and_texts_have_their_length()
    {
        Assert.IsType<SurveyMethodMissing>((await RecordAsync(Stated with { Method = "  " })).Refusal);
        Assert.IsType<SurveySourceMissing>((await RecordAsync(Stated with { Source = "" })).Refusal);
        Assert.IsType<SurveyConfidenceUnknown>((await RecordAsync(Stated with { Confidence = 94 })).Refusal);
        Assert.IsType<SurveyTextTooLong>((await RecordAsync(Stated with { Paper = new string('x', StatedSurvey.LongestText + 1) })).Refusal);
        Assert.Null((await RecordAsync(Stated with { Paper = new string('x', StatedSurvey.LongestText) })).Refusal);
    }

    private static SampleSurveyId Another() => new(Guid.CreateVersion7());

    private static decimal? End(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private Task<Outcome<SampleSurvey>> RecordAsync(StatedSurvey stated, SampleSurveyId? id = null, int startedFrom = 0, Actor? by = null)
    {
        var db = Stored();

        return new RecordSurvey(db, new ReadIndicators(db, Shelf), Clock).RunAsync(id ?? Id, startedFrom, stated, by ?? Agency, Ct);
    }

    private async Task<IndicatorReading> ReadAsync(ReadingTerms? terms = null)
    {
        var read = new ReadIndicators(Stored(), Shelf);
        var period = PeriodCode.Year(2026);
        var definition = (await read.DefinitionsAsync(period, Agency, Ct)).Where(indicator => indicator.Code == Indicator).ToList();

        return Assert.Single((await read.RunAsync(Province, period, definition, terms ?? ReadingTerms.Now, Agency, Ct)).Value);
    }
}
