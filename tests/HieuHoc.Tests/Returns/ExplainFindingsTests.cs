using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ExplainFindingsTests : ExplainedTest
{
    [Fact]
    public async Task A_reason_is_kept_with_what_it_explains_who_and_when()
    {
        var outcome = await ExplainAsync(0, Reason(text: " Nhập thêm\r\n thôn Mai\0 "));

        Assert.Equal(1, outcome.Value.Revision);
        var reason = await Stored().ReturnReasons.SingleAsync(Ct);
        Assert.Equal((Jumped, Total, 1, "merger", "Nhập thêm  thôn Mai"), (reason.Code, reason.Cell, reason.Version, reason.Ready, reason.Text));
        Assert.Equal(("""{"family.total":2310}""", Clock.Now.Instant, Officer.PersonId), (reason.Answers, reason.GivenAt, reason.GivenBy));
        Assert.Equal([nameof(FindingsExplained)], await Stored().AuditEntries.Select(entry => entry.Change).ToListAsync(Ct));
        Assert.DoesNotContain("Mai", (await Stored().AuditEntries.SingleAsync(Ct)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_reason_covers_a_section_and_a_finding_s_own_goes_before_it()
    {
        await ExplainAsync(0, Reason("other", "Chung", "section", ""));
        var covered = await FoundAsync();
        await ExplainAsync(1, Reason());
        var own = await FoundAsync();

        Assert.Empty(covered.Unexplained);
        Assert.Equal("Lý do khác: Chung", covered.Of(Assert.Single(covered.Soft))!.Words(covered.Form, text => text.Vi));
        Assert.Equal("Sáp nhập", own.Of(Assert.Single(own.Soft))!.Words(own.Form, text => text.Vi));
    }

    [Fact]
    public async Task Words_alone_are_a_reason_and_nothing_at_all_takes_it_away()
    {
        await ExplainAsync(0, Reason("", "Đã đếm lại"));
        var given = await FoundAsync();
        await ExplainAsync(1, Reason("", " "));

        Assert.Equal("Đã đếm lại", Assert.Single(given.Reasons).Words(given.Form, text => text.Vi));
        Assert.Empty((await FoundAsync()).Reasons);
        Assert.Equal(2, (await StoredReturnAsync(Id)).Revision);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        await ExplainAsync(0, Reason());

        Assert.Equal(1, (await ExplainAsync(0, Reason())).Value.Revision);
        Assert.Equal(1, (await ExplainAsync(1, Reason())).Value.Revision);
        Assert.Equal(1, (await ExplainAsync(1)).Value.Revision);
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Fact]
    public async Task What_the_form_does_not_ask_is_passed_over()
    {
        var outcome = await ExplainAsync(0, Reason(code: "snow"), Reason(cell: "family.recognised"), Reason(cell: ""));

        Assert.Equal(0, outcome.Value.Revision);
        Assert.Empty(await Stored().ReturnReasons.ToListAsync(Ct));
    }

    [Fact]
    public async Task What_says_nothing_without_words_needs_them()
    {
        Assert.Equal(new ReasonWordsMissing("Lý do khác"), (await ExplainAsync(0, Reason("other", " "))).Refusal);
        Assert.Equal(new ReadyReasonNotFound("storm"), (await ExplainAsync(0, Reason("storm"))).Refusal);
        Assert.Equal(new ReasonTooLong(500), (await ExplainAsync(0, Reason(text: new string('a', 501)))).Refusal);
        Assert.Null((await ExplainAsync(0, Reason(text: new string('a', 500)))).Refusal);
        Assert.Single(await Stored().ReturnReasons.ToListAsync(Ct));
    }

    [Fact]
    public async Task Whoever_gave_it_from_an_older_page_overwrites_nothing()
    {
        await ExplainAsync(0, Reason());

        Assert.Equal(new ReturnChangedMeanwhile(), (await ExplainAsync(0, Reason("other", "Khác"))).Refusal);
        Assert.Equal("merger", (await Stored().ReturnReasons.SingleAsync(Ct)).Ready);
    }

    [Fact]
    public async Task Of_two_who_give_one_at_the_same_moment_one_is_told()
    {
        var first = Stored();
        await first.Returns.LoadAsync(Ct);
        await ExplainAsync(0, Reason());

        var second = await new ExplainFindings(first, Shelf, Clock).RunAsync(Id, 0, [Reason("other", "Khác")], Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), second.Refusal);
        Assert.Equal("merger", (await Stored().ReturnReasons.SingleAsync(Ct)).Ready);
    }

    [Fact]
    public async Task Only_whoever_types_explains_and_only_while_it_is_in_their_hands()
    {
        Assert.Equal(new ReturnNotYoursToFill(), (await ExplainAsync(0, Leader, Reason())).Refusal);
        Assert.Equal(new ReturnNotYoursToFill(), (await ExplainAsync(0, Agency, Reason())).Refusal);
        Assert.Equal(new ReturnNotFound(), (await ExplainAsync(0, Officer with { Owner = 2 }, Reason())).Refusal);
        await ExplainAsync(0, Reason());
        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
        Assert.Equal(new ReturnNotEditable(ReturnState.AwaitingLeader), (await ExplainAsync(2, Reason("other", "Khác"))).Refusal);
    }
}
