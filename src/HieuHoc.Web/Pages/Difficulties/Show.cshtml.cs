using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Difficulties;

/// <summary>One difficulty or proposal: the standing agency answers or forwards it, the sender reads what was said.</summary>
[For(Capability.SeeReturns)]
public sealed class ShowModel(HieuHocDb db, Texts texts, ProgrammeClock clock, Actor actor, ReplyToDifficulty replyTo) : PageModel
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

    public Difficulty Item { get; private set; } = null!;

    public string Sender { get; private set; } = "";

    /// <summary>True when the visitor may reply, and nobody has answered.</summary>
    public bool MayReply => actor.May(Capability.CheckReturns) && Item.Reply is not DifficultyReply.Answered;

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

        var outcome = await replyTo.RunAsync(new DifficultyId(Id), Revision, Reply, Answer, actor, ct);

        if (outcome.Refusal is not { } refusal)
        {
            return Redirect($"/difficulties/{Id}");
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);

        return this.Refuse(refusal, refusal is AnswerMissing or AnswerTooLong ? nameof(Answer) : "");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new DifficultyId(Id);

        if (await db.DifficultiesVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item)
        {
            return false;
        }

        Item = item;
        var subject = await db.Returns.Where(@return => @return.Owner == item.Owner && @return.Id == item.ReturnId).Select(@return => @return.SubjectId).SingleAsync(ct);
        Sender = await db.SubjectNameAsync(subject, clock.Now.Day, ct) ?? "";
        History = await db.HistoryAsync(texts, actor.Owner, $"{Id}", ToldChanges.OfDifficulty, ct);

        return true;
    }
}
