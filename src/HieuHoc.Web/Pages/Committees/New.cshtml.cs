using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>A committee that was set up: the first decision about it that is known.</summary>
[For(Capability.KeepCommittees)]
public sealed class NewModel(HieuHocDb db, RecordCommitteeDecision recordDecision, ProgrammeClock clock, Actor actor, Texts texts) : CommitteeFormPage(texts)
{
    /// <summary>The id of the committee, and of the decision: sent twice they are one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Whose committee it is.</summary>
    [BindProperty]
    public int Place { get; set; }

    /// <summary>The places whose committees the visitor keeps, the own first.</summary>
    public IReadOnlyList<PlaceOnDay> Places { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var kept = await db.PlacesOrLast(db.CommitteePlacesKeptBy(actor), clock.Now.Day).ToListAsync(HttpContext.RequestAborted);
        Places = [.. kept.OrderBy(place => place.Id != actor.PlaceId).ThenBy(place => place.Level).ThenBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Id)];
        await next();
    }

    public void OnGet() => (NewId, Place) = (Guid.CreateVersion7(), actor.PlaceId);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsRead())
        {
            return Unread();
        }

        var stated = Read();

        if (stated.Refusal is { } unread)
        {
            return Told(unread);
        }

        var outcome = await recordDecision.RunAsync(new ArrivingDecision(new CommitteeId(NewId), Place, new CommitteeDecisionId(NewId), 0, stated.Value), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return Told(refusal);
        }

        TempData["committee.done"] = "committees.recorded";

        return Redirect($"/committees/{NewId}");
    }
}
