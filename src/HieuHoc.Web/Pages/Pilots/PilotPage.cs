using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>What the pages of one pilot need.</summary>
public sealed record PilotKit(HieuHocDb Db, ReadPilot ReadPilot, ProgrammeClock Clock, Actor Actor, Texts Texts);

/// <summary>A page of one pilot: what is shown and what was refused are drawn alike.</summary>
public abstract class PilotPage(PilotKit kit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [TempData(Key = "pilot.done")]
    public string? Done { get; set; }

    public PilotRead Read { get; private set; } = null!;

    public DateOnly Today => Kit.Clock.Now.Day;

    protected PilotId Pilot => new(Id);

    protected PilotKit Kit { get; } = kit;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;

        if (await LoadAsync(ct) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        // What was refused because of somebody else shows what they did.
        if ((await next()).Result is PageResult)
        {
            await LoadAsync(ct);
            await DrawAsync(ct);
        }
    }

    /// <summary>Reads what the page shows besides the pilot.</summary>
    protected virtual Task DrawAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Back to the pilot, with a word of what was done.</summary>
    protected RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/pilots/{Id}");
    }

    /// <summary>The page again, where a field could not be read.</summary>
    /// <param name="field">The one that is missing, where all others could be read.</param>
    protected PageResult Unread(string field, string sentence)
    {
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(field, sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        var read = await Kit.ReadPilot.RunAsync(Pilot, Kit.Actor, ct);

        if (read.Refusal is null)
        {
            Read = read.Value;
        }

        return read.Refusal;
    }
}

/// <summary>A value of one place as it is typed.</summary>
public sealed class TypedPilotValue
{
    public Guid Measure { get; set; }

    public int Place { get; set; }

    public string? Value { get; set; }

    /// <summary>What is stated by it.</summary>
    public StatedPilotValue Stated => new(new PilotMeasureId(Measure), Place, Value);
}
