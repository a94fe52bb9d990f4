using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class KeepTasksTests : TasksTest
{
    private readonly TaskId id = new(Guid.CreateVersion7());

    [Fact]
    public async Task A_task_is_made_once_with_those_who_have_a_part_in_it()
    {
        var given = new GivenAgencies(new Dictionary<AgencyRole, IReadOnlyList<string>>
        {
            [AgencyRole.Lead] = ["sở giáo dục và đào tạo"], [AgencyRole.Coordinate] = ["Sở Tài chính", "UBND xã Hải Lăng"],
        });

        Assert.Null((await MakeAsync(agencies: given)).Refusal);
        Assert.Null((await MakeAsync(agencies: given)).Refusal);

        Assert.Equal(1, await Stored().ProgrammeTasks.CountAsync(Ct));
        Assert.Equal(
            new[] { (Education, AgencyRole.Lead), (Finance, AgencyRole.Coordinate), (Committee, AgencyRole.Coordinate) }.ToHashSet(),
            (await Stored().TaskAgencies.ToListAsync(Ct)).Select(part => (part.AgencyId, part.Role)).ToHashSet());
        Assert.Equal(1, await ToldAsync<TaskMade>());
        Assert.IsType<TaskDiffers>((await MakeAsync(Given.Stated with { Text = "Việc khác" }, given)).Refusal);
        Assert.IsType<TaskDiffers>((await MakeAsync(agencies: Led("Sở Tài chính"))).Refusal);
    }

    [Fact]
    public async Task Who_does_not_run_the_programme_of_the_province_makes_and_changes_none()
    {
        var task = Given.Task(Education);

        foreach (var actor in new[] { OfEducation, Officer, As(Role.Leader), Association with { PlaceId = Commune } })
        {
            Assert.IsType<TasksNotYoursToKeep>((await MakeAsync(by: actor)).Refusal);
        }

        Assert.IsType<TasksNotYoursToKeep>((await ChangeAsync(task, by: OfEducation)).Refusal);
        Assert.IsType<TaskNotFound>((await ChangeAsync(task, by: Of(Finance))).Refusal);
        Assert.IsType<TaskNotFound>((await ChangeAsync(new TaskId(Guid.NewGuid()))).Refusal);
        Assert.Null((await MakeAsync(by: Association)).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_with_nothing_written()
    {
        foreach (var (stated, refusal) in new (StatedTask, Refusal)[]
        {
            (Given.Stated with { Text = " \n" }, new TaskTextMissing()),
            (Given.Stated with { Text = new string('a', 4_001) }, new TaskTextTooLong(4_000)),
            (Given.Stated with { Deliverable = new string('a', 501) }, new TaskLineTooLong(500)),
            (Given.Stated with { FromYear = 2031 }, new TaskPeriodUnfit("2000", "2100")),
            (Given.Stated with { FromYear = 1999 }, new TaskPeriodUnfit("2000", "2100")),
            (Given.Stated with { ToYear = 2101 }, new TaskPeriodUnfit("2000", "2100")),
            (Given.Stated with { Recurrence = TaskRecurrence.Once, DueOn = new DateOnly(2031, 1, 1) }, new TaskDueOutOfPeriod()),
            (Given.Stated with { DueMonth = 2, DueDay = 30 }, new TaskDayUnfit()),
            (Given.Stated with { DueMonth = 13 }, new TaskDayUnfit()),
            (Given.Stated with { DueDay = null }, new TaskDayUnfit()),
        })
        {
            Assert.Equal(refusal, (await MakeAsync(stated)).Refusal);
        }

        Assert.Equal(0, await Stored().ProgrammeTasks.CountAsync(Ct));
    }

    [Fact]
    public async Task A_name_that_means_nobody_or_several_is_never_guessed()
    {
        Given.Agency(Province, "Sở Nội vụ");
        Given.Agency(Commune, "Sở Nội vụ");
        var heir = Given.Agency(Province, "Sở Nông nghiệp và Môi trường");
        var ended = Given.EndedAgency(Province, "Sở Tài nguyên và Môi trường", heir);
        Given.EndedAgency(Province, "Sở Thông tin và Truyền thông", Education, Finance);

        Assert.Equal(new TaskAgencyUnknown("Sở Giáo dục"), (await MakeAsync(agencies: Led("Sở Giáo dục"))).Refusal);
        Assert.Equal(new TaskAgencyAmbiguous("Sở Nội vụ", "Sở Nội vụ; Sở Nội vụ"), (await MakeAsync(agencies: Led("Sở Nội vụ"))).Refusal);
        Assert.Equal(
            new TaskAgencyAmbiguous("Sở Thông tin và Truyền thông", "Sở Giáo dục và Đào tạo; Sở Tài chính"),
            (await MakeAsync(agencies: Led("Sở Thông tin và Truyền thông"))).Refusal);
        Assert.Null((await MakeAsync(agencies: Led("Sở Tài nguyên và Môi trường"))).Refusal);
        Assert.Equal(heir, (await Stored().TaskAgencies.SingleAsync(Ct)).AgencyId);
        Assert.NotEqual(heir, ended);
    }

    [Fact]
    public async Task A_task_is_changed_and_nobodys_change_is_overwritten_unseen()
    {
        var task = Given.Task(Education);
        var other = Given.Stated with { Deliverable = "Kế hoạch tuần lễ" };

        Assert.Equal(1, (await ChangeAsync(task)).Value.Revision); // nothing new
        Assert.Equal(2, (await ChangeAsync(task, other, Led("Sở Tài chính"))).Value.Revision);
        Assert.Equal(2, (await ChangeAsync(task, other, Led("Sở Tài chính"))).Value.Revision);
        Assert.IsType<TaskChangedMeanwhile>((await ChangeAsync(task, Given.Stated)).Refusal);
        Assert.IsType<TaskTextMissing>((await ChangeAsync(task, Given.Stated with { Text = "" }, startedFrom: 2)).Refusal);
        Assert.IsType<TaskAgencyUnknown>((await ChangeAsync(task, agencies: Led("Không có"), startedFrom: 2)).Refusal);
        Assert.Equal([(Finance, AgencyRole.Lead)], (await Stored().TaskAgencies.ToListAsync(Ct)).Select(part => (part.AgencyId, part.Role)));
        Assert.Equal(1, await ToldAsync<TaskChanged>());
    }

    [Fact]
    public async Task Whoever_stands_for_an_agency_that_ended_is_no_change_of_the_task()
    {
        var ended = Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance);
        var task = Given.Task(ended);

        Assert.Equal(1, (await ChangeAsync(task, agencies: Led("Sở Tài chính"))).Value.Revision);
        Assert.Equal(2, (await ChangeAsync(task, Given.Stated with { Division = "Phòng Ngân sách" }, Led("Sở Tài chính"))).Value.Revision);
        Assert.Equal(ended, (await Stored().TaskAgencies.SingleAsync(Ct)).AgencyId);
    }

    [Fact]
    public async Task The_rows_that_are_to_be_done_by_the_day_of_a_task_move_with_it()
    {
        var task = Given.Task(Education);
        var (followed, noted, own, done, dropped) = (Row(2026, 15), Row(2027, 15), Row(2028, 1), Row(2029, 15), Row(2030, 15));
        await KeepRows.ChangeAsync(noted, 1, new StatedRow("Kế hoạch", new DateOnly(2027, 11, 15), "Đã ghi chú"), Agency, Ct);
        await SayProgress.RunAsync(done, new ToldProgress(Guid.CreateVersion7(), 0, RowState.Done, "", Today), Agency, Ct);
        await KeepRows.DropAsync(dropped, "Trùng", Agency, Ct);

        Assert.Null((await ChangeAsync(task, Given.Stated with { DueMonth = 12, DueDay = 1 })).Refusal);
        Assert.Null((await ChangeAsync(task, Given.Stated with { DueMonth = 12, DueDay = 1 })).Refusal);

        Assert.Equal(
            [new DateOnly(2026, 12, 1), new DateOnly(2027, 12, 1), new DateOnly(2028, 11, 1), new DateOnly(2029, 11, 15), new DateOnly(2030, 11, 15)],
            await Task.WhenAll(new[] { followed, noted, own, done, dropped }.Select(async row => (await RowAsync(row)).DueOn!.Value)));
        Assert.Equal((2, "Đã ghi chú"), (await ToldAsync<AnnualRowRenewed>(), (await RowAsync(noted)).Note));
        var lines = (await ReadTasks.RunAsync(2026, null, Agency, Ct)).Lines;
        Assert.Equal((TaskLineState.NotBegun, null), (lines.Single().State, lines.Single().DueOfTask));
        Assert.Equal(new DateOnly(2028, 12, 1), (await ReadTasks.RunAsync(2028, null, Agency, Ct)).Lines.Single(line => line.Row?.Id == own).DueOfTask);

        AnnualRowId Row(int year, int day) => Given.AnnualRow(Education, task, year, new DateOnly(year, 11, day));
    }

    [Fact]
    public async Task A_row_of_a_later_plan_takes_the_day_of_a_task_that_is_due_earlier_now_and_can_still_be_written_in()
    {
        var once = Given.Stated with { FromYear = 2025, ToYear = 2026, Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null, DueOn = new DateOnly(2026, 12, 1) };
        var (task, earlier) = (Given.Task(Education, stated: once), new DateOnly(2025, 12, 1));
        var row = Given.AnnualRow(Education, task, dueOn: new DateOnly(2026, 12, 1));

        Assert.Null((await ChangeAsync(task, once with { DueOn = earlier })).Refusal);
        Assert.Equal(earlier, (await RowAsync(row)).DueOn);
        Assert.Equal((row, TaskLineState.Overdue), (await ReadTasks.RunAsync(2026, null, Agency, Ct)).Lines.Select(line => (line.Row!.Id, line.State)).Single());

        Assert.Null((await KeepRows.ChangeAsync(row, 2, new StatedRow("Kế hoạch", earlier, "Đã xin lùi hạn"), OfEducation, Ct)).Refusal);
        Assert.IsType<RowDueOutOfYear>((await KeepRows.ChangeAsync(row, 3, new StatedRow("Kế hoạch", earlier.AddDays(1), ""), OfEducation, Ct)).Refusal);
    }

    [Fact]
    public async Task A_task_that_is_refused_moves_no_row()
    {
        var task = Given.Task(Education);
        var row = Given.AnnualRow(Education, task, dueOn: new DateOnly(2026, 11, 15));

        Assert.IsType<TaskChangedMeanwhile>((await ChangeAsync(task, Given.Stated with { DueMonth = 12 }, startedFrom: 7)).Refusal);
        Assert.Equal((new DateOnly(2026, 11, 15), 1), ((await RowAsync(row)).DueOn, (await RowAsync(row)).Revision));
    }

    [Fact]
    public async Task All_communes_are_given_a_task_by_one_name()
    {
        var other = Given.Agency(Given.Place("Vĩnh Định", under: Province), "Ủy ban nhân dân xã Vĩnh Định", AgencyKind.PeoplesCommittee, level: AgencyLevel.Commune);

        Assert.Null((await MakeAsync(agencies: Led("UBND các xã, phường, đặc khu", "Sở Tài chính"))).Refusal);

        Assert.Equal(new[] { Committee, other, Finance }.ToHashSet(), (await Stored().TaskAgencies.ToListAsync(Ct)).Select(part => part.AgencyId).ToHashSet());
        Assert.Equal(1, await Stored().TasksVisibleTo(Officer).CountAsync(Ct));
        Assert.Equal(1, (await ChangeAsync(id, agencies: Led("Sở Tài chính", "UBND cấp xã"))).Value.Revision); // nothing new
    }

    [Fact]
    public void A_task_is_due_every_year_or_once_and_covers_the_years_of_its_period()
    {
        var yearly = TaskOf(Given.Stated with { DueMonth = 2, DueDay = 29 });
        var once = TaskOf(Given.Stated with { Recurrence = TaskRecurrence.Once, DueOn = new DateOnly(2027, 6, 30) });

        Assert.Equal([new DateOnly(2027, 2, 28), new DateOnly(2028, 2, 29)], new[] { 2027, 2028 }.Select(yearly.DueIn));
        Assert.Equal([null, new DateOnly(2027, 6, 30), new DateOnly(2027, 6, 30)], new[] { 2026, 2027, 2028 }.Select(once.DueIn));
        Assert.Equal([false, true, true, false], new[] { 2025, 2026, 2030, 2031 }.Select(yearly.Covers));
        Assert.Equal([true, true, false], new[] { 2026, 2027, 2028 }.Select(once.Covers));
    }

    private static ProgrammeTask TaskOf(StatedTask stated)
    {
        var task = new ProgrammeTask { Owner = 1, Id = default, PlanId = null, MadeBy = null, MadeAt = default };
        task.Say(stated.Kept());

        return task;
    }

    private Task<Outcome<ProgrammeTask>> MakeAsync(StatedTask? stated = null, GivenAgencies? agencies = null, Actor? by = null) =>
        KeepTasks.MakeAsync(id, stated ?? Given.Stated, agencies ?? GivenAgencies.None, by ?? Agency, Ct);

    private Task<Outcome<ProgrammeTask>> ChangeAsync(TaskId task, StatedTask? stated = null, GivenAgencies? agencies = null, Actor? by = null, int startedFrom = 1) =>
        KeepTasks.ChangeAsync(task, startedFrom, stated ?? Given.Stated, agencies ?? Led("Sở Giáo dục và Đào tạo"), by ?? Agency, Ct);
}
