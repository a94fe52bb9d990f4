using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class CorrectionsTests : ReturnsTest
{
    [Fact]
    public async Task A_correction_begins_the_next_version_with_its_reason_and_the_confirmed_one_counts_on()
    {
        var id = await GivenConfirmedAsync();

        var outcome = await StepAsync(id, ReturnStep.Correct, Officer, "Đếm sót thôn 3");

        Assert.Null(outcome.Refusal);
        var @return = await StoredReturnAsync(id);
        Assert.Equal((ReturnState.Correcting, 2, 1), (@return.State, @return.CurrentVersion, @return.ConfirmedVersion));
        Assert.Equal("Đếm sót thôn 3", (await Stored().ReturnMoves.OrderBy(move => move.Number).LastAsync(Ct)).Reason);
        Assert.All(await Stored().Figures.ToListAsync(Ct), figure => Assert.Equal(1, figure.SourceVersion));
        Assert.Equal(1200, await SumAsync("family.total"));
    }

    [Fact]
    public async Task Version_one_counts_until_version_two_is_confirmed_and_then_the_roll_up_moves_by_the_difference()
    {
        var id = await GivenConfirmedAsync();
        await StepAsync(id, ReturnStep.Correct, Agency, "Đối chiếu lại");
        await SaveAsync(id, Given.Answers(families: new Counted(1300, 1000, 900)));
        await StepAsync(id, ReturnStep.Submit, Officer);
        await StepAsync(id, ReturnStep.Approve, Leader);
        await StepAsync(id, ReturnStep.Send, Officer);
        Assert.Equal(1200, await SumAsync("family.total"));

        await StepAsync(id, ReturnStep.Confirm, Agency);

        Assert.Equal(1300, await SumAsync("family.total"));
        Assert.Equal(2, (await StoredReturnAsync(id)).ConfirmedVersion);
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task A_correction_needs_a_reason()
    {
        var id = await GivenConfirmedAsync();

        var outcome = await StepAsync(id, ReturnStep.Correct, Officer, " ");

        Assert.Equal(new ReasonMissing(), outcome.Refusal);
        Assert.Equal(ReturnState.Confirmed, (await StoredReturnAsync(id)).State);
    }

    [Fact]
    public async Task What_was_confirmed_by_an_instant_can_be_read_for_ever()
    {
        var id = await GivenConfirmedAsync();
        var between = Clock.Now.Instant.AddMinutes(1);
        Time.Pass(TimeSpan.FromDays(3));
        await CorrectAsync(id, Given.Answers(families: new Counted(1300, 1000, 900)));

        Assert.Equal(1200m, await FamiliesAsync(between));
        Assert.Equal(1300m, await FamiliesAsync(Clock.Now.Instant));
        Assert.Equal(1300m, await FamiliesAsync(null));
        Assert.Null(await FamiliesAsync(between.AddDays(-1)));
    }

    [Fact]
    public async Task The_official_value_replaces_the_estimate_and_the_estimate_stays_readable()
    {
        var estimate = Given.Pack(Given.Form("family.total") with { Standing = Standing.FullYearEstimate });
        var round = Given.Round("ước", estimate);
        var id = Given.Return(round, Commune, ReturnState.Sent, new Dictionary<string, long> { ["family.total"] = 1250 });
        await StepAsync(id, ReturnStep.Confirm, Agency);
        await GivenConfirmedAsync();

        var sums = await Stored().RollUps.Where(row => row.ElementId == ElementId("family.total"))
            .OrderBy(row => row.Standing).Select(row => new { row.Standing, row.Sum, row.Reported }).ToListAsync(Ct);

        Assert.Equal([(Standing.Official, 1200, 1), (Standing.FullYearEstimate, 1250, 1)], sums.Select(row => (row.Standing, row.Sum, row.Reported)));
    }

    [Fact]
    public async Task A_sender_recalls_what_it_sent_and_what_was_sent_stays_as_it_was()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        var outcome = await StepAsync(id, ReturnStep.Recall, Leader);

        Assert.Null(outcome.Refusal);
        var @return = await StoredReturnAsync(id);
        Assert.Equal((ReturnState.Entering, 2, 1), (@return.State, @return.CurrentVersion, @return.SentVersion));
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(id, version: 1));
        Assert.Equal(Given.Answers(), await StoredAnswersAsync(id, version: 2));
    }

    [Fact]
    public async Task Nothing_is_recalled_once_it_is_received()
    {
        var steps = Enum.GetValues<ReturnStep>();
        var round = Given.Round("nhận", Given.Pack(Given.Form("family.total") with { Steps = steps }));
        var id = Given.Return(round, Commune, ReturnState.Sent, new Dictionary<string, long> { ["family.total"] = 5 });
        Assert.Equal(new ReturnStepNotPossible(ReturnState.Sent, ReturnStep.Confirm), (await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);
        Assert.Null((await StepAsync(id, ReturnStep.Receive, Agency)).Refusal);

        var outcome = await StepAsync(id, ReturnStep.Recall, Officer);

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Checking, ReturnStep.Recall), outcome.Refusal);
        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);
    }

    [Fact]
    public async Task A_form_that_declares_no_correction_has_none()
    {
        var round = Given.Round("cũ", Given.Pack(Given.Form("family.total") with { Steps = [ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm] }));
        var id = Given.Return(round, Commune, ReturnState.Confirmed, new Dictionary<string, long> { ["family.total"] = 5 });

        var outcome = await StepAsync(id, ReturnStep.Correct, Officer, "Sai số");

        Assert.Equal(new ReturnStepNotPossible(ReturnState.Confirmed, ReturnStep.Correct), outcome.Refusal);
    }

    private int ElementId(string code) => Stored().Elements.Single(element => element.Code == code).Id;

    private Task<long> SumAsync(string code)
    {
        var element = ElementId(code);

        return Stored().RollUps.Where(row => row.ElementId == element && row.Standing == Standing.Official).SumAsync(row => row.Sum, Ct);
    }

    private async Task<decimal?> FamiliesAsync(DateTime? asOf)
    {
        var outcome = await new ReadIndicators(Stored(), Shelf).RunAsync(
            Province,
            PeriodCode.Year(2026),
            [Given.Indicator(numerator: "family.total", denominator: "clan.total")],
            new ReadingTerms(AsOf: asOf),
            Agency,
            Ct);

        return Assert.Single(outcome.Value).NumeratorSoFar;
    }

    private async Task<ReturnId> GivenConfirmedAsync()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);

        return id;
    }

    private async Task CorrectAsync(ReturnId id, IReadOnlyDictionary<string, long> answers)
    {
        await StepAsync(id, ReturnStep.Correct, Officer, "Đếm lại");
        await SaveAsync(id, answers);
        await StepAsync(id, ReturnStep.Submit, Officer);
        await StepAsync(id, ReturnStep.Approve, Leader);
        await StepAsync(id, ReturnStep.Send, Officer);
        Assert.Null((await StepAsync(id, ReturnStep.Confirm, Agency)).Refusal);
    }

    private async Task SaveAsync(ReturnId id, IReadOnlyDictionary<string, long> answers)
    {
        var revision = (await StoredReturnAsync(id)).Revision;
        Assert.Null((await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, revision, Given.Typed(answers), Officer, Ct)).Refusal);
    }

    private async Task<Outcome<Return>> StepAsync(ReturnId id, ReturnStep step, Actor actor, string? reason = null)
    {
        var revision = (await StoredReturnAsync(id)).Revision;

        return await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, revision, step, reason, actor, Ct);
    }
}
