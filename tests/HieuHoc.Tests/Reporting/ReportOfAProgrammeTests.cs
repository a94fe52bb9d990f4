using HieuHoc.Access;
using HieuHoc.Programmes;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>A province runs several programmes, each with a standing agency of its own that writes its report alone.</summary>
public sealed class ReportOfAProgrammeTests : ReportTest
{
    private const string Literacy = "literacy";

    private Actor agencyOfLearning = null!;
    private Actor agencyOfLiteracy = null!;
    private string learning = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        learning = (await GivenPlanAsync()).Id;
        agencyOfLearning = Agency with { Programme = learning };
        agencyOfLiteracy = Agency with { Programme = Literacy };
    }

    [Fact]
    public async Task The_standing_agency_of_the_programme_builds_its_report()
    {
        var outcome = await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLearning, Ct);

        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task For_that_of_another_programme_it_does_not_exist()
    {
        var outcome = await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLiteracy, Ct);

        Assert.Equal(new ProgrammeNotDescribed(2026), outcome.Refusal);
        Assert.Empty(await BuildAnnualReport.YearsAsync(agencyOfLiteracy, Ct));
    }

    [Fact]
    public async Task Of_two_programmes_each_agency_gets_its_own_paper_with_its_own_targets()
    {
        await GivenLiteracyAsync();
        Given.Round("2026-b", Given.FormPack(), programme: Literacy);

        var ours = WordText.Of((await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLearning, Ct)).Value.Paper);
        var theirs = WordText.Of((await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLiteracy, Ct)).Value.Paper);

        Assert.DoesNotContain(ours.Lines, line => line.Contains("xóa mù chữ", StringComparison.Ordinal));
        Assert.Contains(theirs.Lines, line => line.Contains("xóa mù chữ", StringComparison.Ordinal));
        Assert.Contains(theirs.Section("Đánh giá theo chỉ tiêu của Kế hoạch"), line => line.Contains("ít nhất 98\u00A0%", StringComparison.Ordinal));
        Assert.DoesNotContain(ours.Section("Đánh giá theo chỉ tiêu của Kế hoạch"), line => line.Contains("98\u00A0%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_answers_for_every_programme_of_the_province_chooses_one_and_who_answers_for_one_gets_no_other()
    {
        await GivenLiteracyAsync();
        Given.Round("2026-b", Given.FormPack(), programme: Literacy);

        var theirs = WordText.Of((await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Programme = Literacy }, Agency, Ct)).Value.Paper);
        var refused = await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Programme = Literacy }, agencyOfLearning, Ct);
        var unknown = await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Programme = "none" }, Agency, Ct);

        Assert.Contains(theirs.Lines, line => line.Contains("xóa mù chữ", StringComparison.Ordinal));
        Assert.Equal((new ProgrammeNotDescribed(2026), new ProgrammeNotDescribed(2026)), (refused.Refusal, unknown.Refusal));
        Assert.Equal([Literacy, learning], (await BuildAnnualReport.ProgrammesAsync(Agency, Ct)).Select(programme => programme.BaseId).Order());
        Assert.Equal([learning], (await BuildAnnualReport.ProgrammesAsync(agencyOfLearning, Ct)).Select(programme => programme.BaseId));
    }

    [Fact]
    public async Task A_round_of_another_programme_is_not_the_report_s()
    {
        await GivenLiteracyAsync();
        await using (var db = Engine.Open())
        {
            await db.RoundForms.ExecuteDeleteAsync(Ct);
            await db.Rounds.ExecuteDeleteAsync(Ct);
        }

        Given.Round("2026-b", Given.FormPack(), programme: learning);

        Assert.Equal(new RoundOfYearNotFound(2026), (await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLiteracy, Ct)).Refusal);
        Assert.Empty(await BuildAnnualReport.YearsAsync(agencyOfLiteracy, Ct));
        Assert.Null((await BuildAnnualReport.RunAsync(Province, 2026, agencyOfLearning, Ct)).Refusal);
        Assert.Single(await BuildAnnualReport.YearsAsync(agencyOfLearning, Ct));
    }

    private Task GivenLiteracyAsync() => GivenPlanAsync(plan => plan with
    {
        Id = Literacy,
        ValidFrom = plan.ValidFrom.AddYears(1),
        Targets = [plan.Targets[0] with { Milestones = [new Milestone(2030, 98)] }],
        Report = plan.Report with { Abstract = "Kết quả xóa mù chữ năm {year}" },
    });
}
