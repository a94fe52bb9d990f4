using HieuHoc.Access;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Money;

/// <summary>The fund books that the visitor sees, and what is left in each.</summary>
[For(Capability.SeeMoney)]
public sealed class FundsModel(ReadStudyFunds readFunds, Actor actor) : PageModel
{
    /// <summary>True for who may begin a book.</summary>
    public bool Keeps => actor.May(Capability.KeepMoney);

    public IReadOnlyList<FundBook> Books { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Books = await readFunds.RunAsync(actor, ct);
}
