using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>What one agency or commune asks for: its own people write and send it, the standing agency may give it back.</summary>
[For(Capability.SeeMoney)]
public sealed class RequestModel(HieuHocDb db, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    /// <summary>Empty lines below those that are there.</summary>
    private const int Blank = 3;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public int Subject { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    /// <summary>The lines as they are typed.</summary>
    [BindProperty]
    public List<Line> Typed { get; set; } = [];

    [BindProperty]
    public string? ReturnReason { get; set; }

    [TempData(Key = "money.done")]
    public string? Done { get; set; }

    public BudgetRound Round { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public BudgetRequestState State { get; private set; }

    /// <summary>Why it was given back; empty where it does not lie with its sender for that.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The lines as the register has them.</summary>
    public IReadOnlyList<BudgetLine> Stated { get; private set; } = [];

    /// <summary>True where the visitor writes this request, and may now.</summary>
    public bool Writes => actor.May(Capability.KeepMoney) && actor.OwnSubject == Subject && (State is not BudgetRequestState.Sent || WasRefused);

    /// <summary>True where the visitor may give it back.</summary>
    public bool Returns => actor.May(Capability.RunMoney) && State is BudgetRequestState.Sent;

    /// <summary>True where what was typed was not kept: what is kept is shown beside it.</summary>
    public bool WasRefused { get; private set; }

    public DateOnly Today => clock.Now.Day;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    private BudgetRoundId RoundId => new(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var round = await db.BudgetRoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == RoundId, ct);

        if (round is null || !await db.BudgetsVisibleTo(actor).ContainsAsync(Subject, ct))
        {
            context.Result = this.Refuse(new BudgetRequestNotFound());

            return;
        }

        Round = round;
        var executed = await next();

        if (executed.Result is PageResult)
        {
            await LoadAsync(ct);
        }
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostSaveAsync([FromServices] StateBudgetRequest state, CancellationToken ct) => StateAsync(state, send: false, ct);

    public Task<IActionResult> OnPostSendAsync([FromServices] StateBudgetRequest state, CancellationToken ct) => StateAsync(state, send: true, ct);

    public async Task<IActionResult> OnPostReturnAsync([FromServices] ReturnBudgetRequest giveBack, CancellationToken ct)
    {
        var outcome = await giveBack.RunAsync(RoundId, Subject, StartedFrom, ReturnReason, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, refusal is BudgetReasonMissing ? nameof(ReturnReason) : "") : Again("money.request.returned");
    }

    private async Task<IActionResult> StateAsync(StateBudgetRequest state, bool send, CancellationToken ct)
    {
        Typed = [.. Typed.Where(line => !line.IsEmpty)];
        var outcome = await state.RunAsync(RoundId, Subject, StartedFrom, [.. Typed.Select(line => line.Read())], send, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            WasRefused = true;

            return this.Refuse(refusal);
        }

        return Again(send ? "money.request.sent" : "money.request.saved");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Unit = await db.SubjectNameAsync(Subject, Today, ct) ?? "";
        var request = await db.BudgetRequestsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == RoundId && row.SubjectId == Subject, ct);
        (State, Stated) = (request?.State ?? BudgetRequestState.Asked, request?.Stated ?? []);
        Reason = State is BudgetRequestState.Returned ? request!.Reason : "";

        // Whoever was refused sees what is kept, and goes on from there.
        StartedFrom = request?.Revision ?? 0;

        if (!WasRefused)
        {
            Typed = [.. Stated.Select(Line.Of)];
        }

        Typed.AddRange(Enumerable.Range(Typed.Count, Math.Max(0, Math.Min(Blank, TypedBudgetLine.MostLines - Typed.Count))).Select(_ => new Line()));
        History = await db.HistoryAsync(texts, actor.Owner, MoneyRecords.Of(RoundId, Subject), ToldChanges.OfBudgetRequest, ct);
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect(FormattableString.Invariant($"/money/rounds/{Id}/requests/{Subject}"));
    }

    /// <summary>A line as it stands in its fields.</summary>
    public sealed class Line
    {
        public string? What { get; set; }

        public MoneySource Source { get; set; }

        public string? Amount { get; set; }

        public string? Basis { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Amount) && string.IsNullOrWhiteSpace(Basis);

        public static Line Of(BudgetLine line) => new() { What = line.What, Source = line.Source, Amount = Shown.NumberText(line.Amount), Basis = line.Basis };

        public TypedBudgetLine Read() => new(What, Source, MoneyAmount.Read(Amount), Basis);
    }
}
