using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>The book of a fund: what came in, what went out to whom, and what is left.</summary>
[For(Capability.SeeMoney)]
public sealed class FundModel(HieuHocDb db, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData(Key = "money.done")]
    public string? Done { get; set; }

    public StudyFund Book { get; private set; } = null!;

    public string Keeper { get; private set; } = "";

    public FundLedger Ledger { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>True where the visitor keeps the book.</summary>
    public bool Writes => WriteFundEntry.MayWrite(Book, actor);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new StudyFundId(Id);

        if (await db.StudyFundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(fund => fund.Id == id, ct) is not { } book)
        {
            return this.Refuse(new FundNotFound());
        }

        Book = book;
        Keeper = await db.SubjectNameAsync(book.SubjectId, clock.Now.Day, ct) ?? "";
        Ledger = new FundLedger(await db.FundEntries.AsNoTracking().Where(entry => entry.Owner == actor.Owner && entry.FundId == id).ToListAsync(ct));
        History = await db.HistoryAsync(texts, actor.Owner, Id.ToString(), ToldChanges.OfFund, ct);

        return Page();
    }
}
