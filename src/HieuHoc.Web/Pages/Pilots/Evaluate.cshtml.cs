using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>What the evaluation of a pilot found, with the values that the system does not know.</summary>
[For(Capability.SeeTasks)]
public sealed class EvaluateModel(PilotKit kit, EvaluatePilot evaluatePilot) : PilotPage(kit)
{
    /// <summary>The id of the evaluation: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public DateOnly? EvaluatedOn { get; set; }

    [BindProperty]
    public IList<TypedPilotValue> Values { get; set; } = [];

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Findings { get; set; }

    [BindProperty]
    public DateOnly? DecideBy { get; set; }

    public IActionResult OnGet()
    {
        if (!Read.IsKept)
        {
            return this.Refuse(new PilotNotYoursToChange());
        }

        if (Read.Pilot.State is not (PilotState.Running or PilotState.Evaluated))
        {
            return this.Refuse(new PilotStandsOtherwise(Read.Pilot.State));
        }

        (NewId, StartedFrom, EvaluatedOn) = (Guid.CreateVersion7(), Read.Pilot.Revision, Today);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || EvaluatedOn is not { } evaluatedOn)
        {
            return Unread(nameof(EvaluatedOn), Kit.Texts["form.required"]);
        }

        var stated = new StatedPilotEvaluation(evaluatedOn, Findings, DecideBy, [.. Values.Select(value => value.Stated)], Source);
        var outcome = await evaluatePilot.RunAsync(Pilot, new PilotEvaluationId(NewId), StartedFrom, stated, Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Again("pilots.evaluated");
    }

    /// <summary>What was typed of a place.</summary>
    public string? TypedOf(Guid measure, int place) => Values.FirstOrDefault(value => value.Measure == measure && value.Place == place)?.Value;

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        PilotEvaluationDayUnfit => nameof(EvaluatedOn),
        PilotFindingsMissing => nameof(Findings),
        PilotDecideByUnfit => nameof(DecideBy),
        PilotSourceMissing => nameof(Source),
        _ => "",
    };
}
