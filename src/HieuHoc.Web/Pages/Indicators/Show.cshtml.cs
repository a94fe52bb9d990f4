using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Indicators;

/// <summary>A number and the rows behind it: one commune a line, each leading to the return that it was counted in.</summary>
[For(Capability.SeeFigures)]
public sealed class ShowModel(
    HieuHocDb db, ProgrammeClock clock, Actor actor, ReadIndicators readIndicators, JudgeTargets judgeTargets, PackShelf shelf) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string PlaceCode { get; set; } = "";

    [FromQuery, BindRequired]
    public int Year { get; set; }

    public PlaceOnDay Place { get; private set; } = null!;

    public IndicatorReading Reading { get; private set; } = null!;

    public IReadOnlyList<JudgedTarget> Targets { get; private set; } = [];

    /// <summary>What the codes in an explanation mean.</summary>
    public IReadOnlyDictionary<string, ElementDefinition> Elements { get; private set; } = new Dictionary<string, ElementDefinition>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reaches = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId);
        var found = await db.PlaceByCodeAsync(PlaceCode, clock.Now.Day, ct);

        if (found is null || Year is < 1 or > 9998 || !await reaches.AnyAsync(reach => reach.PlaceId == found.Id, ct))
        {
            return this.Refuse(new PlaceNotFound());
        }

        var period = PeriodCode.Year(Year);
        var definition = (await readIndicators.DefinitionsAsync(period, ct)).Where(indicator => indicator.Code == Code).ToList();

        if (definition.Count == 0)
        {
            return this.Refuse(new IndicatorNotFound());
        }

        Place = found;
        Reading = (await readIndicators.RunAsync(actor.Owner, found.Id, found.Level, period, definition, ct)).Single();
        Targets = [.. (await judgeTargets.RunAsync(actor.Owner, found.Id, found.Level, Year, ct)).Where(judged => judged.Target.Indicator == Code)];
        Elements = await db.ElementDefinitionsAsync(shelf, period.Days.Last, ct);
        Rows = await RowsAsync(period, ct);

        return Page();
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(PeriodCode period, CancellationToken ct)
    {
        var places = Place.Level is PlaceLevel.Commune ? [Place] : await db.ChildrenAsync(Place.Id, period.Days.Last, ct);
        var names = HieuHoc.Rules.Formula.Parse(Reading.Indicator.Formula).Names;
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
        var elements = db.Elements.Where(element => names.Contains(element.Code)).Select(element => element.Id);
        var shown = places.Select(place => place.Id).ToList();
        var sources = await db.Figures.AsNoTracking()
            .Where(figure => figure.Owner == actor.Owner
                && elements.Contains(figure.ElementId)
                && periods.Contains(figure.PeriodId)
                // Of a province, without it, all its villages would be read to show its communes.
                && shown.Contains(figure.SubjectId))
            .Select(figure => new { figure.SubjectId, figure.SourceId, figure.SourceVersion })
            .Distinct()
            .ToListAsync(ct);
        var bySubject = sources.ToLookup(source => source.SubjectId);
        var readings = Reading.Communes.ToDictionary(commune => commune.PlaceId);

        return
        [
            .. places.Where(place => readings.ContainsKey(place.Id)).Select(place => new Row(
                place, readings[place.Id], [.. bySubject[place.Id].Select(source => new Source(source.SourceId, source.SourceVersion))])),
        ];
    }

    /// <summary>One commune with its numbers and the returns that they were counted in.</summary>
    public sealed record Row(PlaceOnDay Place, CommuneReading Reading, IReadOnlyList<Source> Sources);

    /// <summary>A version of a return.</summary>
    public sealed record Source(Guid ReturnId, int Version);
}

/// <summary>No loaded pack has an indicator of this code for the year.</summary>
public sealed record IndicatorNotFound() : Refusal(RefusalKind.NotFound);
