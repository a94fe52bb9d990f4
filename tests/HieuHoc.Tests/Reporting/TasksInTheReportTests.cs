using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>The yearly report consolidates what agencies report of their tasks: per agency, per task, and whose report is missing.</summary>
public sealed class TasksInTheReportTests : ReportTest
{
    private const string Title = "Kết quả thực hiện nhiệm vụ theo kế hoạch năm của các cơ quan";

    private int form;

    private Round asked = null!;

    [Fact]
    public async Task Confirmed_results_are_counted_by_agency_and_listed_task_by_task()
    {
        await AskAsync();
        var culture = Owing("Sở Văn hóa", "a", ReturnState.Confirmed);
        var (week, class2) = (Given.AnnualRow(culture.Agency, dueOn: new DateOnly(2026, 11, 15), text: "Tuần lễ"), Given.AnnualRow(culture.Agency));
        Given.Reported(culture.Return, new StatedTaskReport(week, RowState.Done, "100", "Đã tổ chức.", "", ""));
        Given.Reported(culture.Return, new StatedTaskReport(class2, RowState.UnderWay, "40", "Đã mở 1 lớp.", "Thiếu kinh phí.", "Bố trí kinh phí."));
        var press = Owing("Báo Quảng Trị", "b", ReturnState.Sent);
        Given.Reported(press.Return, new StatedTaskReport(Given.AnnualRow(press.Agency, text: "Chuyên mục"), RowState.Done, "", "", "", ""));
        Given.AnnualRow(Given.Agency(Province, "Sở Không hỏi"), text: "Việc khác");

        var report = await ReportAsync();

        var word = WordText.Of(report.Paper);
        Assert.Equal(
            [
                "Kế hoạch năm 2026 của 3 cơ quan, tổ chức có 4 nhiệm vụ. Theo báo cáo đã xác nhận của 1 cơ quan, tổ chức: hoàn thành 1, đang thực hiện 1, chưa thực hiện 0 nhiệm vụ; 2 nhiệm vụ chưa có kết quả được xác nhận.",
                "- Chưa có báo cáo được xác nhận (Đã gửi, đang kiểm tra): Báo Quảng Trị;",
                "- Không được giao báo cáo trong kỳ này: Sở Không hỏi;",
            ],
            word.Section(Title).Take(3));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Sở Văn hóa", "2", "1", "1", "0", "0"]));
        // What was only sent is no zero of results.
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Báo Quảng Trị", "1", "", "", "", "1"]));
        var sheet = SheetFile.Of(report.Appendix.Sheets.Single(sheet => sheet.Name.EndsWith("Kết quả từng nhiệm vụ", StringComparison.Ordinal)));
        Assert.Contains(sheet.Rows, row => row.Cells.Skip(1).SequenceEqual(["Sở Văn hóa", "Lớp tập huấn", "Danh sách học viên", null, "Đang thực hiện", 40m, "Đã mở 1 lớp.", "Thiếu kinh phí.", "Bố trí kinh phí."]));
        Assert.Contains(sheet.Rows, row => row.Cells.Skip(1).Take(2).SequenceEqual(["Báo Quảng Trị", "Chuyên mục"]) && row.Cells[5] as string == "Chưa xác nhận");
    }

    [Fact]
    public async Task Confirmed_with_tasks_left_out_is_said_too()
    {
        await AskAsync();
        Given.AnnualRow(Owing("Sở Văn hóa", "a", ReturnState.Confirmed).Agency);

        Assert.Contains("- Đã xác nhận báo cáo nhưng còn nhiệm vụ chưa nêu kết quả: Sở Văn hóa;", WordText.Of((await ReportAsync()).Paper).Section(Title));
    }

    [Fact]
    public async Task Where_no_agency_has_a_plan_the_report_says_so()
    {
        await AskAsync();

        var report = await ReportAsync();

        Assert.Equal(
            ["Chưa có số liệu về nhiệm vụ theo kế hoạch năm 2026 của các cơ quan: chưa cơ quan nào lập kế hoạch năm trên hệ thống."], WordText.Of(report.Paper).Section(Title));
        Assert.DoesNotContain(report.Appendix.Sheets, sheet => sheet.Name.EndsWith("Kết quả từng nhiệm vụ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_that_asks_no_tasks_says_so() =>
        Assert.Equal(["Đề cương của kỳ báo cáo năm 2026 không yêu cầu các cơ quan báo cáo theo từng nhiệm vụ."], WordText.Of((await ReportAsync()).Paper).Section(Title));

    [Fact]
    public async Task The_paper_of_the_agency_has_its_tasks_in_a_table()
    {
        await AskAsync();
        var culture = Owing("Sở Văn hóa", "a", ReturnState.Sent);
        Given.AnnualRow(culture.Agency, dueOn: new DateOnly(2026, 11, 15), text: "Tuần lễ");
        Given.Reported(culture.Return, new StatedTaskReport(Given.AnnualRow(culture.Agency), RowState.UnderWay, "40", "Đã mở\n1 lớp.", "Thiếu kinh phí.", "Bố trí kinh phí."));
        await GivenVariantsAsync("2021.6");
        var db = Stored();
        var build = new BuildSenderReport(
            db, Shelf, new HieuHoc.Programmes.JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new HieuHoc.Programmes.Plans.PlanShelf()),
            new ReadTaskReports(db, Shelf, new HieuHoc.Platform.Texts()), Clock, new HieuHoc.Platform.Texts());

        var word = WordText.Of((await build.RunAsync(culture.Return, As(Role.AgencyOfficer) with { AgencyId = culture.Agency }, Ct)).Value.Paper);

        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["1", "Tuần lễ", "Chưa báo cáo", "", ""]));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["2", "Lớp tập huấn", "Đang thực hiện, 40\u00A0%", "Đã mở 1 lớp.", "Thiếu kinh phí. Bố trí kinh phí."]));
    }

    /// <summary>A round that asks communes their form and agencies theirs, by an outline with tasks, in the place of the one that there is.</summary>
    private async Task AskAsync()
    {
        await using (var db = Engine.Open())
        {
            await db.RoundForms.Where(form => form.RoundId == Round.Id).ExecuteDeleteAsync(Ct);
            await db.Rounds.Where(round => round.Id == Round.Id).ExecuteDeleteAsync(Ct);
        }

        var outline = Given.Outline();
        var tasks = new OutlineSection { Code = "task-results", Title = Given.Words("Từng nhiệm vụ"), Content = OutlineContent.Tasks, Levels = [SubjectLevel.Agency] };
        asked = Given.Round("2026-năm", Given.FormPack(), outlinePackId: Given.Pack(outline with { Sections = [.. outline.Sections, tasks] }));
        Given.Pack(Given.Elements() with { Elements = [Given.Element("of-agencies", leafLevel: SubjectLevel.Agency)] });
        form = Given.Pack(Given.AgencyForm(["test.a", "test.b"], "of-agencies"));
        Given.AlsoAsks(asked, form);
    }

    private (int Agency, ReturnId Return) Owing(string name, string code, ReturnState state)
    {
        var agency = Given.Agency(Province, name, AgencyKind.Department, code: $"test.{code}");

        return (agency, Given.Return(asked, agency, state, new Dictionary<string, long> { ["of-agencies"] = 7 }, form: form));
    }

    private async Task<AnnualReport> ReportAsync()
    {
        await GivenVariantsAsync("2021.6");

        return (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;
    }
}
