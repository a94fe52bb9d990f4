using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Packs;

/// <summary>The loaded packs: on which law the numbers stand, since when, whether a person has confirmed it; and the way to load one.</summary>
[For(Capability.KeepPacks)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, TakePack takePack, Actor actor) : PageModel
{
    private const long LargestFile = 5_000_000;

    /// <summary>The folder of the kind that the file belongs to.</summary>
    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The name of the pack that was loaded a moment ago.</summary>
    [FromQuery]
    public string? Taken { get; set; }

    /// <summary>True when what was handed over a moment ago had been there before.</summary>
    [FromQuery]
    public bool Known { get; set; }

    public IReadOnlyList<LoadedPack> Packs { get; private set; } = [];

    public IReadOnlyList<string> Kinds => [.. shelf.Kinds.Select(kind => kind.Folder)];

    /// <summary>What is wrong in the file that was handed over.</summary>
    public IReadOnlyList<FileMistake> Mistakes { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Packs = await shelf.EverythingAsync(db, context.HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null || Upload.Length > LargestFile || !Kinds.Contains(Kind))
        {
            return this.Refuse(new PackNameless(), nameof(Upload));
        }

        using var reader = new StreamReader(Upload.OpenReadStream());
        var by = new PackLoader(actor.Owner, actor.PersonId!.Value.Value);
        var outcome = await takePack.RunAsync(Kind, await reader.ReadToEndAsync(ct), by, ct);

        if (outcome.Refusal is { } refusal)
        {
            Mistakes = refusal is FileFaulty faulty ? faulty.Mistakes : [];

            return this.Refuse(refusal, nameof(Upload));
        }

        return Redirect(outcome.Value is { } pack
            ? $"/packs?taken={Uri.EscapeDataString($"{pack.Kind}/{pack.Id}/{pack.Version}")}"
            : "/packs?known=true");
    }
}
