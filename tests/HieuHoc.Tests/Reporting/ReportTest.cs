using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>A province with a round, of which the yearly report is built.</summary>
public abstract class ReportTest : ReturnsTest
{
    /// <summary>On a context of its own, as each request has one.</summary>
    protected BuildAnnualReport BuildAnnualReport => BuildOn(Stored());

    /// <summary>What builds reports, on a context.</summary>
    protected BuildAnnualReport BuildOn(HieuHocDb db) =>
        new(db, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), ReadAnnualFacts(db), Clock, new Texts());

    /// <summary>A programme of the province.</summary>
    protected async Task<ProgrammePack> GivenPlanAsync(Func<ProgrammePack, ProgrammePack>? change = null) =>
        Given.Programme(await CodeOfAsync(Province), change);

    /// <summary>The programme with all its reports; given once, however often it is asked for.</summary>
    protected async Task GivenVariantsAsync(string version = "2021.3")
    {
        var province = await CodeOfAsync(Province);

        if (!await Stored().Packs.AnyAsync(pack => pack.Code == $"plan-{province}", Ct))
        {
            Given.Programme(province, version: version);
        }
    }

    /// <summary>What reads the facts of reports, on a context.</summary>
    protected ReadAnnualFacts ReadAnnualFacts(HieuHocDb db)
    {
        var readIndicators = new ReadIndicators(db, Shelf);

        return new ReadAnnualFacts(db, Shelf, new JudgeTargets(db, Shelf, readIndicators, new PlanShelf()), readIndicators, new ReadMoneyTotals(new ReadBudgets(db), new ReadStudyFunds(db, Clock), new ReadTaskMoney(db)), new ReadTaskReports(db, Shelf, new Texts()), Clock);
    }

    protected Task<string> CodeOfAsync(int province) =>
        Stored().PlaceCodes.Where(held => held.PlaceId == province).Select(held => held.Code).SingleAsync(Ct);
}
