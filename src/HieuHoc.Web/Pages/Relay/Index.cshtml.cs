using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform.Attachments;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Relay;

/// <summary>What a village brings on a stick because its telephone has no network: taken, and answered with receipts to give back.</summary>
[For(Capability.KeepDevices)]
public sealed class IndexModel(RelayFile relayFile, Actor actor) : PageModel
{
    public static int Megabytes => RelayFile.MostBytes / 1_048_576;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What became of the file; null until one was brought.</summary>
    public RelayedFile? Relayed { get; private set; }

    public void OnGet()
    {
    }

    // Shown at once and not by a redirect: whoever loads it again brings the same file again, which changes nothing.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null || Upload.Length == 0)
        {
            return this.Refuse(new AttachmentEmpty(), nameof(Upload));
        }

        await using var content = Upload.OpenReadStream();
        var relayed = await relayFile.RunAsync(content, actor, ct);

        if (relayed.Refusal is { } refusal)
        {
            return this.Refuse(refusal, nameof(Upload));
        }

        Relayed = relayed.Value;

        return Page();
    }
}
