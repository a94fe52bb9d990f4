using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// The short forms of the agencies: most are confirmed, some are on their way, and those of the visitor's own agency and of the armed
/// forces, which have no account, are still to be typed.
/// </summary>
internal sealed class DemoAgencies(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    /// <summary>Who has not been confirmed yet, by the code of the agency.</summary>
    private static readonly IReadOnlyDictionary<string, ReturnState> Unfinished = new Dictionary<string, ReturnState>
    {
        [DemoPeople.HomeAffairs] = ReturnState.Entering,
        ["quang-tri.bdbp"] = ReturnState.Entering,
        ["quang-tri.cong-an"] = ReturnState.Entering,
        ["quang-tri.so-cong-thuong"] = ReturnState.Entering,
        ["quang-tri.hoi-nct"] = ReturnState.AwaitingLeader,
        ["quang-tri.so-khcn"] = ReturnState.ToMend,
        ["quang-tri.cong-ttdt"] = ReturnState.Sent,
        ["quang-tri.so-y-te"] = ReturnState.Sent,
    };

    /// <summary>Makes what the round asks of agencies, or what a stopped making left out.</summary>
    public async Task RunAsync(Owner owner, Round round, bool allConfirmed, CancellationToken ct)
    {
        await using var db = engine.Open();
        var forms = (await db.FormsOfAsync(shelf, round, ct)).Where(form => form.Document.Level is SubjectLevel.Agency)
            .ToDictionary(form => form.PackId, form => form.Document);
        var asked = await db.Returns.AsNoTracking()
            .Where(@return => @return.Owner == owner.Id && @return.RoundId == round.Id && EF.Parameter(forms.Keys.ToList()).Contains(@return.FormPackId))
            .Join(db.Agencies, @return => @return.SubjectId, agency => agency.Id, (@return, agency) => new { @return.Id, @return.FormPackId, AgencyId = agency.Id, agency.Code })
            .OrderBy(row => row.Code)
            .ToListAsync(ct);
        // Where no tasks were made there are no rows, and nothing is reported of them.
        var rows = await db.RowsByReporterAsync(round, ct);
        var receiver = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);

        foreach (var (number, row) in asked.Index())
        {
            time.Agency(number);
            var state = allConfirmed ? ReturnState.Confirmed : Unfinished.GetValueOrDefault(row.Code, ReturnState.Confirmed);
            var officer = receiver with { Role = Role.AgencyOfficer, AgencyId = row.AgencyId };
            var typing = new DemoReturns(engine, shelf, texts, time)
            {
                Words = DemoWords.OfAgencies.GetValueOrDefault(row.Code), Tasks = DemoTaskReports.Of(rows[row.AgencyId], number, texts),
            };
            await typing.MoveAsync(
                row.Id, AgencyFigures.Of(row.Code, forms[row.FormPackId]), officer, DemoReturns.WayTo(state, officer, officer with { Role = Role.AgencyLeader }, receiver), ct);
        }
    }
}
