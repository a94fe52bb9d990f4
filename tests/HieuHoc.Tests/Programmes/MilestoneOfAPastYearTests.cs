using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes;

public sealed class MilestoneOfAPastYearTests : ReturnsTest
{
    [Fact]
    public async Task It_is_judged_with_the_figures_of_its_own_year_and_the_next_one_with_those_shown()
    {
        await GivenPlanAsync(defined: true);
        await HalfIn2025Async();
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, 650)));

        var milestones = await JudgeAsync();

        Assert.Equal([(2025, Verdict.NotMet), (2026, Verdict.NotMet)], milestones.Select(milestone => (milestone.Year, milestone.Verdict)));
        Assert.Equal((50m, 65m), (milestones[0].Reading!.Value, milestones[1].Reading!.Value));
        Assert.Equal((null, 10m), (milestones[0].NeededPerYear, milestones[0].Gap));
        Assert.Equal(1.25m, milestones[1].NeededPerYear);
    }

    [Fact]
    public async Task Without_figures_of_its_year_nothing_can_be_said_however_good_the_year_shown_is()
    {
        await GivenPlanAsync(defined: true);
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, 900)));

        var milestones = await JudgeAsync();

        Assert.Equal((Verdict.CannotSay, Unsaid.NoFigures), (milestones[0].Verdict, milestones[0].Unsaid));
        Assert.Equal(Verdict.Met, milestones[1].Verdict);
    }

    [Fact]
    public async Task Without_a_definition_for_its_year_nothing_can_be_said()
    {
        await GivenPlanAsync(defined: false);
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 1000, 900)));

        var milestones = await JudgeAsync();

        Assert.Equal((Verdict.CannotSay, Unsaid.NotDefined), (milestones[0].Verdict, milestones[0].Unsaid));
    }

    /// <summary>What the commune had counted before there were rounds: half of a thousand learning citizens.</summary>
    private async Task HalfIn2025Async()
    {
        var code = await Stored().PlaceCodes.Where(code => code.PlaceId == Commune).Select(code => code.Code).SingleAsync(Ct);
        var imported = await new ImportFigures(Stored(), Shelf, Clock).RunAsync(
            new NewImport(
                Guid.CreateVersion7(),
                "2025",
                $"place,period,element,breakdown,value,standing\n{code},2025,citizen.adults,,1000,\n{code},2025,citizen.recognised,,500,\n"),
            dryRun: false,
            Agency,
            Ct);
        Assert.Null(imported.Refusal);
    }

    private async Task GivenPlanAsync(bool defined)
    {
        var province = await Stored().PlaceCodes.Where(code => code.PlaceId == Province).Select(code => code.Code).SingleAsync(Ct);
        Given.Programme(
            province,
            plan => defined ? plan : plan with { Targets = [.. plan.Targets.Select(target => target with { Indicator = "never-described" })] });

        if (defined)
        {
            Given.Pack(Given.Indicators(Given.Indicator("citizen-share", "citizen.recognised", "citizen.adults")));
        }
    }

    private async Task<IReadOnlyList<JudgedMilestone>> JudgeAsync()
    {
        var readIndicators = new ReadIndicators(Db, Shelf);
        var year = PeriodCode.Year(2026);
        var read = await readIndicators.RunAsync(Province, year, await readIndicators.DefinitionsAsync(year, Agency, Ct), Agency, Ct);

        return Assert.Single((await new JudgeTargets(Db, Shelf, readIndicators, new PlanShelf()).RunAsync(Province, 2026, read.Value, null, Agency, Ct)).Value).Milestones;
    }
}
