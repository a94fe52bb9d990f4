using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class TakeOverTasksTests : TasksTest
{
    private static readonly Dictionary<string, string> Nobody = [];

    private TakeOverTasks TakeOver => new(Db, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TakeAsync();
    }

    [Fact]
    public async Task Tasks_and_who_has_a_part_in_them_are_taken_over_once()
    {
        await ConfirmAsync();
        var offered = (await TakeOver.ReadAsync(Id, Agency, Ct)).Value;
        Assert.Equal(["task-1", "task-2", "assignment-1", "assignment-2"], offered.Open.Select(offer => offer.Item));
        Assert.Equal([Education], offered.Open[2].Agencies.Single().Meant);
        Assert.Contains("Chủ trì, phối hợp", offered.Open[2].Text, StringComparison.Ordinal);

        Assert.Equal(4, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);
        Assert.Equal(0, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);

        var tasks = await Stored().ProgrammeTasks.ToListAsync(Ct);
        Assert.All(tasks, task => Assert.Equal((Id, 2026, 2030, TaskRecurrence.EveryYear), (task.PlanId, task.FromYear, task.ToYear, task.Recurrence)));
        Assert.Equal(
            new[] { (Education, AgencyRole.Lead), (Education, AgencyRole.Coordinate), (Finance, AgencyRole.Advise) }.ToHashSet(),
            (await Stored().TaskAgencies.ToListAsync(Ct)).Select(part => (part.AgencyId, part.Role)).ToHashSet());
        Assert.Equal((4, 4), (tasks.Count, await ToldAsync<TaskTakenOver>()));
        Assert.Equal(4, (await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Taken);
    }

    [Fact]
    public async Task A_name_that_a_person_linked_means_the_agencies_that_they_said()
    {
        var codes = await Db.Agencies.Where(agency => agency.Id == Education || agency.Id == Finance).OrderBy(agency => agency.Id).Select(agency => agency.Code).ToListAsync(Ct);
        await DecideAsync("assignment-1", PlanVerdict.Corrected, new PlanAssignment("III.1", "Hai cơ quan", [AgencyRole.Lead], codes));
        await ConfirmAsync();

        Assert.Equal(4, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);
        Assert.Equal(0, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);

        Assert.Equal(
            new[] { Education, Finance }.ToHashSet(),
            (await Stored().TaskAgencies.Where(part => part.Role == AgencyRole.Lead).ToListAsync(Ct)).Select(part => part.AgencyId).ToHashSet());
    }

    [Fact]
    public async Task What_nobody_confirmed_becomes_no_task()
    {
        Assert.IsType<PlanNotConfirmedForTasks>((await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Refusal);
        await DecideAsync("task-2", PlanVerdict.Dropped);
        await ConfirmAsync();

        Assert.Equal(3, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);
        Assert.Null(await ConfirmPlan.ReopenAsync(Id, Agency, Ct));
        Assert.IsType<PlanNotConfirmedForTasks>((await TakeOver.ReadAsync(Id, Agency, Ct)).Refusal);
        Assert.DoesNotContain(await Stored().ProgrammeTasks.ToListAsync(Ct), task => task.Text.Contains("khuyến tài", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_next_version_adds_comes_and_what_was_taken_over_stays_as_people_wrote_it()
    {
        await ConfirmAsync();
        await TakeOver.RunAsync(Id, Nobody, Agency, Ct);
        var taken = await Stored().ProgrammeTasks.SingleAsync(task => task.Text.Contains("khuyến tài"), Ct);
        await KeepTasks.ChangeAsync(taken.Id, taken.Revision, StatedTask.Of(taken) with { Deliverable = "Báo cáo quý" }, GivenAgencies.None, Agency, Ct);
        await ConfirmPlan.ReopenAsync(Id, Agency, Ct);
        await DecideAsync("task-2", PlanVerdict.Corrected, new PlannedTask("II.2", "Đẩy mạnh khuyến học."));
        await DecideAsync($"added-{Guid.CreateVersion7()}", PlanVerdict.Added, new PlannedTask("II.3", "Biểu dương gương tự học."));
        await ConfirmPlan.RunAsync(Id, "Đọc lại", Agency, Ct);

        Assert.Equal(1, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);

        Assert.Equal("Báo cáo quý", (await Stored().ProgrammeTasks.SingleAsync(task => task.Id == taken.Id, Ct)).Deliverable);
        Assert.Equal(5, await Stored().ProgrammeTasks.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_a_name_that_means_nobody_or_several_a_person_says_who_and_until_then_it_waits()
    {
        await DecideAsync("assignment-1", PlanVerdict.Corrected, new PlanAssignment("II.1", "Ngành giáo dục", []));
        await ConfirmAsync();
        Assert.Equal(3, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);
        var waiting = Assert.Single((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open);
        Assert.Equal(("task-1", "assignment-1", 0), (waiting.Item, waiting.Agencies[0].Item, waiting.Agencies[0].Meant.Count));

        Assert.IsType<TaskAgencyUnknown>((await TakeOver.RunAsync(Id, new Dictionary<string, string> { ["assignment-1"] = "Sở nào đó" }, Agency, Ct)).Refusal);
        Assert.Equal(1, (await TakeOver.RunAsync(Id, new Dictionary<string, string> { ["assignment-1"] = "Sở Giáo dục và Đào tạo" }, Agency, Ct)).Value);

        var part = await Stored().TaskAgencies.SingleAsync(row => row.AgencyId == Education, Ct);
        Assert.Equal((AgencyRole.Coordinate, "Ngành giáo dục"), (part.Role, part.NamedAs));
        Assert.Empty((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open);
    }

    [Fact]
    public async Task Of_an_agency_that_ended_its_only_successor_takes_the_task()
    {
        var heir = Given.Agency(Province, "Sở Dân tộc và Tôn giáo");
        Given.EndedAgency(Province, "Ban Dân tộc", heir);
        await DecideAsync("assignment-2", PlanVerdict.Corrected, new PlanAssignment("III.2", "Ban Dân tộc", [AgencyRole.Lead]));
        await ConfirmAsync();

        await TakeOver.RunAsync(Id, Nobody, Agency, Ct);

        Assert.Equal("Ban Dân tộc", (await Stored().TaskAgencies.SingleAsync(part => part.AgencyId == heir, Ct)).NamedAs);
    }

    [Theory]
    [InlineData("UBND các xã, phường, đặc khu")]
    [InlineData("UBND cấp xã")]
    [InlineData("các địa phương")]
    public async Task What_all_communes_are_to_do_each_of_them_gets(string named)
    {
        var other = Given.Agency(Given.Place("Vĩnh Định", under: Province), "Ủy ban nhân dân xã Vĩnh Định", AgencyKind.PeoplesCommittee, level: AgencyLevel.Commune);
        await DecideAsync("assignment-2", PlanVerdict.Corrected, new PlanAssignment("III.2", named, [AgencyRole.Lead]));
        await ConfirmAsync();
        Assert.True((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open[3].Agencies.Single().IsAll);

        Assert.Equal(4, (await TakeOver.RunAsync(Id, Nobody, Agency, Ct)).Value);
        Assert.Empty((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open);

        Assert.Equal(
            new[] { (Committee, named), (other, named) }.ToHashSet(),
            (await Stored().TaskAgencies.Where(part => part.Role == AgencyRole.Lead && part.AgencyId != Education).ToListAsync(Ct)).Select(part => (part.AgencyId, part.NamedAs)).ToHashSet());
        Assert.Equal(Committee, Assert.Single((await ReadTasks.RunAsync(2026, null, Officer, Ct)).Lines).AgencyId);
    }

    [Fact]
    public async Task A_person_may_say_that_all_communes_are_meant()
    {
        await DecideAsync("assignment-2", PlanVerdict.Corrected, new PlanAssignment("III.2", "Cơ sở", [AgencyRole.Lead]));
        await ConfirmAsync();

        Assert.Equal(4, (await TakeOver.RunAsync(Id, new Dictionary<string, string> { ["assignment-2"] = "UBND cấp xã" }, Agency, Ct)).Value);

        Assert.Equal("Cơ sở", (await Stored().TaskAgencies.SingleAsync(part => part.AgencyId == Committee, Ct)).NamedAs);
    }

    [Fact]
    public async Task Agencies_that_a_heading_names_side_by_side_are_taken_each_and_what_is_unknown_waits_by_itself()
    {
        await DecideAsync("assignment-1", PlanVerdict.Corrected, new PlanAssignment("III.1", "Sở Giáo dục và Đào tạo, Sở Nào Đó và các đoàn thể; Sở Tài chính, Sở Giáo dục và Đào tạo", [AgencyRole.Lead]));
        await ConfirmAsync();
        var heading = (await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open[2];
        Assert.Equal(["Sở Giáo dục và Đào tạo: 1", "Sở Nào Đó và các đoàn thể: 0", "Sở Tài chính: 1"], heading.Agencies.Select(agency => $"{agency.Name}: {agency.Meant.Count}"));

        await TakeOver.RunAsync(Id, Nobody, Agency, Ct);

        Assert.Equal(
            new[] { Education, Finance }.ToHashSet(), (await Stored().TaskAgencies.Where(part => part.Role == AgencyRole.Lead).ToListAsync(Ct)).Select(part => part.AgencyId).ToHashSet());
        var waiting = Assert.Single((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open).Agencies.Single(agency => !agency.Taken);
        Assert.Equal(1, (await TakeOver.RunAsync(Id, new Dictionary<string, string> { [waiting.Item] = "UBND xã Hải Lăng" }, Agency, Ct)).Value);
        Assert.Empty((await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open);
    }

    [Fact]
    public async Task An_assignment_that_a_person_added_says_its_duties()
    {
        var (told, untold) = ($"added-{Guid.CreateVersion7()}", $"added-{Guid.CreateVersion7()}");
        await DecideAsync(told, PlanVerdict.Added, new PlanAssignment("IV.1", "Sở Tài chính", [], Duties: ["Bố trí kinh phí.", "Hướng dẫn quyết toán."]));
        await DecideAsync(untold, PlanVerdict.Added, new PlanAssignment("IV.2", "Sở Tài chính", []));
        await ConfirmAsync();

        var offers = (await TakeOver.ReadAsync(Id, Agency, Ct)).Value.Open.ToDictionary(offer => offer.Item, offer => offer.Text);
        Assert.Equal(("Bố trí kinh phí.\nHướng dẫn quyết toán.", "Sở Tài chính"), (offers[told], offers[untold]));
    }

    [Fact]
    public async Task Who_does_not_run_the_programme_takes_nothing_over()
    {
        await ConfirmAsync();

        Assert.IsType<TasksNotYoursToKeep>((await TakeOver.RunAsync(Id, Nobody, Association with { PlaceId = Commune }, Ct)).Refusal);
        Assert.IsType<PlanNotFound>((await TakeOver.RunAsync(Id, Nobody, OfEducation, Ct)).Refusal);
        Assert.IsType<PlanNotFound>((await TakeOver.RunAsync(new PlanId(Guid.NewGuid()), Nobody, Agency, Ct)).Refusal);
    }
}
