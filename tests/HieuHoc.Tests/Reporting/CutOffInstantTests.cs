using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Reporting;

public sealed class CutOffInstantTests : ReportTest
{
    [Fact]
    public async Task A_report_that_names_its_instant_says_what_was_confirmed_by_then()
    {
        await GivenPlanAsync();
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers(families: new Counted(1211, 1000, 900)));
        await StepAsync(id, ReturnStep.Confirm);
        var locked = Clock.Now.Instant;
        Time.Pass(TimeSpan.FromDays(100));
        await StepAsync(id, ReturnStep.Correct);
        var revision = (await StoredReturnAsync(id)).Revision;
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, revision, Given.Typed(Given.Answers(families: new Counted(1322, 1000, 900))), Officer, Ct);
        await StepAsync(id, ReturnStep.Submit);
        await StepAsync(id, ReturnStep.Approve);
        await StepAsync(id, ReturnStep.Send);
        await StepAsync(id, ReturnStep.Confirm);

        Assert.Equal((false, true), await NamesAsync(null));
        Assert.Equal((true, false), await NamesAsync(locked));
        Assert.Equal((false, false), await NamesAsync(locked.AddMinutes(-1)));
    }

    /// <summary>Whether the report prints the families of the first version, and those of the second.</summary>
    private async Task<(bool First, bool Second)> NamesAsync(DateTime? asOf)
    {
        var report = (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { AsOf = asOf }, Agency, Ct)).Value;
        var cells = WordText.Of(report.Paper).Tables.SelectMany(table => table).SelectMany(row => row).ToList();

        return (cells.Contains("1.211"), cells.Contains("1.322"));
    }

    private async Task StepAsync(ReturnId id, ReturnStep step)
    {
        var actor = As(ReturnSteps.All.First(move => move.Step == step).Who.Communes[0]);
        var revision = (await StoredReturnAsync(id)).Revision;
        var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, revision, step, "Đếm lại", actor, Ct);
        Assert.Null(outcome.Refusal);
    }
}
