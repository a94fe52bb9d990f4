using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Reminders;

namespace HieuHoc.Tests.Reporting;

public sealed class BuildTaskPapersTests : ReportTest
{
    private BuildTaskPapers Papers
    {
        get
        {
            var db = Stored();

            return new BuildTaskPapers(
                db, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), new ReadTasks(db, new ReadReminders(db, Shelf, Clock), Clock), Clock, new Texts());
        }
    }

    [Fact]
    public async Task The_letter_lists_what_the_agency_is_late_with_and_since_when()
    {
        await GivenPlanAsync();
        var agency = Given.Agency(Province, "Sở Tư pháp");
        Given.AnnualRow(agency, dueOn: new DateOnly(2026, 11, 10), text: "Phổ biến pháp luật");
        Given.AnnualRow(agency, dueOn: new DateOnly(2026, 11, 30), text: "Chưa đến hạn");
        Given.AnnualRow(Given.Agency(Province), dueOn: new DateOnly(2026, 11, 10), text: "Của nơi khác");

        var paper = (await Papers.ReminderAsync(agency, Agency, Ct)).Value;

        var words = WordText.Of(paper.Paper);
        Assert.Null(paper.Paper.Type);
        Assert.Equal(["Sở Tư pháp"], paper.Paper.Addressees);
        Assert.StartsWith("cong-van-don-doc-", paper.FileName, StringComparison.Ordinal);
        Assert.Contains(words.Lines, line => line.Contains("còn 1 nhiệm vụ quá hạn", StringComparison.Ordinal));
        Assert.Equal(["1", "Phổ biến pháp luật", "Danh sách học viên", "10/11/2026", "10"], words.Tables.SelectMany(table => table).Single(row => row[0] == "1"));
    }

    [Fact]
    public async Task What_the_agency_has_not_planned_is_in_the_letter_too_which_addresses_that_agency_alone()
    {
        await GivenPlanAsync();
        var agency = Given.Agency(Province, "Sở Y tế");
        Given.Task(agency, stated: Testing.Given.Stated with { FromYear = 2025, Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null, DueOn = new DateOnly(2025, 11, 10) });

        var words = WordText.Of((await Papers.ReminderAsync(agency, Agency, Ct)).Value.Paper);

        Assert.Equal(
            ["1", "Tổ chức Tuần lễ hưởng ứng học tập suốt đời (Chưa đưa vào kế hoạch năm 2025)", "Báo cáo kết quả", "10/11/2025"],
            words.Tables.SelectMany(table => table).Single(row => row[0] == "1").Take(4));
        Assert.Contains(words.Lines, line => line.StartsWith("Đề nghị Sở Y tế quan tâm, chỉ đạo thực hiện và báo cáo kết quả", StringComparison.Ordinal));
        Assert.DoesNotContain(words.Lines, line => line.Contains("các cơ quan, đơn vị, địa phương", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_anything_overdue_or_without_the_right_there_is_no_letter()
    {
        var agency = Given.Agency(Province, "Sở Tư pháp");

        Assert.Equal(new NoTaskOverdue(), (await Papers.ReminderAsync(agency, Agency, Ct)).Refusal);
        Assert.Equal(new AgencyNotFound(), (await Papers.ReminderAsync(0, Agency, Ct)).Refusal);
        Assert.Equal(new TaskLetterNotYours(), (await Papers.ReminderAsync(agency, As(Role.AssociationOfficer), Ct)).Refusal);
        Given.AnnualRow(agency, dueOn: new DateOnly(2026, 11, 10));
        Assert.Equal(new ProgrammeNotDescribed(2026), (await Papers.ReminderAsync(agency, Agency, Ct)).Refusal);
    }
}
