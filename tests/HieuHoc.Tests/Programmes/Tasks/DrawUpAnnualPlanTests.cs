using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class DrawUpAnnualPlanTests : TasksTest
{
    [Fact]
    public async Task The_plan_of_a_year_has_the_tasks_in_which_the_agency_has_a_part()
    {
        var task = Given.Task(Education, AgencyRole.Coordinate);
        Given.Part(task, Education, AgencyRole.Advise);
        Given.Task(Finance);
        Given.Task(Education, stated: Given.Stated with { FromYear = 2027 });

        Assert.Equal(new DrawnUp(1, 0), (await DrawUp.RunAsync(Education, 2026, OfEducation, Ct)).Value);
        Assert.Equal(new DrawnUp(0, 0), await DrawnUpAsync(Education));

        var row = await RowOfAsync(task);
        Assert.Equal((Education, 2026, "Báo cáo kết quả", new DateOnly(2026, 11, 15), RowState.NotBegun, false), (row.AgencyId, row.Year, row.Deliverable, row.DueOn, row.State, row.Edited));
        Assert.Equal(1, await ToldAsync<AnnualRowAdded>());
        Assert.Equal(new DrawnUp(2, 0), await DrawnUpAsync(Education, 2027));
    }

    [Fact]
    public async Task What_is_new_comes_and_what_nobody_wrote_in_follows_its_task()
    {
        var (written, plain) = (Given.Task(Education), Given.Task(Education));
        await DrawnUpAsync(Education);
        var row = await RowOfAsync(written);
        await KeepRows.ChangeAsync(row.Id, row.Revision, new StatedRow("Kế hoạch riêng", new DateOnly(2026, 12, 1), ""), OfEducation, Ct);

        foreach (var task in new[] { written, plain })
        {
            Assert.Null((await KeepTasks.ChangeAsync(task, 1, Given.Stated with { Deliverable = "Báo cáo nhanh" }, Led("Sở Giáo dục và Đào tạo"), Agency, Ct)).Refusal);
        }

        var added = Given.Task(Education);
        Assert.Equal(new DrawnUp(1, 1), await DrawnUpAsync(Education));
        Assert.Equal(["Kế hoạch riêng", "Báo cáo nhanh", "Báo cáo kết quả"], new[] { await RowOfAsync(written), await RowOfAsync(plain), await RowOfAsync(added) }.Select(one => one.Deliverable));
        Assert.Equal(1, await ToldAsync<AnnualRowRenewed>());
    }

    [Fact]
    public async Task What_was_dropped_or_done_once_does_not_come_again()
    {
        var (dropped, once) = (Given.Task(Education), Given.Task(Education, stated: Given.Stated with { Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null }));
        await DrawnUpAsync(Education);
        await KeepRows.DropAsync((await RowOfAsync(dropped)).Id, "Trùng việc", OfEducation, Ct);
        await SayProgress.RunAsync((await RowOfAsync(once)).Id, new ToldProgress(Guid.NewGuid(), 0, RowState.Done, "", Today), OfEducation, Ct);

        Assert.Equal(new DrawnUp(0, 0), await DrawnUpAsync(Education));
        Assert.Equal(new DrawnUp(1, 0), await DrawnUpAsync(Education, 2027));
        Assert.Equal([dropped], await Stored().AnnualRows.Where(row => row.Year == 2027).Select(row => row.TaskId!.Value).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_an_agency_that_ended_had_to_do_its_only_successor_plans_and_of_several_nobody_until_one_is_named()
    {
        var task = Given.Task(Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance));
        var parted = Given.EndedAgency(Province, "Sở Lao động", Education, Finance);
        var split = Given.Task(parted);

        Assert.Equal((1, 0), ((await DrawnUpAsync(Finance)).Added, (await DrawnUpAsync(Education)).Added));
        Assert.Equal(task, (await Stored().AnnualRows.SingleAsync(Ct)).TaskId);

        Assert.Null(await NameSuccessor.OfTaskAsync(split, parted, Education, Agency, Ct));

        Assert.Equal((0, 1), ((await DrawnUpAsync(Finance)).Added, (await DrawnUpAsync(Education)).Added));
    }

    [Fact]
    public async Task A_row_of_a_predecessor_is_not_planned_again_by_its_successor()
    {
        var predecessor = Given.EndedAgency(Province, "Sở Kế hoạch và Đầu tư", Finance);
        var task = Given.Task(predecessor);
        Given.AnnualRow(predecessor, task);

        Assert.Equal(new DrawnUp(0, 0), await DrawnUpAsync(Finance));
    }

    [Fact]
    public async Task Each_draws_up_its_own_plan_and_the_standing_agency_any()
    {
        Given.Task(Education);

        foreach (var (agency, actor, expected) in new (int, Actor, Refusal?)[]
        {
            (Finance, OfEducation, new AgencyNotFound()),
            (Education, Of(Education, Role.AgencyLeader), new AnnualPlanNotYours()),
            (Education, As(Role.Leader), new AnnualPlanNotYours()),
            (Education, Association, new AnnualPlanNotYours()),
            (Education, Association with { AgencyId = Education }, null),
            (Committee, Officer, null),
            (Education, Officer, new AgencyNotFound()),
            (Committee, Agency, null),
            (Education, Administrator, new AgencyNotFound()),
            (0, Agency, new AgencyNotFound()),
            (Given.EndedAgency(Province, "Sở cũ", Education), Agency, new AgencyNotFound()),
        })
        {
            Assert.Equal(expected, (await DrawUp.RunAsync(agency, 2026, actor, Ct)).Refusal);
        }

        Assert.Equal(new AnnualPlanYearUnfit("2000", "2100"), (await DrawUp.RunAsync(Education, 1999, Agency, Ct)).Refusal);
        Assert.Equal(new AnnualPlanYearUnfit("2000", "2100"), (await DrawUp.RunAsync(Education, 2101, Agency, Ct)).Refusal);
    }
}
