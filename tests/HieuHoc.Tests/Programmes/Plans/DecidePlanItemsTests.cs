using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Plans;

public sealed class DecidePlanItemsTests : PlansTest
{
    private static readonly PlanTarget Corrected = new("I.1", "công dân đạt danh hiệu công dân học tập", TargetKind.Percent, 75, TargetQualifier.Exact, 2030, null, null);

    private Actor Colleague => Agency with { PersonId = new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000009")) };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TakeAsync();
    }

    [Fact]
    public async Task An_item_is_accepted_corrected_dropped_or_added()
    {
        var added = $"added-{Guid.CreateVersion7()}";
        Assert.Null(await DecideAsync("task-1", PlanVerdict.Accepted));
        Assert.Null(await DecideAsync("target-1", PlanVerdict.Corrected, Corrected));
        Assert.Null(await DecideAsync("target-2", PlanVerdict.Dropped));
        Assert.Null(await DecideAsync(added, PlanVerdict.Added, new PlannedTask("II.3", "Biểu dương gương tự học.")));

        var draft = await DraftAsync();
        Assert.Equal(PlanItemState.Accepted, draft.Find("task-1")!.State);
        Assert.Equal((PlanItemState.Corrected, Corrected, 70m), (draft.Find("target-1")!.State, draft.Find("target-1")!.Now, ((PlanTarget)draft.Find("target-1")!.Read!).Value));
        Assert.Equal((PlanItemState.Dropped, false), (draft.Find("target-2")!.State, draft.Find("target-2")!.IsKept));
        Assert.Equal((PlanItemState.Added, true), (draft.Find(added)!.State, draft.Find(added)!.IsKept));
        Assert.Equal(["task-1", "task-2", added], draft.Items.Where(item => item.Now is PlannedTask).Select(item => item.Key));
    }

    [Fact]
    public async Task Several_are_decided_at_once_or_none_of_them()
    {
        var act = await DecidePlanItems.RunAsync(
            Id, Guid.CreateVersion7(), [new DecidedItem("task-1", 0, PlanVerdict.Accepted), new DecidedItem("task-2", 5, PlanVerdict.Accepted)], Agency, Ct);

        Assert.IsType<PlanItemDecidedMeanwhile>(act.Refusal);
        Assert.Equal(0, await Stored().PlanDecisions.CountAsync(Ct));
    }

    [Fact]
    public async Task The_same_press_of_a_button_again_changes_nothing()
    {
        var act = Guid.CreateVersion7();
        Assert.Null(await DecideAsync("task-1", PlanVerdict.Accepted, seen: 0, act: act));

        Assert.Null(await DecideAsync("task-1", PlanVerdict.Accepted, seen: 0, act: act));
        Assert.IsType<PlanItemDecidedMeanwhile>(await DecideAsync("task-1", PlanVerdict.Dropped, seen: 0, act: act));
        Assert.Equal(1, await Stored().PlanDecisions.CountAsync(Ct));
    }

    [Fact]
    public async Task Whoever_did_not_see_the_last_decision_is_told_and_overwrites_nothing()
    {
        Assert.Null(await DecideAsync("target-1", PlanVerdict.Corrected, Corrected, by: Colleague));

        Assert.IsType<PlanItemDecidedMeanwhile>(await DecideAsync("target-1", PlanVerdict.Dropped, seen: 0));
        Assert.Equal(Corrected, (await DraftAsync()).Find("target-1")!.Now);
        Assert.Null(await DecideAsync("target-1", PlanVerdict.Dropped));
    }

    [Fact]
    public async Task What_a_person_writes_must_be_able_to_stand()
    {
        var draft = await DraftAsync();

        Assert.Equal(new PlanItemUnfit(PlanItemFault.OtherKind), await DecideAsync("target-1", PlanVerdict.Corrected, new PlannedTask("I", "Việc")));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.OtherKind), await DecideAsync("target-1", PlanVerdict.Corrected));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.PercentOutOfRange), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Value = 101 }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.ValueMissing), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Value = null }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.ValueMissing), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Measure = TargetKind.Achieved }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.NotWhole), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Measure = TargetKind.Level, Value = 2.5m }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.YearsUnfit), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { From = 2031 }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.YearsUnfit), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Year = 1999 }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.Empty), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Subject = " " }));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.TooLong), await DecideAsync("target-1", PlanVerdict.Corrected, Corrected with { Subject = new string('x', 4_001) }));
        Assert.Equal(PlanItemFault.TooLong, PlanItemChecks.FaultOf(new PlanAssignment("III.1", "Sở Tài chính", [], Duties: ["Bố trí kinh phí.", new string('x', 4_001)])));
        Assert.Equal(new PlanItemUnfit(PlanItemFault.Empty), await DecideAsync("head-1", PlanVerdict.Corrected, (PlanHead)draft.Items[0].Now with { Title = null }));
        Assert.Equal(0, await Stored().PlanDecisions.CountAsync(Ct));
    }

    [Theory]
    [InlineData(2, 29, true)]
    [InlineData(2, 30, false)]
    [InlineData(13, 1, false)]
    [InlineData(0, 1, false)]
    [InlineData(11, 30, true)]
    [InlineData(11, 31, false)]
    [InlineData(11, null, false)]
    [InlineData(null, null, true)]
    public void A_report_is_owed_on_a_day_that_years_have(int? month, int? day, bool fits) =>
        Assert.Equal(fits ? null : PlanItemFault.DayUnfit, PlanItemChecks.FaultOf(new PlanReport("IV", month, day, "year", true, "Sở GDĐT")));

    [Theory]
    [InlineData(11, 30, 2026, null)]
    [InlineData(11, 30, 1999, PlanItemFault.YearsUnfit)]
    [InlineData(11, 30, 2101, PlanItemFault.YearsUnfit)]
    [InlineData(null, null, 2026, PlanItemFault.DayUnfit)]
    public void A_report_that_is_owed_once_has_a_day_in_a_year_of_this_century(int? month, int? day, int year, PlanItemFault? fault) =>
        Assert.Equal(fault, PlanItemChecks.FaultOf(new PlanReport("IV", month, day, null, true, "Sở GDĐT", DueYear: year)));

    [Fact]
    public void A_report_that_was_kept_without_a_year_is_read_as_before()
    {
        const string Before = """{"item":"report","clause":"IV","dueMonth":12,"dueDay":15,"every":"year","before":true,"to":"UBND tỉnh","channel":null}""";

        Assert.Equal(new PlanReport("IV", 12, 15, "year", true, "UBND tỉnh"), JsonSerializer.Deserialize<PlanItem>(Before, Json.Compact));
    }

    [Fact]
    public async Task The_head_is_never_dropped_and_what_is_not_there_is_not_decided()
    {
        Assert.IsType<PlanHeadNeeded>(await DecideAsync("head-1", PlanVerdict.Dropped));
        Assert.IsType<PlanItemNotFound>(await DecideAsync("target-99", PlanVerdict.Accepted));
        Assert.IsType<PlanItemNotFound>(await DecideAsync("target-1", PlanVerdict.Added, Corrected));
        Assert.IsType<PlanItemNotFound>(await DecideAsync("new-1", PlanVerdict.Added, Corrected));
        Assert.IsType<PlanItemNotFound>(await DecideAsync("target-1", PlanVerdict.Undone));
        Assert.IsType<PlanNotFound>(await DecideAsync("target-1", PlanVerdict.Accepted, by: Officer));
    }

    [Fact]
    public async Task Undoing_goes_back_one_press_at_a_time()
    {
        await DecideAsync("target-1", PlanVerdict.Accepted);
        await DecideAsync("target-1", PlanVerdict.Corrected, Corrected);
        await DecidePlanItems.RunAsync(Id, Guid.CreateVersion7(), [new DecidedItem("task-1", 0, PlanVerdict.Accepted), new DecidedItem("task-2", 0, PlanVerdict.Accepted)], Agency, Ct);

        Assert.Null(await UndoAsync());
        Assert.Equal([PlanItemState.Open, PlanItemState.Open], (await DraftAsync()).Items.Where(item => item.Now is PlannedTask).Select(item => item.State));
        Assert.Null(await UndoAsync());
        Assert.Equal(PlanItemState.Accepted, (await DraftAsync()).Find("target-1")!.State);
        Assert.Null(await UndoAsync());
        Assert.Equal(PlanItemState.Open, (await DraftAsync()).Find("target-1")!.State);
        Assert.IsType<NothingToUndo>(await UndoAsync());
        Assert.Null(await DecideAsync("target-1", PlanVerdict.Accepted));
        Assert.Equal(PlanItemState.Accepted, (await DraftAsync()).Find("target-1")!.State);
    }

    [Fact]
    public async Task One_undoes_ones_own_and_the_same_press_once()
    {
        await DecideAsync("target-1", PlanVerdict.Accepted);
        await DecideAsync("target-1", PlanVerdict.Dropped, by: Colleague);
        var act = Guid.CreateVersion7();

        // What the colleague decided since stays; of one's own nothing holds.
        Assert.IsType<NothingToUndo>(await UndoAsync());
        Assert.Null(await UndoAsync(act, Colleague));
        Assert.Null(await UndoAsync(act, Colleague));
        Assert.Equal(PlanItemState.Accepted, (await DraftAsync()).Find("target-1")!.State);
    }

    [Fact]
    public async Task What_was_added_and_dropped_is_still_shown_as_it_was_written_and_can_come_back()
    {
        var added = $"added-{Guid.CreateVersion7()}";
        var task = new PlannedTask("II.3", "Biểu dương gương tự học.");
        await DecideAsync(added, PlanVerdict.Added, task);
        await DecideAsync(added, PlanVerdict.Dropped);
        Assert.Equal((PlanItemState.Dropped, task), ((await DraftAsync()).Find(added)!.State, (await DraftAsync()).Find(added)!.Now));

        await UndoAsync();
        Assert.Equal(PlanItemState.Added, (await DraftAsync()).Find(added)!.State);
        await UndoAsync();
        Assert.Null((await DraftAsync()).Find(added));
    }
}
