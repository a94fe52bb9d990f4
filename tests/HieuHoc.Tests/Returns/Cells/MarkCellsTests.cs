using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Cells;

public sealed class MarkCellsTests : CellsTest
{
    private MarkCells MarkCells => new(Stored(), Shelf, Clock);

    [Fact]
    public async Task Marks_are_kept_with_their_reasons_who_and_when()
    {
        Assert.Null(await MarkAsync(Mark(Families, " Giảm nhiều "), Mark(Clans)));

        var marks = await Stored().CellMarks.OrderBy(mark => mark.Cell).ToListAsync(Ct);
        Assert.Equal([(Clans, "Xem lại", 1), (Families, "Giảm nhiều", 1)], marks.Select(mark => (mark.Cell, mark.Reason, mark.Version)));
        Assert.All(marks, mark => Assert.Equal((Agency.PersonId, Clock.Now.Instant, null), (mark.MarkedBy, mark.MarkedAt, mark.AskedAt)));
        Assert.Equal((ReturnState.Sent, 1), ((await StoredReturnAsync(Id)).State, (await StoredReturnAsync(Id)).CurrentVersion));
    }

    [Fact]
    public async Task Until_it_is_given_back_marks_are_changed_and_taken_away()
    {
        await MarkAsync(Mark(Families), Mark(Clans));

        Assert.Null(await MarkAsync(Mark(Families, "Khác năm trước")));
        Assert.Equal((Families, "Khác năm trước"), await Stored().CellMarks.SingleAsync(Ct) is var left ? (left.Cell, left.Reason) : default);
        Assert.Null(await MarkAsync());
        Assert.Empty(await Stored().CellMarks.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_same_marks_again_change_nothing()
    {
        await MarkCells.RunAsync(Id, 0, [Mark(Families)], Agency, Ct);

        var again = await MarkCells.RunAsync(Id, 0, [Mark(Families)], Agency, Ct);

        Assert.Null(again.Refusal);
        Assert.Equal(1, await RevisionAsync());
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_two_who_mark_the_second_overwrites_nothing()
    {
        await MarkCells.RunAsync(Id, 0, [Mark(Families)], Agency, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), (await MarkCells.RunAsync(Id, 0, [Mark(Clans)], Agency, Ct)).Refusal);
        Assert.Equal(Families, (await Stored().CellMarks.SingleAsync(Ct)).Cell);
    }

    [Fact]
    public async Task Of_two_who_mark_at_the_same_moment_one_is_told()
    {
        // The first has read the return when the second marks.
        await Db.Returns.LoadAsync(Ct);
        await MarkCells.RunAsync(Id, 0, [Mark(Families)], Agency, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), (await new MarkCells(Db, Shelf, Clock).RunAsync(Id, 0, [Mark(Clans)], Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task A_mark_is_of_a_cell_of_the_form_and_has_a_reason_of_few_words()
    {
        Assert.Equal(new MarkedCellNotAsked("snow.depth"), await MarkAsync(Mark("snow.depth")));
        Assert.Equal(new MarkReasonMissing("Gia đình: tổng số"), await MarkAsync(Mark(Families, " ")));
        Assert.Equal(new RemarkTooLong(500), await MarkAsync(Mark(Families, new string('a', 501))));
        Assert.Null(await MarkAsync(Mark(Families, new string('a', 500))));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task Only_who_checks_marks(Role role) =>
        Assert.Equal(new ReturnStepNotYours(ReturnStep.AskToMend), (await MarkCells.RunAsync(Id, 0, [Mark(Families)], As(role), Ct)).Refusal);

    [Theory]
    [InlineData(ReturnState.Entering)]
    [InlineData(ReturnState.AwaitingLeader)]
    [InlineData(ReturnState.ToMend)]
    [InlineData(ReturnState.Confirmed)]
    public async Task Only_what_is_being_checked_is_marked(ReturnState state)
    {
        var id = Given.Return(Round, Given.Place("Mỹ Thủy", under: Province), state, Given.Answers());

        Assert.Equal(new ReturnStepNotPossible(state, ReturnStep.AskToMend), (await MarkCells.RunAsync(id, 0, [Mark(Families)], Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task Where_the_form_has_a_step_for_it_a_return_is_received_before_its_cells_are_marked()
    {
        var form = Given.Pack(Given.Form("rain.days") with { Id = "received", Steps = Enum.GetValues<ReturnStep>().Where(step => step is not (ReturnStep.OnBehalf or ReturnStep.TakeOver)).ToList() });
        Given.Pack(Given.Elements("rain.days") with { Id = "rain" });
        var id = Given.Return(Given.Round("received", form), Commune, ReturnState.Sent, new Dictionary<string, long> { ["rain.days"] = 3 });

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Sent, ReturnStep.AskToMend), (await MarkCells.RunAsync(id, 0, [Mark("rain.days")], Agency, Ct)).Refusal);
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Receive, null, Agency, Ct)).Refusal);
        Assert.Null((await MarkCells.RunAsync(id, 1, [Mark("rain.days")], Agency, Ct)).Refusal);
    }

    [Fact]
    public async Task Who_does_not_see_the_return_marks_nothing() =>
        Assert.Equal(new ReturnNotFound(), (await MarkCells.RunAsync(Id, 0, [Mark(Families)], Administrator, Ct)).Refusal);

    [Fact]
    public async Task What_another_return_took_over_is_not_marked()
    {
        var heir = Given.Return(Round, Given.Place("Mỹ Thủy", under: Province));
        await Stored().Returns.Where(row => row.Id == Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.TakenOverBy, heir), Ct);

        Assert.Equal(new ReturnTakenOver(), await MarkAsync(Mark(Families)));
    }

    [Fact]
    public async Task The_sender_sees_no_mark_before_the_return_is_given_back()
    {
        await MarkAsync(Mark(Families));

        Assert.Empty((await HeardByAsync(Officer)).Words);
        Assert.Empty((await HeardByAsync(Officer)).Marked);
        Assert.Equal(Families, Assert.Single((await HeardByAsync(Agency)).Marked).Cell);
        await StepAsync(ReturnStep.AskToMend, Agency);
        Assert.Equal([(Families, "Xem lại")], (await HeardByAsync(Officer)).Asked.Select(mark => (mark.Cell, mark.Reason)));
    }

    [Fact]
    public async Task Marks_of_what_was_recalled_or_confirmed_are_never_seen()
    {
        await MarkAsync(Mark(Families));
        Assert.Null(await StepAsync(ReturnStep.Recall, Officer));
        await SendAsync();

        Assert.Empty((await HeardByAsync(Agency)).Marked);
        Assert.Empty((await HeardByAsync(Officer)).Words);
        Assert.Equal(new ReasonMissing(), await StepAsync(ReturnStep.AskToMend, Agency));
    }
}
