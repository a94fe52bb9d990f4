using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The returns of a round that the visitor may see, and who has not sent.</summary>
[For(Capability.SeeReturns)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Actor actor) : PageModel
{
    /// <summary>So many that a province's communes and agencies stand on one page; villages are more.</summary>
    private const int PageSize = 150;

    /// <summary>The code of the round; the newest when none is named.</summary>
    [FromQuery(Name = "round")]
    public string? RoundCode { get; set; }

    /// <summary>Only the returns in this state.</summary>
    [FromQuery]
    public ReturnState? State { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/returns");

    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public Round? Round { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<ReturnState, int> Counts { get; private set; } = new Dictionary<ReturnState, int>();

    /// <summary>What the standing agency has of each report.</summary>
    public IReadOnlyDictionary<ReturnId, PaperTicks> Ticks { get; private set; } = new Dictionary<ReturnId, PaperTicks>();

    /// <summary>Where the workbook of the villages is; null for whoever has none to fill.</summary>
    public string? VillageWorkbook { get; private set; }

    public DateOnly Today => clock.Now.Day;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Rounds = await db.RoundsVisibleTo(actor).AsNoTracking()
            .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Code)
            .ToListAsync(ct);
        Round = Rounds.FirstOrDefault(round => RoundCode is null || round.Code == RoundCode);

        if (Round is null)
        {
            return RoundCode is null ? Page() : this.Refuse(new RoundNotFound());
        }

        var all = await RowsAsync(Round, ct);
        Counts = all.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count());
        Ticks = await db.TicksAsync(shelf, Round, actor, ct);
        VillageWorkbook = await VillageWorkbookAsync(Round, ct);
        var filtered = all.Where(row => State is null || row.State == State).ToList();
        Pages = Paging.Of(Number, filtered.Count, PageSize, $"/returns?round={Uri.EscapeDataString(Round.Code)}{(State is null ? "" : $"&state={State}")}");
        Rows = [.. filtered.Skip(Pages.Skip).Take(PageSize)];

        return Page();
    }

    /// <summary>Whoever types for villages fills one workbook for all of them.</summary>
    private async Task<string?> VillageWorkbookAsync(Round round, CancellationToken ct)
    {
        if (!actor.May(Capability.CheckVillageReturns)
            || !(await db.FormsOfAsync(shelf, round, ct)).Any(form => ReturnSteps.MayType(actor.Role, form.Document.Way) && form.Document.Level is SubjectLevel.Village))
        {
            return null;
        }

        var code = await db.PlaceCodes.HoldingOn(Today).Where(held => held.PlaceId == actor.PlaceId).Select(held => held.Code).FirstOrDefaultAsync(ct);

        return code is null ? null : $"/rounds/{round.Id.Value}/villages/{code}/workbook";
    }

    private async Task<List<Row>> RowsAsync(Round round, CancellationToken ct)
    {
        var names = db.SubjectNamesOn(round.CutOffOn);
        var rows = await (
            from @return in db.ReturnsVisibleTo(actor).Owed()
            where @return.RoundId == round.Id
            join name in names on @return.SubjectId equals name.SubjectId
            select new Row(@return.Id.Value, name.FullName, name.Name, @return.State, @return.DueOn, @return.SentAt))
            .AsNoTracking()
            .ToListAsync(ct);

        return [.. rows.OrderBy(row => row.Name, Vietnamese.Order).ThenBy(row => row.Id)];
    }

    /// <summary>One return of the list.</summary>
    public sealed record Row(Guid Id, string Place, string Name, ReturnState State, DateOnly DueOn, DateTime? SentAt);
}
