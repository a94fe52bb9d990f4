using HieuHoc.Returns;
using HieuHoc.Returns.Reasons;
using HieuHoc.Rules;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A return leaves whoever types it with a reason for everything that looks odd.</summary>
public sealed class ReasonsBeforeSendingTests : ExplainedTest
{
    [Fact]
    public async Task What_looks_odd_and_has_no_reason_is_not_handed_on()
    {
        await SaveAsync(Answers(2310, registered: 2310));

        Assert.Equal(new ReturnHasUnexplainedFindings(2, await TitleAsync(Total)), await TakeAsync(ReturnStep.Submit, Officer));
        await ExplainAsync(1, Reason());
        Assert.Equal(new ReturnHasUnexplainedFindings(1, await TitleAsync("family.registered")), await TakeAsync(ReturnStep.Submit, Officer));
        Assert.Equal(ReturnState.Entering, (await StoredReturnAsync(Id)).State);
    }

    [Theory]
    [InlineData(Jumped, Total)]
    [InlineData("section", "")]
    public async Task With_its_own_reason_or_its_section_s_it_goes(string code, string cell)
    {
        await ExplainAsync(0, Reason(code: code, cell: cell));

        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
    }

    [Fact]
    public async Task Figures_like_last_year_s_need_none()
    {
        await SaveAsync(Answers(1210));

        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
    }

    [Fact]
    public async Task The_figures_of_places_that_were_merged_are_last_year_s_together()
    {
        // 2,310 is nothing new for a commune into which another of 1,100 families went.
        var merged = Given.Place("Diên Sanh", under: Province);
        var gone = Given.Place("Hải Thọ", under: Province);
        Given.Counted(gone, 2025, new Dictionary<string, long> { [Total] = 2300 });
        await EndAsync(gone, merged);
        var id = Given.Return(Round, merged, answers: Answers(2310));

        var officer = Officer with { PlaceId = merged };
        var submitted = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Submit, null, officer, Ct);

        Assert.Null(submitted.Refusal);
    }

    [Fact]
    public async Task What_others_report_later_holds_up_no_leader()
    {
        await SaveAsync(Answers(1210, recognised: 600));
        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
        Alike(10, 11, 12, 13);

        Assert.Equal(["alike"], (await FoundAsync()).Unexplained.Select(finding => finding.Code));
        Assert.Null(await TakeAsync(ReturnStep.Approve, Leader));
        Assert.Null(await TakeAsync(ReturnStep.Send, Officer));
    }

    [Fact]
    public async Task Communes_alike_are_those_of_the_kind_that_are_confirmed()
    {
        await SaveAsync(Answers(1210, recognised: 600));
        Alike(10, 11, 12);
        Given.Return(Round, Given.Place("Chưa xác nhận", under: Province), ReturnState.Sent, Answers(100, recognised: 13));

        Assert.Empty((await FoundAsync()).Soft);
    }

    [Fact]
    public async Task A_hard_finding_is_told_first()
    {
        var form = Given.Pack(Form with
        {
            Id = "hard",
            Checks = [new FormCheck { Code = "few", Rule = "family.total < 2000", Weight = FindingWeight.Hard, Sentence = Given.Words("Sửa lại."), Cells = [Total] }],
        });
        var id = Given.Return(Given.Round("2026-cứng", form), Commune, answers: Answers(2310));

        var submitted = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        Assert.Equal(new ReturnHasHardFindings(1), submitted.Refusal);
    }

    [Fact]
    public async Task A_section_s_reason_excuses_nothing_that_is_to_be_mended()
    {
        await ExplainAsync(0, Reason("other", "Cả phần", "section", ""));
        var check = new FormCheck { Code = "few", Rule = "family.total < 2000", Weight = FindingWeight.Hard, Sentence = Given.Words("Sửa lại."), Cells = [Total] };
        var found = await FoundAsync();
        var broken = new BrokenCheck(check, Rule.Parse(check.Rule).Judge(new Facts(new Dictionary<string, decimal?> { [Total] = 2310 })).Explanation);

        Assert.Null((found with { All = [broken] }).Of(broken));
        Assert.Single((found with { All = [broken] }).Idle);
        Assert.Equal(1, (found with { All = [broken] }).Hard);
    }

    [Fact]
    public async Task A_soft_check_of_the_form_asks_a_reason_too()
    {
        var form = Given.Pack(Given.Form(Total) with
        {
            Id = "soft",
            Checks = [new FormCheck { Code = "few", Rule = "family.total < 2000", Weight = FindingWeight.Soft, Sentence = Given.Words("Sửa lại."), Cells = [Total] }],
        });
        var id = Given.Return(Given.Round("2026-mềm", form), Commune, answers: new Dictionary<string, long> { [Total] = 2310 });

        var refused = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);
        await new ExplainFindings(Stored(), Shelf, Clock).RunAsync(id, 0, [new TypedReason("few", Total, null, "Đã đếm lại")], Officer, Ct);
        var taken = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 1, ReturnStep.Submit, null, Officer, Ct);

        Assert.Equal(new ReturnHasUnexplainedFindings(1, await TitleAsync(Total)), refused.Refusal);
        Assert.Null(taken.Refusal);
    }

    [Fact]
    public async Task A_mended_version_says_it_again_while_the_figure_is_the_same()
    {
        await SentAsync();
        await TakeAsync(ReturnStep.AskToMend, Agency);
        await SaveAsync(Answers(2310, recognised: 3));

        Assert.Empty((await FoundAsync()).Unexplained);
        await SaveAsync(Answers(2311));
        Assert.Equal([Jumped], (await FoundAsync()).Unexplained.Select(finding => finding.Code));
        Assert.IsType<ReturnHasUnexplainedFindings>(await TakeAsync(ReturnStep.Submit, Officer));
        Assert.Equal("""{"family.total":2310}""", (await Stored().ReturnReasons.SingleAsync(Ct)).Answers);
    }

    [Fact]
    public async Task Within_a_version_a_reason_stays_when_the_figure_is_typed_again()
    {
        await ExplainAsync(0, Reason());
        await SaveAsync(Answers(2400));

        Assert.Empty((await FoundAsync()).Unexplained);
    }

    [Fact]
    public async Task A_reason_whose_figure_was_mended_is_not_handed_on()
    {
        await SentAsync();
        await TakeAsync(ReturnStep.AskToMend, Agency);
        await SaveAsync(Answers(1210));
        await ExplainAsync((await StoredReturnAsync(Id)).Revision, Reason("other", "Cả phần", "section", ""));

        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
        Assert.Empty((await FoundAsync()).Reasons);
        var first = await Stored().ReturnReasons.SingleAsync(reason => reason.Version == 1, Ct);
        Assert.Equal("merger", first.Ready);
    }

    private async Task SentAsync()
    {
        await ExplainAsync(0, Reason());
        Assert.Null(await TakeAsync(ReturnStep.Submit, Officer));
        Assert.Null(await TakeAsync(ReturnStep.Approve, Leader));
        Assert.Null(await TakeAsync(ReturnStep.Send, Officer));
    }

    /// <summary>Communes alike, each with a hundred families and so many recognised.</summary>
    private void Alike(params IReadOnlyList<long> recognised)
    {
        foreach (var (i, count) in recognised.Index())
        {
            Given.Confirmed(Round, Given.Place($"Xã {i}", under: Province), Answers(100, recognised: count));
        }
    }

    private async Task EndAsync(int gone, int into)
    {
        await using var db = Engine.Open();
        db.Add(Given.Succession(gone, into, new DateOnly(2026, 7, 1)));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<string> TitleAsync(string cell)
    {
        await using var db = Stored();

        return (await db.ElementsOfAsync(Shelf, await db.Returns.FirstAsync(Ct), Ct))[cell].Title.Here;
    }
}
