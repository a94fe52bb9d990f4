using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Import;

/// <summary>The lists that a person may take over from Excel.</summary>
[For(Capability.TakeLists)]
public sealed class IndexModel(ListKinds kinds, Actor actor) : PageModel
{
    public IReadOnlyList<ListKind> Kinds { get; private set; } = [];

    public void OnGet() => Kinds = [.. kinds.All.Where(kind => kind.IsFor(actor))];
}
