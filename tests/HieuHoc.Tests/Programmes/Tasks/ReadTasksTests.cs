using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class ReadTasksTests : TasksTest
{
    [Fact]
    public async Task What_is_overdue_comes_first_and_each_line_says_how_it_stands()
    {
        var task = Given.Task(Education);
        Given.Part(task, Finance, AgencyRole.Coordinate);
        Given.Task();
        Given.Task(Education, stated: Given.Stated with { Text = "Xây dựng tủ sách", DueMonth = null, DueDay = null });
        var done = Row("đã xong", 1);
        await SayAsync(done, RowState.Done);
        var begun = Row("đang làm", 40);
        await SayAsync(begun, RowState.UnderWay);
        var dropped = Row("đã bỏ", -5);
        await KeepRows.DropAsync(dropped, "Trùng", OfEducation, Ct);
        Row("quá hạn", -1);
        Row("hôm nay", 0);
        Row("trong bảy ngày", 7);
        Row("tám ngày", 8);
        Row("chưa có hạn", null);
        Given.AnnualRow(Finance, task, dueOn: Today.AddDays(-2));

        var lines = (await ReadTasks.RunAsync(2026, null, Agency, Ct)).Lines;

        Assert.Equal(
            [
                "Overdue Sở Giáo dục và Đào tạo Tổ chức Tuần lễ hưởng ứng học tập suốt đời", "Overdue Sở Tài chính Tổ chức Tuần lễ hưởng ứng học tập suốt đời",
                "Overdue Sở Giáo dục và Đào tạo quá hạn", "DueSoon Sở Giáo dục và Đào tạo hôm nay",
                "DueSoon Sở Giáo dục và Đào tạo trong bảy ngày", "UnderWay Sở Giáo dục và Đào tạo đang làm", "NotBegun Sở Giáo dục và Đào tạo tám ngày",
                "NotBegun Sở Giáo dục và Đào tạo chưa có hạn", "NotPlanned Sở Giáo dục và Đào tạo Xây dựng tủ sách",
                "NotGiven  Tổ chức Tuần lễ hưởng ứng học tập suốt đời", "Done Sở Giáo dục và Đào tạo đã xong", "Dropped Sở Giáo dục và Đào tạo đã bỏ",
            ],
            lines.Select(line => $"{line.State} {line.Agency} {line.Text}"));
        Assert.Equal(("Sở Giáo dục và Đào tạo", AgencyRole.Coordinate), (lines[1].Leads, lines[1].Roles.Single()));
        Assert.Equal(["Sở Giáo dục và Đào tạo", "Sở Tài chính"], (await ReadTasks.RunAsync(2026, Finance, Agency, Ct)).Agencies.Select(agency => agency.Name));
        Assert.Single((await ReadTasks.RunAsync(2026, Finance, Agency, Ct)).Lines);
    }

    [Fact]
    public async Task What_is_overdue_stays_in_the_lists_of_later_years()
    {
        Given.AnnualRow(Education, year: 2025, dueOn: new DateOnly(2025, 6, 1), text: "còn nợ");
        await SayAsync(Given.AnnualRow(Education, year: 2025, dueOn: new DateOnly(2025, 6, 1), text: "đã xong"), RowState.Done);

        Assert.Equal(["còn nợ"], (await ReadTasks.RunAsync(2026, null, OfEducation, Ct)).Lines.Select(line => line.Text));
        Assert.Empty((await ReadTasks.RunAsync(2024, null, OfEducation, Ct)).Lines);
    }

    [Theory]
    [InlineData(2026, -19, TaskLineState.Overdue)]
    [InlineData(2026, 7, TaskLineState.DueSoon)]
    [InlineData(2026, 8, TaskLineState.NotPlanned)]
    [InlineData(2026, -354, TaskLineState.Overdue)]
    [InlineData(2025, -354, TaskLineState.Overdue)]
    public async Task What_is_not_planned_stands_by_the_day_of_its_task(int year, int days, TaskLineState state)
    {
        Once(Today.AddDays(days));

        var line = Assert.Single((await ReadTasks.RunAsync(year, null, OfEducation, Ct)).Lines);
        Assert.Equal((state, Today.AddDays(days), null), (line.State, line.DueOn, line.Row));
        Assert.Equal(Today.AddDays(days).Year, line.Year);
    }

    [Fact]
    public async Task What_is_done_once_stays_in_the_lists_of_later_years_until_it_is_done_or_dropped()
    {
        var (done, dropped, planned, open) = (Once(Today.AddDays(-354)), Once(Today.AddDays(-354)), Once(Today.AddDays(-354)), Once(Today.AddDays(-354)));
        await SayAsync(Given.AnnualRow(Education, done, 2025), RowState.Done);
        await KeepRows.DropAsync(Given.AnnualRow(Education, dropped, 2025), "Trùng", OfEducation, Ct);
        var row = Given.AnnualRow(Education, planned, 2025, Today.AddDays(-354));

        Assert.Equal(
            new[] { (planned, (AnnualRowId?)row, 2025), (open, null, 2025) }.ToHashSet(),
            (await ReadTasks.RunAsync(2026, null, OfEducation, Ct)).Lines.Select(line => (line.Task!.Id, line.Row?.Id, line.Year)).ToHashSet());
    }

    [Fact]
    public async Task What_was_done_once_in_the_plan_of_an_earlier_year_is_over_and_what_goes_on_in_a_later_one_is_not_missed()
    {
        var (early, late) = (Once(Today.AddDays(-1)), Once(Today.AddDays(-354)));
        await SayAsync(Given.AnnualRow(Education, early, 2025), RowState.Done);
        Given.AnnualRow(Education, late, 2026, Today.AddDays(3));

        Assert.Equal(late, Assert.Single((await ReadTasks.RunAsync(2026, null, OfEducation, Ct)).Lines).Task!.Id);
    }

    [Fact]
    public async Task What_is_done_every_year_is_missed_in_the_years_since_it_was_given()
    {
        Given.Task(Education, stated: Given.Stated with { FromYear = 2021 });
        Time.MoveTo(new DateTimeOffset(2028, 1, 10, 9, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal(
            [(2026, TaskLineState.Overdue), (2027, TaskLineState.Overdue), (2028, TaskLineState.NotPlanned)],
            (await ReadTasks.RunAsync(2028, null, OfEducation, Ct)).Lines.Select(line => (line.Year, line.State)));
    }

    [Fact]
    public async Task Of_a_task_that_another_agency_planned_an_agency_sees_its_own_part_alone()
    {
        var task = Once(Today.AddDays(-3));
        Given.Part(task, Finance, AgencyRole.Coordinate);
        Given.AnnualRow(Finance, task, dueOn: Today.AddDays(-3));

        Assert.Equal([null], (await ReadTasks.RunAsync(2026, null, OfEducation, Ct)).Lines.Select(line => line.Row));
        Assert.Equal(2, (await ReadTasks.RunAsync(2026, null, Agency, Ct)).Lines.Count(line => line.State is TaskLineState.Overdue));
    }

    [Fact]
    public async Task Days_to_come_are_also_those_that_nobody_planned_of_what_is_done_every_year_the_next()
    {
        var (once, yearly) = (Once(new DateOnly(2028, 3, 1)), Given.Task(Education));
        Once(Today.AddDays(-1));
        Given.AnnualRow(Education, once, 2027);
        var shared = Once(Today.AddDays(5));
        Given.Part(shared, Finance, AgencyRole.Coordinate);
        var row = Given.AnnualRow(Finance, shared, dueOn: Today.AddDays(5));

        Assert.Equal(
            [(Today.AddDays(5), shared, row, 2), (new DateOnly(2027, 11, 15), yearly, null, 1), (new DateOnly(2028, 3, 1), once, null, 1)],
            (await ReadTasks.ComingAsync(Agency, Ct)).Select(day => (day.Day, day.Task!.Value, day.Row, day.Count)));
        Assert.Equal([null, null, null], (await ReadTasks.ComingAsync(OfEducation, Ct)).Select(day => day.Row));
    }

    [Fact]
    public async Task Without_a_pack_of_reminders_nothing_is_due_soon_before_its_day()
    {
        Assert.Equal(7, await ReadTasks.SoonAsync(Agency, Ct));
        Time.MoveTo(new DateTimeOffset(2019, 12, 1, 9, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal(0, await ReadTasks.SoonAsync(Agency, Ct));
    }

    [Fact]
    public async Task What_an_agency_that_ended_had_to_do_stands_under_who_goes_on()
    {
        var one = Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance);
        var task = Given.Task(one);
        Given.AnnualRow(one, text: "việc riêng");
        Given.Task(Given.EndedAgency(Province, "Sở Lao động", Education, Finance));

        Assert.Equal(["Sở Lao động", "Sở Tài chính", "Sở Tài chính"], (await ReadTasks.RunAsync(2026, null, Agency, Ct)).Lines.Select(line => line.Agency));
        Assert.Contains((await ReadTasks.RunAsync(2026, null, Of(Finance), Ct)).Lines, line => line.Task?.Id == task && line.Leads == "Sở Tài chính");
    }

    [Fact]
    public async Task Each_sees_its_own_and_the_province_all()
    {
        var (shared, committees, nobodys) = (Given.Task(Education), Given.Task(Committee), Given.Task());
        Given.Part(shared, Finance, AgencyRole.Request);
        var rows = new[] { Given.AnnualRow(Education, shared), Given.AnnualRow(Finance, shared), Given.AnnualRow(Committee, committees) };
        var neighbour = Given.Place("Vĩnh Định", under: Province);
        Given.Owner(Given.Place("Huế"), id: 2);

        foreach (var (actor, tasks, seen) in new (Actor, TaskId[], AnnualRowId[])[]
        {
            (Agency, [shared, committees, nobodys], rows),
            (Association, [shared, committees, nobodys], rows),
            (As(Role.Leader), [shared, committees, nobodys], rows),
            (As(Role.Auditor), [shared, committees, nobodys], rows),
            (OfEducation, [shared], [rows[0]]),
            (Of(Finance, Role.AgencyLeader), [shared], [rows[1]]),
            (Officer, [committees], [rows[2]]),
            (Leader, [committees], [rows[2]]),
            (Officer with { PlaceId = neighbour }, [], []),
            (Administrator, [], []),
            (Agency with { Role = Role.VillageOfficer, PlaceId = Commune }, [], []),
            (Agency with { Owner = 2 }, [], []),
        })
        {
            Assert.Equal(tasks.ToHashSet(), await Stored().TasksVisibleTo(actor).Select(task => task.Id).ToHashSetAsync(Ct));
            Assert.Equal(seen.ToHashSet(), await Stored().AnnualRowsVisibleTo(actor).Select(row => row.Id).ToHashSetAsync(Ct));
        }

        Assert.Equal(rows[0], await Stored().AnnualRowsKeptBy(OfEducation).Select(row => row.Id).SingleAsync(Ct));
        Assert.Equal(3, await Stored().AnnualRowsKeptBy(Agency).CountAsync(Ct));
        Assert.Equal(0, await Stored().AnnualRowsKeptBy(Association).CountAsync(Ct));
        Assert.Equal(3, await Stored().TasksKeptBy(Association).CountAsync(Ct));
        Assert.Equal(0, await Stored().TasksKeptBy(OfEducation).CountAsync(Ct));
    }

    [Fact]
    public async Task What_was_planned_is_read_though_the_agency_has_a_part_in_it_no_longer()
    {
        Given.AnnualRow(Education, Given.Task(Finance));

        Assert.Equal("Tổ chức Tuần lễ hưởng ứng học tập suốt đời", Assert.Single((await ReadTasks.RunAsync(2026, null, OfEducation, Ct)).Lines).Text);
    }

    [Fact]
    public async Task Days_to_come_are_those_of_what_is_still_to_be_done()
    {
        var task = Once(Today.AddDays(3));
        Given.AnnualRow(Education, task, dueOn: Today.AddDays(3));
        Given.AnnualRow(Finance, task, dueOn: Today.AddDays(3));
        Row("quá hạn", -1);
        Row("hôm nay", 0);
        await SayAsync(Row("đã xong", 2), RowState.Done);

        var (all, own) = (await ReadTasks.ComingAsync(Agency, Ct), await ReadTasks.ComingAsync(OfEducation, Ct));

        Assert.Equal([(Today, "hôm nay", 1), (Today.AddDays(3), "Tổ chức Tuần lễ hưởng ứng học tập suốt đời", 2)], all.Select(day => (day.Day, day.Text, day.Count)));
        Assert.Equal([1, 1], own.Select(day => day.Count));
        Assert.Empty(await ReadTasks.ComingAsync(Administrator, Ct));
    }

    [Fact]
    public async Task The_evidence_of_a_row_is_seen_with_it_and_changed_by_whoever_writes_in_it()
    {
        var (row, kind, file) = (Given.AnnualRow(Education), new AnnualRowFiles(), new AttachmentId(Guid.CreateVersion7()));
        var record = AnnualRowFiles.RecordOf(row);
        await using var db = Engine.Open();
        db.Add(new Attachment
        {
            Owner = 1, Id = file, Kind = AnnualRowFiles.Kind, Record = record, Sha256 = "", Size = 1, MediaType = "application/pdf", Name = "bao-cao.pdf", AddedBy = null, AddedAt = Clock.Now.Instant,
        });
        await db.SaveChangesAsync(Ct);

        foreach (var (actor, sees, keeps) in new[] { (OfEducation, 1, true), (Agency, 1, true), (As(Role.Leader), 1, false), (Of(Finance), 0, false) })
        {
            Assert.Equal(sees, await kind.Visible(Stored(), record, actor).CountAsync(Ct));
            Assert.Equal(keeps, await kind.MayAddAsync(Stored(), record, actor, Ct));
            Assert.Equal(keeps ? [file] : [], await kind.EndableAsync(Stored(), record, actor, Ct));
        }

        Assert.Equal(AnnualRowFiles.Kind, kind.Name);
    }

    private TaskId Once(DateOnly day) => Given.Task(Education, stated: Given.Stated with
    {
        FromYear = 2025, ToYear = 2028, Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null, DueOn = day,
    });

    private AnnualRowId Row(string text, int? days) => Given.AnnualRow(Education, dueOn: days is { } from ? Today.AddDays(from) : null, text: text);

    private async Task SayAsync(AnnualRowId row, RowState state) =>
        Assert.Null((await SayProgress.RunAsync(row, new ToldProgress(Guid.CreateVersion7(), 0, state, "", Today), OfEducation, Ct)).Refusal);
}
