using HieuHoc.Figures;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Reporting;

/// <summary>What the papers say of a year that is not over: to the cut-off, and estimated for all of it.</summary>
public sealed class EstimatesInReportsTests : ReportTest
{
    private const string Citizens = "Công dân đạt danh hiệu “Công dân học tập”";

    private static readonly IReadOnlyDictionary<string, long> Answered = new Dictionary<string, long>(Given.Answers())
    {
        ["family.recognised~estimate"] = 950,
        ["citizen.recognised~estimate"] = 1000,
    };

    [Fact]
    public async Task The_report_prints_the_year_before_the_cut_off_the_estimate_and_the_distance_to_the_plan()
    {
        var paper = WordText.Of((await ReportAsync()).Paper);

        Assert.Contains(paper.Tables, table => table[0].SequenceEqual(["Nội dung", "Năm trước", "Đến ngày chốt", "Ước cả năm", "So kế hoạch"]));
        var rows = paper.Tables.SelectMany(table => table).ToList();
        Assert.Contains(rows, row => row.SequenceEqual([Citizens, "", "900", "1.000", "−36,7"]));
        Assert.Contains(rows, row => row.Skip(1).SequenceEqual(["", "30,0", "33,3", "−36,7"]));
        Assert.Contains(paper.Lines, line => line.Contains("Ước cả năm: 33,3\u00A0%.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_is_estimated_the_report_has_no_such_table()
    {
        var paper = WordText.Of((await ReportAsync(Given.Answers())).Paper);

        Assert.DoesNotContain(paper.Tables.SelectMany(table => table).SelectMany(row => row), cell => cell == "Ước cả năm");
    }

    [Fact]
    public async Task The_appendix_has_the_estimate_of_each_commune_behind_its_number_to_the_cut_off()
    {
        var sheet = SheetFile.Of((await ReportAsync()).Appendix);

        Assert.Contains(sheet.Rows.Single(row => row.Cells.ElementAtOrDefault(1) as string == "Xã Hải Lăng").Cells, cell => Equals(cell, 950m));
    }

    [Fact]
    public async Task A_sender_s_report_prints_both_numbers()
    {
        var outline = Given.Pack(Given.Outline());
        var id = Given.Return(Given.Round("2026-năm", Given.FormPack("annual-commune"), outlinePackId: outline), Commune, answers: Answered);
        var db = Stored();

        var built = await new BuildSenderReport(db, Shelf, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), new ReadTaskReports(db, Shelf, new HieuHoc.Platform.Texts()), Clock, new HieuHoc.Platform.Texts())
            .RunAsync(id, Officer, Ct);

        Assert.Contains(
            WordText.Of(built.Value.Paper).Tables.SelectMany(table => table),
            row => row.SequenceEqual(["Gia đình: được công nhận", "", "900", "950"]));
    }

    [Theory]
    [InlineData(33, true)]
    [InlineData(34, false)]
    [InlineData(30, false)]
    public async Task The_verdict_stays_with_the_official_value_and_says_where_the_estimate_would_reach_the_target(int threshold, bool byEstimate)
    {
        await ConfirmAsync(Answered);
        await GivenPlanAsync(plan => plan with
        {
            Targets = [plan.Targets[0] with { Rule = "share(citizen.recognised, citizen.adults) >= threshold", Milestones = [new Milestone(2030, threshold)] }],
        });
        var db = Stored();
        var read = new ReadIndicators(db, Shelf);
        var shown = (await read.RunAsync(Province, PeriodCode.Year(2026), await read.DefinitionsAsync(PeriodCode.Year(2026), Agency, Ct), Agency, Ct)).Value;

        var target = Assert.Single((await new JudgeTargets(db, Shelf, read, new PlanShelf()).RunAsync(Province, 2026, shown, null, Agency, Ct)).Value);

        var milestone = Assert.Single(target.Milestones);
        Assert.Equal((threshold > 30 ? Verdict.NotMet : Verdict.Met, byEstimate), (milestone.Verdict, milestone.MetByEstimate));
        Assert.Equal(1000m, target.Estimate!.NumeratorSoFar);
    }

    private async Task<AnnualReport> ReportAsync(IReadOnlyDictionary<string, long>? answers = null)
    {
        await ConfirmAsync(answers ?? Answered);
        await GivenPlanAsync();

        return (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;
    }

    private async Task ConfirmAsync(IReadOnlyDictionary<string, long> answers)
    {
        var asked = Given.Round("2026-năm", Given.FormPack("annual-commune"), dueOn: new DateOnly(2026, 12, 1));
        var id = Given.Return(asked, Commune, ReturnState.Sent, answers);
        var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, null, Agency, Ct);
        Assert.Null(outcome.Refusal);
    }
}
