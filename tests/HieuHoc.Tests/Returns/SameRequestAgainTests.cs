using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class SameRequestAgainTests : ReturnsTest
{
    private SaveReturn SaveReturn => new(Stored(), Shelf, Clock);

    private TakeReturnStep TakeReturnStep => new(Stored(), Shelf, Clock);

    [Fact]
    public async Task Saving_the_same_again_is_saved_and_changes_nothing()
    {
        var id = Given.Return(Round, Commune);
        await SaveReturn.RunAsync(id, 0, Given.Typed(Given.Answers()), Officer, Ct);

        var again = await SaveReturn.RunAsync(id, 0, Given.Typed(Given.Answers()), Officer, Ct);

        Assert.Equal(1, again.Value.Revision);
        Assert.Equal(Given.Answers(), again.Value.Answers.Values);
        Assert.Equal(1, (await StoredReturnAsync(id)).Revision);
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Theory]
    [InlineData("8")]
    [InlineData("")]
    [InlineData("x")]
    public async Task Saving_other_answers_from_the_same_page_is_a_conflict(string typed)
    {
        var id = Given.Return(Round, Commune);
        await SaveReturn.RunAsync(id, 0, Cell("7"), Officer, Ct);

        var other = await SaveReturn.RunAsync(id, 0, Cell(typed), Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), other.Refusal);
        Assert.Equal(7, (await StoredAnswersAsync(id))["family.total"]);
    }

    [Fact]
    public async Task Saving_the_same_after_it_was_submitted_is_told_so()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        var again = await SaveReturn.RunAsync(id, 0, Given.Typed(Given.Answers()), Officer, Ct);

        Assert.Equal(new ReturnNotEditable(ReturnState.AwaitingLeader), again.Refusal);
    }

    [Theory]
    [InlineData(ReturnState.Entering, ReturnStep.Submit, Role.CommuneOfficer)]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.SendBack, Role.CommuneLeader)]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.Approve, Role.CommuneLeader)]
    [InlineData(ReturnState.Approved, ReturnStep.Send, Role.CommuneLeader)]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend, Role.StandingAgency)]
    [InlineData(ReturnState.Sent, ReturnStep.Confirm, Role.StandingAgency)]
    public async Task The_same_step_again_is_done_and_changes_nothing(ReturnState from, ReturnStep step, Role role)
    {
        var id = Given.Return(Round, Commune, from, Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, step, "vì thế", As(role), Ct);

        var again = await TakeReturnStep.RunAsync(id, 0, step, " vì thế ", As(role), Ct);

        Assert.Null(again.Refusal);
        Assert.Equal(1, again.Value.Revision);
        Assert.Single(await Stored().ReturnMoves.ToListAsync(Ct));
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal(1, row.Reported));
    }

    [Fact]
    public async Task The_same_step_with_another_reason_is_not_done()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, ReturnStep.AskToMend, "vì thế", Agency, Ct);

        var other = await TakeReturnStep.RunAsync(id, 0, ReturnStep.AskToMend, "vì khác", Agency, Ct);

        Assert.Equal(new ReturnStepNotPossible(ReturnState.ToMend, ReturnStep.AskToMend), other.Refusal);
    }

    [Fact]
    public async Task The_same_step_by_another_person_is_not_done()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);

        var other = await TakeReturnStep.RunAsync(
            id, 0, ReturnStep.Confirm, null, Agency with { PersonId = new PersonId(Guid.CreateVersion7()) }, Ct);

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Confirmed, ReturnStep.Confirm), other.Refusal);
    }

    [Fact]
    public async Task The_same_step_from_an_older_page_is_not_done()
    {
        var id = Given.Return(Round, Commune, answers: Given.Answers());
        await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);
        await TakeReturnStep.RunAsync(id, 1, ReturnStep.SendBack, "Thiếu số", Leader, Ct);
        await TakeReturnStep.RunAsync(id, 2, ReturnStep.Submit, null, Officer, Ct);

        var older = await TakeReturnStep.RunAsync(id, 0, ReturnStep.Submit, null, Officer, Ct);

        Assert.Equal(new ReturnStepNotPossible(ReturnState.AwaitingLeader, ReturnStep.Submit), older.Refusal);
    }

    private static Dictionary<string, string?> Cell(string typed) => new() { ["family.total"] = typed };
}
