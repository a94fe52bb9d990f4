using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Difficulties;

/// <summary>Something that a commune or an agency raises outside a report.</summary>
[For(Capability.RaiseDifficulties)]
public sealed class NewModel(HieuHocDb db, RaiseDifficulty raiseDifficulty, ReadProgramme readProgramme, ProgrammeClock clock, Actor actor) : PageModel
{
    /// <summary>Tasks and targets to choose between, each at most: more is no choice, and the programme as a whole is always one.</summary>
    private const int MostChoices = 300;

    /// <summary>The id of what is raised: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public DifficultyKind Kind { get; set; }

    /// <summary>What it is about: <c>Task:id</c>, <c>Target:code</c>, or empty.</summary>
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Addressee { get; set; }

    public IReadOnlyList<(string Id, string Words)> Tasks { get; private set; } = [];

    public IReadOnlyList<(string Code, string Words)> Targets { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is PageResult)
        {
            await LoadAsync(HttpContext.RequestAborted);
        }
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var (about, record) = (About ?? "").Split(':', 2) is [var kind, var of] && Enum.TryParse<DifficultySubject>(kind, out var known) ? (known, of) : (DifficultySubject.General, "");
        var outcome = await raiseDifficulty.RunAsync(new DifficultyId(NewId), new StatedDifficulty(Kind, Text, about, record, Addressee), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Redirect($"/difficulties/{NewId}");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        DifficultyTextMissing or DifficultyTooLong => nameof(Text),
        DifficultyTaskUnknown or DifficultyTargetUnknown => nameof(About),
        _ => "",
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        var tasks = await db.TasksVisibleTo(actor).AsNoTracking().OrderBy(task => task.Text).ThenBy(task => task.Id).Take(MostChoices).ToListAsync(ct);
        Tasks = [.. tasks.Select(task => ($"{task.Id.Value}", TaskWords.Short(task.Text)))];
        Targets = [.. (await readProgramme.RunAsync(actor, clock.Now.Day, ct)).Targets.Take(MostChoices).Select(target => (target.Code, TaskWords.Short(target.Title.Here)))];
    }
}
