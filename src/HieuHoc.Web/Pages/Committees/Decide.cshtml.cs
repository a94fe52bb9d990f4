using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>A renewal of a committee, or a decision that was taken down wrongly.</summary>
[For(Capability.KeepCommittees)]
public sealed class DecideModel(ReadCommittee readCommittee, RecordCommitteeDecision recordDecision, Actor actor, Texts texts) : CommitteeFormPage(texts)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The decision that is corrected; null for a renewal.</summary>
    [FromRoute]
    public Guid? Decision { get; set; }

    /// <summary>The id of a renewal: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The revision that the form was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    public CommitteeRead Committee { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await readCommittee.RunAsync(new CommitteeId(Id), actor, HttpContext.RequestAborted);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Committee = read.Value;
        await next();
    }

    public IActionResult OnGet()
    {
        if (!Committee.IsKept)
        {
            return this.Refuse(new CommitteeNotYoursToChange());
        }

        if (Begun() is not { } begun)
        {
            return this.Refuse(new CommitteeDecisionNotFound());
        }

        var stated = StatedDecision.Of(begun.Decision, begun.Members);
        (Name, StandingAgency, Members) = (stated.Name, stated.StandingAgency, Written(stated));
        // A renewal has a number and a day of its own.
        Number = Decision is null ? null : stated.Number;
        DecidedOn = Decision is null ? null : stated.DecidedOn;
        (NewId, StartedFrom) = (Guid.CreateVersion7(), Committee.Committee.Revision);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsRead())
        {
            return Unread();
        }

        if (Begun() is null)
        {
            return this.Refuse(new CommitteeDecisionNotFound());
        }

        var stated = Read();

        if (stated.Refusal is { } unread)
        {
            return Told(unread);
        }

        var outcome = await recordDecision.RunAsync(
            new ArrivingDecision(new CommitteeId(Id), 0, new CommitteeDecisionId(Decision ?? NewId), StartedFrom, stated.Value), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return Told(refusal);
        }

        TempData["committee.done"] = Decision is null ? "committees.recorded" : "committees.corrected";

        return Redirect($"/committees/{Id}");
    }

    /// <summary>The decision that the form begins from: the one to be corrected, or the last one, of which most is written again.</summary>
    private DecidedMembership? Begun() =>
        Committee.Decisions.Select(read => read.Decided).FirstOrDefault(decided => Decision is null || decided.Decision.Id.Value == Decision);
}
