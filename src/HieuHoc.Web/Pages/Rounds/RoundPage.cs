using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>A page about one round that the visitor sees; one that they do not see is not there.</summary>
public abstract class RoundPage(HieuHocDb db, Actor actor) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Round Round { get; private set; } = null!;

    protected HieuHocDb Db => db;

    protected Actor Actor => actor;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A page that takes no such request says so before it looks for anything.
        if (context.HandlerMethod is null)
        {
            await next();

            return;
        }

        var id = new RoundId(Id);

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, HttpContext.RequestAborted) is not { } round)
        {
            context.Result = this.Refuse(new RoundNotFound());

            return;
        }

        Round = round;
        await ReadAsync(HttpContext.RequestAborted);
        await next();
    }

    /// <summary>Reads what the page shows, before what is asked of it is done.</summary>
    protected abstract Task ReadAsync(CancellationToken ct);
}
