using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>By what a pilot is judged, with the baseline of each of its places.</summary>
[For(Capability.SeeTasks)]
public sealed class MeasureModel(PilotKit kit, MeasurePilot measurePilot, ReadPilotFigures readFigures) : PilotPage(kit)
{
    /// <summary>The id of the measure: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public string? Indicator { get; set; }

    [BindProperty]
    public bool WithProvince { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public DateOnly? BaselineOn { get; set; }

    [BindProperty]
    public IList<TypedPilotValue> Values { get; set; } = [];

    [BindProperty]
    public string? Source { get; set; }

    public IReadOnlyList<IndicatorDefinition> Indicators { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Read.IsKept)
        {
            return this.Refuse(new PilotNotYoursToChange());
        }

        if (Read.Pilot.State is not PilotState.Preparing)
        {
            return this.Refuse(new PilotStandsOtherwise(Read.Pilot.State));
        }

        (NewId, BaselineOn, WithProvince) = (Guid.CreateVersion7(), Read.Pilot.FirstDay < Today ? Read.Pilot.FirstDay : Today, true);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || BaselineOn is not { } baselineOn)
        {
            return Unread(nameof(BaselineOn), Kit.Texts["form.required"]);
        }

        var id = new PilotMeasureId(NewId);
        var stated = new StatedPilotMeasure(Indicator, Name, Unit, baselineOn, WithProvince, [.. Values.Select(value => value.Stated with { Measure = id })], Source);
        var outcome = await measurePilot.AddAsync(Pilot, id, stated, Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Again("pilots.measure.added");
    }

    /// <summary>What was typed of a place.</summary>
    public string? TypedOf(int place) => Values.FirstOrDefault(value => value.Place == place)?.Value;

    protected override async Task DrawAsync(CancellationToken ct) => Indicators = await readFigures.IndicatorsAsync(BaselineOn ?? Today, Kit.Actor, ct);

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        PilotMeasureUnnamed => nameof(Name),
        PilotIndicatorUnknown or PilotIndicatorThere => nameof(Indicator),
        PilotBaselineDayUnfit => nameof(BaselineOn),
        PilotSourceMissing => nameof(Source),
        _ => "",
    };
}
