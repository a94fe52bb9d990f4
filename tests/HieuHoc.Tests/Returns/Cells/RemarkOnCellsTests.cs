using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns.Cells;

public sealed class RemarkOnCellsTests : CellsTest
{
    [Fact]
    public async Task The_conversation_stays_with_the_cell_across_versions_with_who_and_when()
    {
        await AskAsync(Mark(Families, "Giảm nhiều"));
        Assert.Null(await SayAsync(Officer, Remark(Families, " Đã sáp nhập ")));
        await SendAsync();
        Assert.Null(await SayAsync(Agency, Remark(Families, "Còn thiếu một thôn")));
        Time.MoveTo(Time.GetUtcNow().AddHours(1));
        await AskAsync(Mark(Families, "Thiếu thôn"));

        var said = (await HeardByAsync(Officer)).Of(Families);
        Assert.Equal(["Giảm nhiều", "Đã sáp nhập", "Còn thiếu một thôn", "Thiếu thôn"], said.Select(words => words.Text));
        Assert.Equal([RemarkSide.Receiver, RemarkSide.Sender, RemarkSide.Receiver, RemarkSide.Receiver], said.Select(words => words.Side));
        Assert.Equal([1, 2, 2, 2], said.Select(words => words.Version));
        Assert.Equal(Clock.Now.Instant, said[^1].At);
    }

    [Fact]
    public async Task What_is_said_before_sending_is_heard_by_the_senders_side_alone_until_it_is_sent()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families, "Nháp"));

        Assert.Contains((await HeardByAsync(Leader)).Words, words => words.Text == "Nháp");
        Assert.DoesNotContain((await HeardByAsync(Agency)).Words, words => words.Text == "Nháp");
        await SendAsync();
        Assert.Contains((await HeardByAsync(Agency)).Words, words => words.Text == "Nháp");
    }

    [Fact]
    public async Task What_the_checker_says_while_checking_goes_to_the_sender_with_the_return()
    {
        await AskAsync(Mark(Families));
        await SayAsync(Officer, Remark(Families));
        await SendAsync();
        await SayAsync(Agency, Remark(Families, "Đang đối chiếu"));

        Assert.DoesNotContain((await HeardByAsync(Officer)).Words, words => words.Text == "Đang đối chiếu");
        Assert.Null(await StepAsync(ReturnStep.Confirm, Agency));
        Assert.Contains((await HeardByAsync(Officer)).Words, words => words.Text == "Đang đối chiếu");
    }

    [Fact]
    public async Task The_same_words_under_the_same_id_are_said_once_and_other_words_are_a_conflict()
    {
        await AskAsync(Mark(Families), Mark(Clans));
        var remark = Remark(Families);
        await SayAsync(Officer, remark);

        Assert.Null(await SayAsync(Officer, remark));
        Assert.Equal(new RemarkDiffers(), await SayAsync(Officer, remark with { Text = "Khác" }));
        Assert.Equal(new RemarkDiffers(), await SayAsync(Officer, remark with { Cell = Clans }));
        Assert.Equal("Đã đối chiếu sổ", (await Stored().CellRemarks.SingleAsync(Ct)).Text);
    }

    [Fact]
    public async Task Of_many_same_requests_at_once_one_is_kept()
    {
        await AskAsync(Mark(Families));
        var remark = Remark(Families);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            async () =>
            {
                await using var db = Engine.Open();

                return (await new RemarkOnCells(db, Shelf, Clock).RunAsync(Id, [remark], Officer, Ct)).Refusal;
            },
            Ct)));

        Assert.All(refusals, Assert.Null);
        Assert.Single(await Stored().CellRemarks.ToListAsync(Ct));
    }

    [Fact]
    public async Task Nothing_typed_says_nothing_and_too_much_is_refused()
    {
        await AskAsync(Mark(Families));

        Assert.Null(await SayAsync(Officer, Remark(Families, " ")));
        Assert.Equal(new RemarkTooLong(500), await SayAsync(Officer, Remark(Families, new string('a', 501))));
        Assert.Empty(await Stored().CellRemarks.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_cell_is_talked_about_once_it_was_marked()
    {
        await AskAsync(Mark(Families));

        Assert.Equal(new CellNotMarked(Clans), await SayAsync(Officer, Remark(Families), Remark(Clans)));
        Assert.Empty(await Stored().CellRemarks.ToListAsync(Ct));
    }

    [Fact]
    public async Task Who_only_reads_says_nothing_and_who_does_not_see_it_learns_nothing()
    {
        await AskAsync(Mark(Families));

        Assert.Equal(new CellsNotYoursToDiscuss(), await SayAsync(As(Role.Auditor), Remark(Families)));
        Assert.Equal(new ReturnNotFound(), await SayAsync(Administrator, Remark(Families)));
    }

    [Fact]
    public async Task What_another_return_took_over_is_talked_about_no_more()
    {
        await AskAsync(Mark(Families));
        var heir = Given.Return(Round, Given.Place("Mỹ Thủy", under: Province));
        await Stored().Returns.Where(row => row.Id == Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.TakenOverBy, heir), Ct);

        Assert.Equal(new ReturnTakenOver(), await SayAsync(Officer, Remark(Families)));
    }
}
