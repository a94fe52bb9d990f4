using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Cells;

/// <summary>What a commune asks of single cells of its villages.</summary>
public sealed class CellsOfVillagesTests : VillageReturnsTest
{
    private int village;
    private Actor head = null!;
    private ReturnId id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        village = Village("Mai Đàn");
        head = Given.Person(Role.VillageOfficer, village);
        id = Given.Return(Round, village, ReturnState.Sent, Rain(days: 300, gauges: 2));
        Assert.Null((await new MarkCells(Stored(), Shelf, Clock).RunAsync(id, 0, [new TypedMark("rain.days", "Nhiều ngày quá")], Officer, Ct)).Refusal);
        Assert.Null((await TakeReturnStep.RunAsync(id, 1, ReturnStep.AskToMend, null, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task The_head_answers_or_mends_before_sending()
    {
        Assert.Equal(new CellsNotAnswered(1, "rain.days"), (await TakeReturnStep.RunAsync(id, 2, ReturnStep.Send, null, head, Ct)).Refusal);
        Assert.Equal(new CellsFrozen(1, "rain.gauges"), (await SaveAsync(2, Rain(days: 30, gauges: 3))).Refusal);

        Assert.Null((await SaveAsync(2, Rain(days: 30, gauges: 2))).Refusal);
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 3, ReturnStep.Send, null, head, Ct)).Refusal);
    }

    [Fact]
    public async Task Who_hands_in_for_the_village_answers_for_it()
    {
        Given.Paper(id, Officer, Clock.Now);
        Assert.Equal(new CellsNotAnswered(1, "rain.days"), (await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 2, ReturnStep.OnBehalf, "Phiếu ngày 20/11/2026", Officer, Ct)).Refusal);

        Assert.Null((await new RemarkOnCells(Stored(), Shelf, Clock).RunAsync(id, [new TypedRemark(new RemarkId(Guid.CreateVersion7()), "rain.days", "Trưởng thôn đã xác nhận")], Officer, Ct)).Refusal);
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 2, ReturnStep.OnBehalf, "Phiếu ngày 20/11/2026", Officer, Ct)).Refusal);
        Assert.Equal(RemarkSide.Sender, (await Stored().CellRemarks.SingleAsync(Ct)).Side);
    }

    [Fact]
    public async Task Marks_stay_with_the_return_of_a_village_that_ended_and_the_heir_s_opens_as_a_whole()
    {
        var merged = await MergeAsync(village, Village("Câu Nhi"));

        var heir = await ReturnOfAsync(merged);
        Assert.Equal((null, ReturnState.Entering), (heir.MarkedVersion, heir.State));
        Assert.Equal(id, (await Stored().CellMarks.SingleAsync(Ct)).ReturnId);
        Assert.Null((await new SaveReturn(Stored(), Shelf, Clock).RunAsync(heir.Id, heir.Revision, Given.Typed(Rain(days: 1, gauges: 9)), Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task A_village_that_goes_on_and_takes_another_over_answers_anew()
    {
        var other = Village("Câu Nhi");
        Given.Return(Round, other, answers: Rain(days: 1, gauges: 1));
        Assert.Single((await RearrangeVillages.RunAsync(Merger([village, other], goesOn: village), Officer, Ct)).Value);

        Assert.Null((await ReturnOfAsync(village)).MarkedVersion);
    }

    private async Task<Outcome<SavedReturn>> SaveAsync(int revision, Dictionary<string, long> answers) =>
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, revision, Given.Typed(answers), head, Ct);
}
