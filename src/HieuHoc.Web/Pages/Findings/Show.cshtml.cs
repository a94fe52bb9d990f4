using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Findings;

/// <summary>One finding: who must put it right by when, all that was said of it, its evidence, and what is said next.</summary>
[For(Capability.SeeVisits)]
public sealed class ShowModel(HieuHocDb db, AttachmentKinds kinds, ReadVisit readVisit, SayOfFinding sayOfFinding, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>How many words the page knew.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public FindingStep? Step { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The new last day, of who asks again.</summary>
    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [TempData(Key = "finding.done")]
    public string? Done { get; set; }

    public VisitRead Visit { get; private set; } = null!;

    public FindingRead Read { get; private set; } = null!;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>The names of the posts that said something.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DateOnly Today => clock.Now.Day;

    /// <summary>True where the visitor of the page may still say or show something.</summary>
    public bool MaySay => Read.Finding.IsUnsettled && (Visit.IsKept || Read.MayAnswer);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;

        if (!await LoadAsync(ct))
        {
            context.Result = this.Refuse(new FindingNotFound());

            return;
        }

        // What was refused because of somebody else shows what they said.
        if ((await next()).Result is PageResult)
        {
            await LoadAsync(ct);
            await LoadFilesAsync(ct);
        }
    }

    public void OnGet() => StartedFrom = Read.Finding.Revision;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Step is not { } step)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("", texts["visits.step.unchosen"]);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var outcome = await sayOfFinding.RunAsync(new FindingId(Id), new SaidOfFinding(StartedFrom, step, Words, DueOn), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, refusal is FindingWordsMissing or VisitTextTooLong ? nameof(Words) : refusal is FindingDueUnfit ? nameof(DueOn) : "");
        }

        Done = $"findings.done.{step}";

        return Redirect($"/findings/{Id}");
    }

    public string NameOf(FindingWord word) => word.SaidBy is { } person ? Names.GetValueOrDefault(person, "") : texts["history.installation"];

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new FindingId(Id);
        var visit = await db.FindingsVisibleTo(actor).Where(finding => finding.Id == id).Select(finding => (VisitId?)finding.VisitId).SingleOrDefaultAsync(ct);

        if (visit is not { } of || (await readVisit.RunAsync(of, actor, ct)) is not { Refusal: null } read)
        {
            return false;
        }

        Visit = read.Value;
        Read = Visit.Findings.Single(one => one.Finding.Id == id);

        return true;
    }

    private async Task LoadFilesAsync(CancellationToken ct)
    {
        Files = await kinds[FindingFiles.Kind].Visible(db, FindingFiles.RecordOf(new FindingId(Id)), actor).AsNoTracking()
            .Where(row => row.EndedAt == null).OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var ids = Read.Words.Select(word => word.SaidBy).OfType<PersonId>().Distinct().ToList();
        Names = await db.People.Where(person => person.Owner == actor.Owner && ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
    }
}
