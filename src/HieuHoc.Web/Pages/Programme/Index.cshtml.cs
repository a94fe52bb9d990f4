using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Programme;

/// <summary>The programme on one page: its plans, what they want reached, what they want done and by whom, and what they owe to whom.</summary>
[For(Capability.SeeFigures)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, Actor actor, ProgrammeClock clock, ReadProgramme readProgramme, Texts texts, Shown shown) : PageModel
{
    private IReadOnlyDictionary<string, IndicatorDefinition> indicators = new Dictionary<string, IndicatorDefinition>();

    /// <summary>True where every part is open from the start.</summary>
    [FromQuery]
    public bool All { get; set; }

    public ProgrammeOnDay Programme { get; private set; } = null!;

    /// <summary>The code of the place whose figures an indicator's page shows first: that of the actor, of a village its commune's.</summary>
    public string PlaceCode { get; private set; } = "";

    public bool KeepsPlans => actor.May(Capability.KeepPlans);

    public async Task OnGetAsync(CancellationToken ct)
    {
        PlaceCode = await CodeAsync(actor.PlaceId, ct);
        Programme = await readProgramme.RunAsync(actor, clock.Now.Day, ct);
        indicators = (await shelf.AllAsync<IndicatorsPack>(db, await db.JurisdictionAsync(actor.Owner, ct), ct))
            .SelectMany(pack => pack.Document.Indicators).DistinctBy(indicator => indicator.Code).ToDictionary(indicator => indicator.Code);
    }

    /// <summary>Villages have no code.</summary>
    private async Task<string> CodeAsync(int placeId, CancellationToken ct) =>
        await db.PlaceOnDayAsync(placeId, clock.Now.Day, ct) is { Code: "", ParentId: { } above } ? await CodeAsync(above, ct) : (await db.PlaceOnDayAsync(placeId, clock.Now.Day, ct))?.Code ?? "";

    /// <summary>The title of an indicator, and its code where no pack has it.</summary>
    public string TitleOf(string indicator) => indicators.GetValueOrDefault(indicator)?.Title.Here ?? indicator;

    /// <summary>The title of a group of targets; null of those that stand in none.</summary>
    public string? GroupOf(string? code) => Programme.Pack?.Groups.FirstOrDefault(group => group.Code == code)?.Title.Here;

    /// <summary>"khoảng 35 % vào năm 2025".</summary>
    public string Words(TargetDefinition target, Milestone milestone) =>
        TargetView.Words(texts, shown).Milestone(indicators.GetValueOrDefault(target.MeasureOn(PeriodCode.Year(milestone.Year).Days.Last).Indicator), milestone);

    /// <summary>Where a plan is told apart from the others: its number, else its abstract.</summary>
    public static string NameOf(ProgrammePlan plan) => plan.Content.Document.Number ?? plan.Content.Document.Title ?? plan.Content.Document.Issuer ?? "";

    /// <summary>The clauses in which the plans say it.</summary>
    public string Sources(Milestone milestone) => string.Join("; ", milestone.Sources.Select(source => Clause(source.Plan, source.Clause)));

    /// <summary>A clause of a plan; where there is one plan alone, it is not named.</summary>
    public string Clause(string plan, string clause) => clause.Length == 0 ? plan
        : Programme.Plans.Count > 1 ? texts["target.clause.of", ("plan", plan), ("clauses", clause)]
        : texts["plans.clause", ("clause", clause)];
}

/// <summary>Targets that stand together on the page of the programme.</summary>
/// <param name="Title">What they have in common.</param>
public sealed record TargetsView(IndexModel Page, string Title, IReadOnlyList<TargetDefinition> Targets);
