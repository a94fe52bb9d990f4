using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>A sender's own report: written section by section with its figures merged in, read as a whole, printed as a paper.</summary>
[For(Capability.SeeReturns)]
public sealed class ReportModel(
    HieuHocDb db, PackShelf shelf, Texts texts, ProgrammeClock clock, Actor actor, SaveReportSection saveSection, BuildSenderReport buildReport,
    ReadTaskReports readTasks) : PageModel
{
    /// <summary>Blank fields below the items of a list.</summary>
    private const int Blanks = 2;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The code of the section that is written; null on the page that shows all.</summary>
    [FromQuery(Name = "section")]
    public string? Code { get; set; }

    /// <summary>The code of the section to go on to after saving; null goes back to the whole report.</summary>
    [BindProperty]
    public string? Go { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty, BindRequired]
    public int Revision { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<ItemField> Items { get; set; } = [];

    [BindProperty]
    public List<TaskField> TaskFields { get; set; } = [];

    /// <summary>True when a section was just saved, to say so.</summary>
    [TempData(Key = "report.saved")]
    public bool Saved { get; set; }

    public ReturnView View { get; private set; } = null!;

    /// <summary>Null where the round asks for figures alone.</summary>
    public OutlinesPack? Outline { get; private set; }

    public WrittenReport Written { get; private set; } = new(new Dictionary<string, ReturnText>(), []);

    /// <summary>The tasks of the sender's annual plan with what is reported of them; empty where none is asked for.</summary>
    public IReadOnlyList<ReportedRow> Tasks { get; private set; } = [];

    /// <summary>True of the section in which tasks are reported one by one.</summary>
    public bool IsOfTasks(OutlineSection section) => section.Content is OutlineContent.Tasks;

    /// <summary>True when something stands in a section; of tasks when each is reported.</summary>
    public bool IsWritten(OutlineSection section) =>
        IsOfTasks(section) ? Tasks.Count > 0 && Tasks.All(row => row.Report is not null) : Written.IsWritten(section);

    /// <summary>The sections that this sender writes.</summary>
    public IReadOnlyList<OutlineSection> Sections => Outline?.SectionsFor(View.Form.Level) ?? [];

    /// <summary>The section that is being written; null on the page that shows all.</summary>
    public OutlineSection? Current => Sections.FirstOrDefault(section => section.Code == Code);

    /// <summary>The section after the one that is being written.</summary>
    public OutlineSection? Next => Sections.SkipWhile(section => section != Current).Skip(1).FirstOrDefault();

    /// <summary>True when the visitor may write, and a section is open.</summary>
    public bool IsWriting => View.CanType && Current is not null;

    /// <summary>True when what stands in the field comes from the figures and nobody has saved it.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>The figures that stand in a section, to be read.</summary>
    public IEnumerable<SectionView> FiguresOf(OutlineSection section) =>
        from part in Outline!.FiguresIn(section, View.Form)
        select new SectionView(View with { CanType = false, Found = View.Found with { All = [] } }, part, new Dictionary<string, string>(), finding => finding.Cell, PastYear.None);

    /// <summary>Where a section is written.</summary>
    public string AddressOf(OutlineSection? section) => section is null ? $"/returns/{Id}/report" : $"/returns/{Id}/report?section={section.Code}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new ReturnNotFound());

            return;
        }

        // No page of ours leaves out from which revision it was written.
        if (!ModelState.IsValid)
        {
            context.Result = BadRequest();

            return;
        }

        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Revision = View.Revision;

        if (Current is not { } section)
        {
            return;
        }

        if (IsOfTasks(section))
        {
            var suggested = await readTasks.SuggestedAsync(View.Return.Owner, [.. Tasks.Select(row => row.Row)], ct);
            IsDraft = Tasks.Any(row => row.Report is null);
            TaskFields = [.. Tasks.Select(row => TaskField.Of(row.Report is { } report ? StatedTaskReport.Of(report) : suggested[row.Row.Id]))];

            return;
        }

        var drafted = Written.Of(section) is null
            ? KeyFigures.Sentence(Outline!.FiguresIn(section, View.Form), View.Answers, View.Elements, texts)
            : "";
        IsDraft = drafted.Length > 0;
        Text = Written.Of(section) ?? drafted;
        Items =
        [
            .. Written.ItemsOf(section).Select(item => new ItemField { Id = item.Id.Value, Text = item.Text, Addressee = item.Addressee }),
            .. Enumerable.Range(0, Blanks).Select(_ => new ItemField { Id = Guid.CreateVersion7() }),
        ];
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var typed = new TypedSection(Text, [.. Items.Select(item => new TypedItem(new DifficultyId(item.Id), item.Text, item.Addressee))]);
        var outcome = await saveSection.RunAsync(new ReturnId(Id), Revision, Code ?? "", typed, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(ct);

            return this.Refuse(refusal);
        }

        Saved = true;

        return Redirect(AddressOf(Sections.FirstOrDefault(section => section.Code == Go)));
    }

    public async Task<IActionResult> OnPostTasksAsync([FromServices] ReportTasks reportTasks, CancellationToken ct)
    {
        var outcome = await reportTasks.RunAsync(new ReturnId(Id), Revision, [.. TaskFields.Select(field => field.Stated)], actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(ct);
            // What the page no longer knows cannot be shown beside its task.
            TaskFields.RemoveAll(field => !Tasks.Any(row => row.Row.Id.Value == field.Row));

            return this.Refuse(refusal, refusal is TaskPercentUnfit { Number: var number } ? $"TaskFields_{number - 1}__Percent" : "");
        }

        Saved = true;

        return Redirect(AddressOf(Sections.FirstOrDefault(section => section.Code == Go)));
    }

    /// <summary>The report as a paper to be signed.</summary>
    public async Task<IActionResult> OnGetPaperAsync(CancellationToken ct) => this.Paper(await buildReport.RunAsync(new ReturnId(Id), actor, ct));

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new ReturnId(Id);

        if (await ReturnView.ReadAsync(db, shelf, clock, id, actor, ct) is not { } view)
        {
            return false;
        }

        var @return = await db.ReturnsVisibleTo(actor).AsNoTracking().SingleAsync(@return => @return.Id == id, ct);
        View = view;
        Outline = await db.OutlineAsync(shelf, @return, ct);
        Written = await db.NarrativeAsync(@return, view.Version, ct);
        Tasks = Outline?.TasksFor(view.Form.Level) is null ? [] : await readTasks.OfReturnAsync(@return, view.Version, ct);

        return true;
    }

    /// <summary>What is typed of one task.</summary>
    public sealed record TaskField
    {
        public Guid Row { get; set; }

        public RowState State { get; set; }

        public string? Percent { get; set; }

        public string? Results { get; set; }

        public string? Difficulties { get; set; }

        public string? Proposals { get; set; }

        internal StatedTaskReport Stated => new(new AnnualRowId(Row), State, Percent ?? "", Results ?? "", Difficulties ?? "", Proposals ?? "");

        internal static TaskField Of(StatedTaskReport stated) => new()
        {
            Row = stated.Row.Value,
            State = stated.State,
            Percent = stated.Percent,
            Results = stated.Results,
            Difficulties = stated.Difficulties,
            Proposals = stated.Proposals,
        };
    }

    /// <summary>One difficulty or proposal in the form.</summary>
    public sealed record ItemField
    {
        public Guid Id { get; set; }

        public string? Text { get; set; }

        public string? Addressee { get; set; }
    }
}
