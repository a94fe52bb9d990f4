using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReasonsTests : ReturnsTest
{
    [Theory]
    [InlineData("  thiếu số  ", "thiếu số")]
    [InlineData("dòng 1\r\ndòng 2\n", "dòng 1\r\ndòng 2")]
    [InlineData("a\0b\u0001c\u007Fd\u0085e", "abcde")]
    public async Task A_reason_is_kept_without_what_nobody_sees(string typed, string kept)
    {
        var refusal = await AskAsync(typed);

        Assert.Null(refusal);
        Assert.Equal(kept, (await Stored().ReturnMoves.SingleAsync(Ct)).Reason);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData(" \u0001 \n")]
    public async Task What_nobody_sees_is_no_reason(string typed) =>
        Assert.Equal(new ReasonMissing(), await AskAsync(typed));

    [Fact]
    public async Task A_reason_has_at_most_two_thousand_characters()
    {
        var tooLong = await AskAsync(new string('a', 2_001));
        var longest = await AskAsync($" {new string('a', 2_000)} ");

        Assert.Equal(new ReasonTooLong(2_000), tooLong);
        Assert.Null(longest);
    }

    [Fact]
    public async Task A_step_without_a_reason_does_not_read_one()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, new string('a', 9_000), Agency, Ct);

        Assert.Null(outcome.Refusal);
    }

    private async Task<Refusal?> AskAsync(string reason)
    {
        var id = Given.Return(Given.Round($"{Guid.CreateVersion7()}", Given.FormOf(Round)), Commune, ReturnState.Sent, Given.Answers());

        return (await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.AskToMend, reason, Agency, Ct)).Refusal;
    }
}
