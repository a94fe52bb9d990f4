using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Reporting.Records;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting.Records;

/// <summary>A report is begun once, and written section by section; what nobody wrote follows the figures.</summary>
public sealed class WritingAReportTests : ReportRecordsTest
{
    [Fact]
    public async Task The_same_request_begins_one_report_and_another_under_its_id_is_a_conflict()
    {
        var wanted = new NewReport(new ReportId(Guid.CreateVersion7()), "committee", 2026);

        var first = (await BeginAsync(wanted)).Value;
        var again = (await BeginAsync(wanted)).Value;
        var other = await BeginAsync(wanted with { Variant = "department" });

        Assert.Equal((first.Id, 1, ReportState.Draft), (again.Id, again.Number, again.State));
        Assert.Equal(new ReportDiffers(), other.Refusal);
        Assert.Equal(1, await Stored().Reports.CountAsync(Ct));
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(ReportBegun), Ct));
    }

    [Fact]
    public async Task A_report_of_the_same_years_is_begun_once_and_a_review_is_of_its_span()
    {
        await BegunAsync();
        var again = await BeginAsync(new NewReport(new ReportId(Guid.CreateVersion7()), "department", 2026));
        var review = await BegunAsync("interim-2025", 2025);

        Assert.Equal(new ReportAlreadyBegun(), again.Refusal);
        Assert.Equal("2021/2025", await Stored().Periods.Where(period => period.Id == review.PeriodId).Select(period => period.Code).SingleAsync(Ct));
    }

    [Fact]
    public async Task What_cannot_be_reported_is_not_begun()
    {
        Assert.Equal(new RoundOfYearNotFound(2025), (await BeginAsync(new NewReport(new ReportId(Guid.NewGuid()), "department", 2025))).Refusal);
        Assert.Equal(new ReportVariantNotFound("none"), (await BeginAsync(new NewReport(new ReportId(Guid.NewGuid()), "none", 2026))).Refusal);
        Assert.Equal(new ReportVariantNotFound("department"), (await BeginAsync(new NewReport(new ReportId(Guid.NewGuid()), "department", 2026), Association)).Refusal);
        Assert.Equal(new ReportNotYoursToBuild(), (await BeginAsync(new NewReport(new ReportId(Guid.NewGuid()), "department", 2026), As(Role.Leader))).Refusal);
    }

    [Fact]
    public async Task The_Association_sees_its_own_report_and_the_standing_agency_both()
    {
        await BegunAsync();
        var own = (await BeginAsync(new NewReport(new ReportId(Guid.CreateVersion7()), "association", 2026), Association)).Value;

        Assert.Equal(own.Id, (await Stored().ReportsVisibleTo(Association).SingleAsync(Ct)).Id);
        Assert.Equal(2, await Stored().ReportsVisibleTo(Agency).CountAsync(Ct));
        Assert.Empty(await Stored().ReportsVisibleTo(Agency with { Programme = "other" }).ToListAsync(Ct));
        Assert.Empty(await Stored().ReportsVisibleTo(As(Role.Leader)).ToListAsync(Ct));
        Assert.Equal(new ReportNotFound(), (await WriteAsync((await BegunAsync("committee")).Id, "results", 0, "x", actor: Association)).Refusal);
    }

    [Fact]
    public async Task A_section_that_nobody_wrote_follows_the_figures()
    {
        var report = await BegunAsync();
        var before = (await SectionsAsync(report)).Single(section => section.Code == "results");
        Given.Confirmed(Round, Commune, Given.Answers(families: new Counted(1000, 900, 800)));

        var after = (await SectionsAsync(report)).Single(section => section.Code == "results");

        Assert.DoesNotContain("80,0", before.Drafted, StringComparison.Ordinal);
        Assert.Contains("Gia đình học tập”: 80,0", after.Drafted, StringComparison.Ordinal);
        Assert.NotEqual(before.Seen, after.Seen);
        Assert.Equal((null, true, false), (after.Written, after.HasTables, after.IsBehind));
    }

    [Fact]
    public async Task What_was_written_stays_and_says_when_the_figures_have_changed_since()
    {
        var report = await BegunAsync();
        var seen = (await SectionsAsync(report)).Single(section => section.Code == "results").Seen;
        await WriteAsync(report.Id, "results", 0, "Kết quả tốt.\r\n- Gia đình học tập tăng.", seen);
        var kept = (await SectionsAsync(report)).Single(section => section.Code == "results");
        Given.Confirmed(Round, Commune);

        var behind = (await SectionsAsync(report)).Single(section => section.Code == "results");

        Assert.Equal(("Kết quả tốt.\n- Gia đình học tập tăng.", false), (kept.Written!.Text, kept.IsBehind));
        Assert.Equal((kept.Written.Text, true), (behind.Written!.Text, behind.IsBehind));
    }

    [Fact]
    public async Task Two_writers_of_a_section_do_not_overwrite_each_other_and_those_of_two_sections_do_not_meet()
    {
        var report = await BegunAsync();

        Assert.Null((await WriteAsync(report.Id, "tasks", 0, "Một")).Refusal);
        Assert.Equal(new ReportChangedMeanwhile(), (await WriteAsync(report.Id, "tasks", 0, "Hai")).Refusal);
        Assert.Null((await WriteAsync(report.Id, "leadership", 0, "Ba")).Refusal);
        Assert.Null((await WriteAsync(report.Id, "tasks", 1, "Bốn")).Refusal);

        Assert.Equal(["Ba", "Bốn"], (await Stored().TextsOfAsync(report, Ct)).Select(text => text.Text));
    }

    [Fact]
    public async Task The_same_text_sent_again_changes_nothing_and_a_blank_one_takes_the_drafted_sentences_back()
    {
        var report = await BegunAsync();
        await WriteAsync(report.Id, "tasks", 0, "Một");
        var again = await WriteAsync(report.Id, "tasks", 0, " Một ");

        Assert.Equal(1, again.Value.Revision);
        Assert.Equal(1, (await Stored().Reports.SingleAsync(Ct)).Revision);
        Assert.Null((await WriteAsync(report.Id, "tasks", 1, "  ")).Value.Text);
    }

    [Fact]
    public async Task What_has_no_place_in_the_report_or_is_too_long_is_refused()
    {
        var report = await BegunAsync();

        Assert.Equal(new ReportSectionNotFound(), (await WriteAsync(report.Id, "proposals-ministry", 0, "x")).Refusal);
        Assert.Equal(new ReportTextTooLong(20_000), (await WriteAsync(report.Id, "tasks", 0, new string('x', 20_001))).Refusal);
        Assert.Null((await WriteAsync(report.Id, "tasks", 0, new string('x', 20_000))).Refusal);
        Assert.Equal(new ReportNotFound(), (await WriteAsync(new ReportId(Guid.NewGuid()), "tasks", 0, "x")).Refusal);
    }

    [Fact]
    public async Task Growth_since_the_year_before_is_in_the_draft()
    {
        GivenYear(2025, new Counted(1000, 900, 700));
        Given.Confirmed(Round, Commune, Given.Answers(families: new Counted(1000, 900, 800)));

        var drafted = (await SectionsAsync(await BegunAsync())).Single(section => section.Code == "results").Drafted;

        Assert.Contains("Tăng 10,0 điểm phần trăm so với năm 2025 (70,0", drafted, StringComparison.Ordinal);
    }

    private void GivenYear(int year, Counted families)
    {
        var period = Given.Period(year);
        var round = new HieuHoc.Returns.Round
        {
            Owner = 1, Id = new(Guid.CreateVersion7()), Code = $"{year}", Title = $"Báo cáo năm {year}", PeriodId = period, OpensOn = new DateOnly(year, 10, 1), CutOffOn = new DateOnly(year, 10, 31), DueOn = new DateOnly(year, 11, 29),
        };
        using var db = Engine.Open();
        db.Add(round);
        db.SaveChanges();
        Given.AlsoAsks(round, Given.FormPack());
        Given.Confirmed(round, Commune, Given.Answers(families: families));
    }
}
