using HieuHoc.Access;
using HieuHoc.Exchange.Lists.Accounts;
using HieuHoc.Platform.Attachments;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Import;

/// <summary>
/// The slips on which the accounts of a list get their first passwords. They stand in the answer that makes them and nowhere
/// else: to redirect first, they would have to be kept.
/// </summary>
[For(Role.Administrator)]
public sealed class SlipsModel(PrintSlips printSlips, Actor actor) : PageModel
{
    /// <summary>The uploaded list.</summary>
    [FromRoute(Name = "file")]
    public Guid FileId { get; set; }

    /// <summary>When the last of the slips was printed that are to be made anew, in ticks.</summary>
    [BindProperty]
    public long Until { get; set; }

    public AwaitedPasswords Waiting { get; private set; } = null!;

    /// <summary>The slips that were made just now; null where none were.</summary>
    public IReadOnlyList<FirstPassword>? Made { get; private set; }

    public string List => $"/import/accounts/{FileId}";

    public string Address => $"{List}/slips";

    /// <summary>Where the holders of the slips sign in.</summary>
    public string Door => $"{Request.Scheme}://{Request.Host}/sign-in";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var waiting = await printSlips.CountAsync(new AttachmentId(FileId), actor, HttpContext.RequestAborted);

        if (waiting.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Waiting = waiting.Value;
        await next();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => PrintAsync(null, ct);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) =>
        PrintAsync(new DateTime(Math.Clamp(Until, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc), ct);

    private async Task<IActionResult> PrintAsync(DateTime? until, CancellationToken ct)
    {
        var made = await printSlips.RunAsync(new AttachmentId(FileId), until, actor, ct);

        if (made.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Made = made.Value;

        return Page();
    }
}
