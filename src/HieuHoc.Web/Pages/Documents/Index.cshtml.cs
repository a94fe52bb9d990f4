using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>The register of documents as far as the visitor sees it, searched by any of their words.</summary>
[For(Capability.SeeDocuments)]
public sealed class IndexModel(SearchDocuments searchDocuments, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery]
    public DocumentType? Type { get; set; }

    [FromQuery]
    public DocumentLevel? Level { get; set; }

    /// <summary>The year of issue.</summary>
    [FromQuery]
    public int? Year { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public bool Keeps => actor.May(Capability.KeepDocuments);

    /// <summary>True for who reads plan documents in.</summary>
    public bool KeepsPlans => actor.May(Capability.KeepPlans);

    /// <summary>True where something narrows the list.</summary>
    public bool IsFiltered => Words.Count > 0 || Type is not null || Level is not null || Year is not null;

    /// <summary>The words that are looked for, folded.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    public int Count { get; private set; }

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/documents");

    public IReadOnlyList<DocumentLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var asked = new DocumentsAsked(Search, Type, Level, Year);
        Words = asked.Words;
        var found = await searchDocuments.RunAsync(asked, actor, ct);
        Count = found.Count;
        Pages = Paging.Of(Number, Count, PageSize, FormattableString.Invariant($"/documents?q={Uri.EscapeDataString(Search ?? "")}&type={Type}&level={Level}&year={Year}"));
        Rows = await searchDocuments.LinesAsync(asked, found.Skip(Pages.Skip).Take(PageSize), actor, ct);
    }
}
