using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Plans;

public sealed class TakePlanTests : PlansTest
{
    [Fact]
    public async Task What_was_read_waits_for_a_person_item_by_item()
    {
        var plan = (await TakeAsync()).Value;

        var draft = await DraftAsync();
        Assert.Equal(PlanState.Confirming, plan.State);
        Assert.All(draft.Items, item => Assert.Equal((PlanItemState.Open, 0), (item.State, item.Decided)));
        Assert.Equal(draft.Items.Count, draft.Open);
        Assert.Equal(
            [PlanItemKind.Head, PlanItemKind.Basis, PlanItemKind.Target, PlanItemKind.Target, PlanItemKind.Task, PlanItemKind.Task, PlanItemKind.Assignment, PlanItemKind.Assignment, PlanItemKind.Recipient, PlanItemKind.Recipient],
            draft.Items.Select(item => item.Now.Kind));
        Assert.Equal("Xây dựng xã hội học tập giai đoạn 2026-2030", Assert.IsType<PlanHead>(draft.Items[0].Now).Title);
        var target = Assert.IsType<PlanTarget>(draft.Find("target-1")!.Now);
        Assert.Equal((TargetKind.Percent, 70m, TargetQualifier.Strive, 2030), (target.Measure, target.Value, target.Qualifier, target.Year));
        Assert.Equal(0, await Stored().PlanVersions.CountAsync(Ct));
    }

    [Fact]
    public async Task Every_item_but_the_head_stands_somewhere_in_the_text()
    {
        var plan = (await TakeAsync()).Value;

        foreach (var item in (await DraftAsync()).Items.Skip(1))
        {
            Assert.NotEqual("", plan.Text.Substring(item.Start, item.Length).Trim());
        }
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_plan_and_another_under_its_id_is_refused()
    {
        var first = (await TakeAsync()).Value;

        Assert.Equal(first.Id, (await TakeAsync()).Value.Id);
        Assert.IsType<PlanDiffers>((await TakeAsync(Text.Replace("70%", "80%", StringComparison.Ordinal))).Refusal);
        Assert.Equal(1, await Stored().Plans.CountAsync(Ct));
    }

    [Fact]
    public async Task A_paper_that_says_nothing_that_can_be_run_is_refused_and_leaves_nothing()
    {
        Assert.IsType<PlanSaysNothing>((await TakeAsync("Giấy mời họp phụ huynh học sinh.")).Refusal);
        Assert.Equal(0, await Stored().Plans.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason()
    {
        Assert.IsType<PlanUnreadable>((await TakeAsync("%PDF-1.7 hỏng")).Refusal);
        Assert.Equal(0, await Stored().Plans.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_is_no_paper_is_not_kept_and_nor_is_what_was_read_of_it()
    {
        Assert.NotNull((await TakeAsync(name: "ke-hoach.exe")).Refusal);
        Assert.Equal(0, await Stored().Plans.CountAsync(Ct));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Who_does_not_run_the_programme_reads_none_in(Role role) => Assert.IsType<PlansNotYours>((await TakeAsync(by: As(role))).Refusal);

    [Fact]
    public async Task The_plan_of_another_programme_does_not_exist()
    {
        await TakeAsync();

        Assert.Null(await Stored().StandingPlanAsync(Id, Agency with { Owner = 2 }, Ct));
        Assert.Null(await Stored().StandingPlanAsync(Id, Officer, Ct));
    }
}
