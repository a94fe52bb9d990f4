using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
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
    protected BuildAnnualReport BuildAnnualReport
    {
        get
        {
            var db = Stored();
            var readIndicators = new ReadIndicators(db, Shelf);

            return new BuildAnnualReport(db, Shelf, new JudgeTargets(db, Shelf, readIndicators), readIndicators, Clock, new Texts());
        }
    }

    /// <summary>A programme of the province.</summary>
    protected async Task<ProgrammePack> GivenPlanAsync(Func<ProgrammePack, ProgrammePack>? change = null) =>
        Given.Programme(await CodeOfAsync(Province), change);

    protected Task<string> CodeOfAsync(int province) =>
        Stored().PlaceCodes.Where(held => held.PlaceId == province).Select(held => held.Code).SingleAsync(Ct);
}
