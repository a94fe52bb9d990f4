using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>A plan document on its way in: a file, or its text.</summary>
[For(Capability.KeepPlans)]
public sealed class NewModel(TakePlan takePlan, Actor actor) : PageModel
{
    public static long Megabytes => AttachmentTypes.MostBytes / 1_048_576;

    /// <summary>Sent twice it is one plan.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The text of a plan that is no file.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 } && string.IsNullOrWhiteSpace(Pasted))
        {
            return this.Refuse(new AttachmentEmpty(), nameof(Upload));
        }

        await using var content = Upload is { Length: > 0 } ? Upload.OpenReadStream() : new MemoryStream(Encoding.UTF8.GetBytes(Pasted!));
        var taken = await takePlan.RunAsync(new ArrivingPlan(new PlanId(NewId), Upload is { Length: > 0 } ? Upload.FileName : "", content), actor, ct);

        return taken.Refusal is { } refusal ? this.Refuse(refusal, Upload is { Length: > 0 } ? nameof(Upload) : nameof(Pasted)) : Redirect($"/plans/{taken.Value.Id.Value}");
    }
}
