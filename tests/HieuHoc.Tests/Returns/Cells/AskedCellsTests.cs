using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Cells;

/// <summary>A return that was given back for single cells: which may be changed, and what is asked before it goes on.</summary>
public sealed class AskedCellsTests : CellsTest
{
    [Fact]
    public async Task With_marks_the_general_reason_may_be_left_out_and_without_them_not()
    {
        Assert.Equal(new ReasonMissing(), await StepAsync(ReturnStep.AskToMend, Agency));
        await MarkAsync(Mark(Families));

        Assert.Null(await StepAsync(ReturnStep.AskToMend, Agency));
        Assert.Equal((ReturnState.ToMend, 2, 1), await StoredReturnAsync(Id) is var row ? (row.State, row.CurrentVersion, row.MarkedVersion) : default);
        Assert.Equal(Clock.Now.Instant, (await Stored().CellMarks.SingleAsync(Ct)).AskedAt);
    }

    [Fact]
    public async Task Only_the_marked_cells_can_be_changed_and_the_sentence_names_the_others()
    {
        await AskAsync(Mark(Families));

        var refusal = await SaveAsync(Typed((Families, "1.300"), (Clans, "77"), ("unit.total", "")));

        Assert.Equal(new CellsFrozen(2, "Dòng họ: tổng số; Đơn vị: tổng số"), refusal);
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(Id, 2));
        Assert.Null(await SaveAsync(Typed((Families, "1.300"), (Clans, $"{Given.Answers()[Clans]}"))));
        Assert.Equal(new Dictionary<string, long>(Given.Answers()) { [Families] = 1300 }, await StoredAnswersAsync(Id, 2));
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(Id));
    }

    [Fact]
    public async Task A_sentence_names_no_more_than_five_cells()
    {
        await AskAsync(Mark(Families));

        var refusal = Assert.IsType<CellsFrozen>(await SaveAsync(Given.Answers().Keys.Where(name => name != Families).ToDictionary(name => name, _ => (string?)"987654")));

        Assert.Equal(Given.Answers().Count - 1, refusal.Count);
        Assert.Equal(5, refusal.Cells.Split("; ").Length);
        Assert.EndsWith(" …", refusal.Cells, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_marks_the_whole_return_opens()
    {
        Assert.Null(await StepAsync(ReturnStep.AskToMend, Agency, "Xem lại toàn bộ"));

        Assert.Null(await SaveAsync(Typed((Families, "5"))));
        Assert.Equal([Families], (await StoredAnswersAsync(Id, 2)).Keys);
    }

    [Fact]
    public async Task What_an_older_page_typed_into_other_cells_is_refused_also_when_saves_are_merged()
    {
        await AskAsync(Mark(Families));
        var cells = new Dictionary<string, TypedCell> { [Clans] = new($"{Given.Answers()[Clans]}", "1") };

        var merged = await new MergeReturn(Db, Shelf, Clock, new SaveReturn(Db, Shelf, Clock)).RunAsync(Id, 0, cells, Officer, Ct);

        Assert.Equal(new CellsFrozen(1, "Dòng họ: tổng số"), merged.Refusal);
    }

    [Fact]
    public async Task Each_marked_cell_is_answered_or_changed_before_the_return_goes_on()
    {
        await AskAsync(Mark(Clans), Mark(Families));

        Assert.Equal(new CellsNotAnswered(2, "Gia đình: tổng số"), await StepAsync(ReturnStep.Submit, Officer));
        Assert.Null(await SaveAsync(Typed((Families, "1.300"), (Clans, $"{Given.Answers()[Clans]}"))));
        Assert.Equal(new CellsNotAnswered(1, "Dòng họ: tổng số"), await StepAsync(ReturnStep.Submit, Officer));
        Assert.Null(await SayAsync(Officer, Remark(Clans)));
        Assert.Null(await StepAsync(ReturnStep.Submit, Officer));
    }

    [Fact]
    public async Task What_the_checker_says_again_is_no_answer()
    {
        await AskAsync(Mark(Families));
        Assert.Null(await SayAsync(Agency, Remark(Families, "Nhanh giúp")));

        Assert.Equal(new CellsNotAnswered(1, "Gia đình: tổng số"), await StepAsync(ReturnStep.Submit, Officer));
    }

    [Fact]
    public async Task What_the_leader_gave_back_inside_has_no_more_cells_open()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families));
        await StepAsync(ReturnStep.Submit, Officer);
        Assert.Null(await StepAsync(ReturnStep.SendBack, Leader, "Xem lại"));

        Assert.Equal(new CellsFrozen(1, "Dòng họ: tổng số"), await SaveAsync(Typed((Clans, "1"))));
    }

    [Fact]
    public async Task Recalling_opens_no_more_cells_either()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families));
        await SendAsync();
        Assert.Null(await StepAsync(ReturnStep.Recall, Officer));

        Assert.Equal(new CellsFrozen(1, "Dòng họ: tổng số"), await SaveAsync(Typed((Clans, "1"))));
        Assert.Null(await SaveAsync(Typed((Families, "1.300"))));
    }

    [Fact]
    public async Task Given_back_twice_the_marks_of_the_second_time_alone_open_cells()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families));
        await SendAsync();
        await AskAsync(Mark(Clans, "Còn ô này"));

        Assert.Equal(new CellsFrozen(1, "Gia đình: tổng số"), await SaveAsync(Typed((Families, "1.300"))));
        Assert.Equal(new CellsNotAnswered(1, "Dòng họ: tổng số"), await StepAsync(ReturnStep.Submit, Officer));
        Assert.Equal([(Families, 1), (Clans, 2)], (await HeardByAsync(Officer)).Words.Where(words => words.IsReason).Select(words => (words.Cell, words.Version)));
    }

    [Fact]
    public async Task What_is_confirmed_and_corrected_opens_as_a_whole()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families));
        await SendAsync();
        Assert.Null(await StepAsync(ReturnStep.Confirm, Agency));
        Assert.Null(await StepAsync(ReturnStep.Correct, Officer, "Sai số"));

        Assert.Null(await SaveAsync(Typed((Clans, "1"))));
    }

    [Fact]
    public async Task The_home_page_counts_the_cells_that_wait()
    {
        await AskAsync(Mark(Families), Mark(Clans));
        await SayAsync(Officer, Remark(Clans));

        Assert.Equal(1, (await Stored().WaitingCellsAsync(Shelf, Stored().Returns, Ct))[Id]);
    }
}
