using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Difficulties;

/// <summary>One difficulty or proposal on its way: the standing agency answers or passes it on, the sender reads what was said and puts it away.</summary>
[For(Capability.SeeReturns)]
public sealed class ShowModel(HieuHocDb db, ListDifficulties list, Texts texts, Actor actor, ReplyToDifficulty replyTo) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public DifficultyReply Reply { get; set; }

    /// <summary>To whom it is passed.</summary>
    [BindProperty]
    public DifficultyForward To { get; set; } = DifficultyForward.PeoplesCommittee;

    public Difficulty Item { get; private set; } = null!;

    public string Sender { get; private set; } = "";

    /// <summary>True when the visitor may answer, and nobody has.</summary>
    public bool MayAnswer { get; private set; }

    /// <summary>True when the visitor may pass it on.</summary>
    public bool MayForward => actor.May(Capability.CheckReturns) && Item.Reply is null;

    /// <summary>True when the visitor may put away what is answered.</summary>
    public bool MayClose => Item is { Reply: DifficultyReply.Answered, ClosedAt: null } && (actor.May(Capability.CheckReturns) || actor.May(Capability.RaiseDifficulties));

    /// <summary>True when the task that it is about is the visitor's to see.</summary>
    public bool SeesTask { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new DifficultyNotFound());

            return;
        }

        await next();
    }

    public void OnGet() => Revision = Item.Revision;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var outcome = await replyTo.RunAsync(new DifficultyId(Id), new SaidToDifficulty(Revision, Reply, Answer, To), actor, ct);

        return await AgainAsync(outcome.Refusal, ct);
    }

    public async Task<IActionResult> OnPostCloseAsync([FromServices] CloseDifficulty closeDifficulty, CancellationToken ct) => ModelState.IsValid
        ? await AgainAsync((await closeDifficulty.RunAsync(new DifficultyId(Id), Revision, actor, ct)).Refusal, ct)
        : BadRequest();

    private async Task<IActionResult> AgainAsync(Refusal? refused, CancellationToken ct)
    {
        if (refused is not { } refusal)
        {
            return Redirect($"/difficulties/{Id}");
        }

        // What was refused because of somebody else shows what they said.
        db.ChangeTracker.Clear();
        await LoadAsync(ct);

        return this.Refuse(refusal, refusal is AnswerMissing or AnswerTooLong ? nameof(Answer) : "");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new DifficultyId(Id);

        var read = await list.OneAsync(id, actor, ct);

        if (read.Refusal is not null)
        {
            return false;
        }

        var item = read.Value.Item;
        (Item, Sender) = (item, read.Value.Sender);
        MayAnswer = item.Reply is not DifficultyReply.Answered && (actor.May(Capability.CheckReturns)
            || (item.ForwardedTo is not null && actor.May(Capability.AnswerForwarded) && await db.OwnerPlaceAsync(actor.Owner, ct) == actor.PlaceId));
        var task = new TaskId(item.About is DifficultySubject.Task ? Guid.Parse(item.AboutRecord) : Guid.Empty);
        SeesTask = item.About is DifficultySubject.Task && await db.TasksVisibleTo(actor).AnyAsync(row => row.Id == task, ct);
        History = await db.HistoryAsync(texts, actor.Owner, $"{Id}", ToldChanges.OfDifficulty, ct);

        return true;
    }
}
