using HieuHoc.Access;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>An agency reports on the tasks of its annual plan: in its return, by the steps and versions of every return.</summary>
public sealed class ReportTasksTests : TaskReportsTest
{
    [Fact]
    public async Task What_is_stated_of_a_row_is_kept_with_who_and_when()
    {
        var outcome = await ReportAsync(0, Reported(Week) with { Percent = " 60 % ", Results = " Đã mở 2 lớp.\0 \r\n" });

        Assert.Equal(1, outcome.Value.Revision);
        var report = await Stored().TaskReports.SingleAsync(Ct);
        Assert.Equal(Reported(Week), StatedTaskReport.Of(report));
        Assert.Equal((1, Clock.Now.Instant, OfCulture.PersonId), (report.Version, report.SavedAt, report.SavedBy));
        Assert.Equal(1, await ToldAsync<ReportSectionSaved>());
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_from_an_old_page_overwrites_nothing()
    {
        await ReportAsync(0, Reported(Week));

        var again = await ReportAsync(0, Reported(Week));
        var other = await ReportAsync(0, Reported(Week) with { Results = "Khác" });

        Assert.Equal(1, again.Value.Revision);
        Assert.Equal(new ReturnChangedMeanwhile(), other.Refusal);
        Assert.Equal("Đã mở 2 lớp.", (await Stored().TaskReports.SingleAsync(Ct)).Results);
        Assert.Equal(1, await ToldAsync<ReportSectionSaved>());
    }

    [Fact]
    public async Task Of_two_that_report_at_once_one_is_told_so()
    {
        var (first, second) = (Stored(), Stored());
        await first.Returns.LoadAsync(Ct);
        await second.Returns.LoadAsync(Ct);

        var kept = await new ReportTasks(first, Shelf, Clock).RunAsync(Id, 0, [Reported(Week)], OfCulture, Ct);
        var late = await new ReportTasks(second, Shelf, Clock).RunAsync(Id, 0, [Reported(Class)], OfCulture, Ct);

        Assert.Equal((null, new ReturnChangedMeanwhile()), (kept.Refusal, late.Refusal));
        Assert.Equal(Week, (await Stored().TaskReports.SingleAsync(Ct)).RowId);
    }

    [Fact]
    public async Task What_was_sent_stays_and_the_mended_version_says_it_anew()
    {
        await ReportAsync(0, Reported(Week), Reported(Class));
        await SendAsync();
        await TakeAsync(ReturnStep.AskToMend);
        var revision = (await StoredReturnAsync(Id)).Revision;

        await ReportAsync(revision, Reported(Week) with { State = RowState.Done, Percent = "100", Results = "Đã xong." }, Reported(Class));

        var (sent, mended) = (await ReadAsync(), await ReadAsync(2));
        Assert.Equal(["Đã mở 2 lớp.", "Đã mở 2 lớp."], sent.Select(row => row.Report!.Results));
        Assert.Equal(["Đã xong.", "Đã mở 2 lớp."], mended.Select(row => row.Report!.Results));
        // What was not said anew is not kept twice.
        Assert.Equal(3, await Stored().TaskReports.CountAsync(Ct));
    }

    [Fact]
    public async Task Rows_stand_by_their_days_with_what_is_to_be_done_and_those_dropped_are_left_out()
    {
        var dropped = Given.AnnualRow(Culture, text: "Bỏ");
        Assert.Null((await new KeepAnnualRows(Stored(), Clock).DropAsync(dropped, "Không còn", OfCulture, Ct)).Refusal);
        Given.AnnualRow(Culture, year: 2025, text: "Năm trước");

        var rows = await ReadAsync();

        Assert.Equal(["Tổ chức Tuần lễ hưởng ứng học tập suốt đời", "Lớp tập huấn"], rows.Select(row => row.Text));
        Assert.All(rows, row => Assert.Null(row.Report));
    }

    [Fact]
    public async Task An_agency_reports_for_its_divisions_and_for_those_it_took_over_from()
    {
        Given.AnnualRow(Given.Agency(Province, "Phòng Nghiệp vụ", under: Culture), text: "Của phòng");
        Given.AnnualRow(Given.EndedAgency(Province, "Sở Cũ", Culture), text: "Của sở cũ");
        Given.AnnualRow(Education, text: "Của sở khác");

        Assert.Equal(["Của phòng", "Của sở cũ", "Lớp tập huấn"], (await ReadAsync()).Skip(1).Select(row => row.Text));
    }

    [Fact]
    public async Task What_was_said_in_the_year_is_the_first_draft()
    {
        await SayAsync(Week, 0, RowState.UnderWay, "Đã ban hành\nkế hoạch.", new DateOnly(2026, 3, 15));
        await SayAsync(Week, 1, RowState.Done, "Đã tổ chức 12 buổi.", new DateOnly(2026, 10, 12));
        await SayAsync(Class, 0, RowState.UnderWay, "", new DateOnly(2026, 5, 1));

        var drafts = await ReadReports().SuggestedAsync(1, [.. (await ReadAsync()).Select(row => row.Row)], Ct);

        Assert.Equal(
            new StatedTaskReport(Week, RowState.Done, "100", "Đến ngày 15/03/2026: Đã ban hành kế hoạch.\nĐến ngày 12/10/2026: Đã tổ chức 12 buổi.", "", ""), drafts[Week]);
        Assert.Equal(new StatedTaskReport(Class, RowState.UnderWay, "", "", "", ""), drafts[Class]);
    }

    [Theory]
    [InlineData(RowState.UnderWay, "101")]
    [InlineData(RowState.UnderWay, "-1")]
    [InlineData(RowState.UnderWay, "6,5")]
    [InlineData(RowState.UnderWay, "nhiều")]
    [InlineData(RowState.Done, "99")]
    [InlineData(RowState.NotBegun, "1")]
    public async Task A_share_is_a_whole_number_of_per_cents_that_fits_the_state(RowState state, string percent)
    {
        var outcome = await ReportAsync(0, Reported(Class), Reported(Week) with { State = state, Percent = percent });

        Assert.Equal(new TaskPercentUnfit(2), outcome.Refusal);
        Assert.Empty(await Stored().TaskReports.ToListAsync(Ct));
    }

    [Theory]
    [InlineData(RowState.UnderWay, "0", 0)]
    [InlineData(RowState.UnderWay, "100", 100)]
    [InlineData(RowState.UnderWay, "", null)]
    [InlineData(RowState.Done, "100", 100)]
    [InlineData(RowState.Done, "", null)]
    [InlineData(RowState.NotBegun, "0", 0)]
    public async Task A_share_may_be_left_open(RowState state, string percent, int? expected)
    {
        Assert.Null((await ReportAsync(0, Reported(Week) with { State = state, Percent = percent })).Refusal);

        Assert.Equal(expected, (await Stored().TaskReports.SingleAsync(Ct)).Percent);
    }

    [Fact]
    public async Task Words_have_their_length()
    {
        var longest = new string('x', RowProgress.LongestWords);

        Assert.Equal(new TaskTextTooLong(RowProgress.LongestWords), (await ReportAsync(0, Reported(Week) with { Results = longest + "x" })).Refusal);
        Assert.Equal(new TaskTextTooLong(RowProgress.LongestWords), (await ReportAsync(0, Reported(Week) with { Difficulties = longest + "x" })).Refusal);
        Assert.Equal(new TaskTextTooLong(RowProgress.LongestWords), (await ReportAsync(0, Reported(Week) with { Proposals = longest + "x" })).Refusal);
        Assert.Null((await ReportAsync(0, Reported(Week) with { Results = longest })).Refusal);
    }

    [Fact]
    public async Task Another_agency_s_return_does_not_exist_and_its_rows_are_not_reported_here()
    {
        var other = Given.AnnualRow(Education);

        Assert.Equal(new ReturnNotFound(), (await ReportAsync(Id, 0, OfEducation, Reported(Week))).Refusal);
        Assert.Equal(new AnnualRowNotFound(), (await ReportAsync(0, Reported(other))).Refusal);
        Assert.Equal(new AnnualRowNotFound(), (await ReportAsync(0, Reported(new AnnualRowId(Guid.CreateVersion7())))).Refusal);
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.AgencyLeader)]
    [InlineData(Role.Clerk)]
    public async Task Who_types_no_returns_reports_no_tasks(Role role)
    {
        var actor = role is Role.StandingAgency ? Agency : Of(Culture, role);

        Assert.Equal(new ReturnNotYoursToFill(), (await ReportAsync(Id, 0, actor, Reported(Week))).Refusal);
    }

    [Fact]
    public async Task What_is_out_of_the_officer_s_hands_is_reported_no_more()
    {
        await TakeAsync(ReturnStep.Submit);

        Assert.Equal(new ReturnNotEditable(ReturnState.AwaitingLeader), (await ReportAsync((await StoredReturnAsync(Id)).Revision, Reported(Week))).Refusal);
    }

    [Fact]
    public async Task A_round_whose_outline_asks_no_tasks_takes_none()
    {
        var plain = Given.Return(Given.Round("2026-so", AgencyFormPack), Culture);
        var without = Given.Return(Given.Round("2026-de", AgencyFormPack, outlinePackId: Given.Pack(Given.Outline() with { Version = "2" })), Culture);

        Assert.Equal(new TasksNotAsked(), (await ReportAsync(plain, 0, OfCulture, Reported(Week))).Refusal);
        Assert.Equal(new TasksNotAsked(), (await ReportAsync(without, 0, OfCulture, Reported(Week))).Refusal);
    }

    [Fact]
    public async Task The_section_of_tasks_takes_no_running_text()
    {
        var outcome = await new SaveReportSection(Stored(), Shelf, Clock).RunAsync(Id, 0, "task-results", new TypedSection("Chữ", []), OfCulture, Ct);

        Assert.Equal(new OutlineSectionNotFound("task-results"), outcome.Refusal);
    }

    private async Task SayAsync(AnnualRowId row, int seen, RowState state, string words, DateOnly day) =>
        Assert.Null((await new SayProgress(Stored(), Clock).RunAsync(row, new ToldProgress(Guid.CreateVersion7(), seen, state, words, day), OfCulture, Ct)).Refusal);
}
