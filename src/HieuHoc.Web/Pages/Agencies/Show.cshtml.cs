using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Agencies;

/// <summary>One agency: what it was called when, what it belongs to, what passed to it and from it, and the posts of a committee.</summary>
[For(Capability.SeeAgencies)]
public sealed class ShowModel(HieuHocDb db, Actor actor, ProgrammeClock clock, PackShelf shelf, Texts texts) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public Agency Agency { get; private set; } = null!;

    /// <summary>As it is today, or was on its last day; null when it begins later.</summary>
    public AgencyOnDay? Now { get; private set; }

    public IReadOnlyList<AgencyName> Names { get; private set; } = [];

    public IReadOnlyList<string> Aliases { get; private set; } = [];

    public IReadOnlyList<Neighbour> Parents { get; private set; } = [];

    public IReadOnlyList<Neighbour> Divisions { get; private set; } = [];

    public IReadOnlyList<Passing> Successors { get; private set; } = [];

    public IReadOnlyList<Passing> Predecessors { get; private set; } = [];

    public IReadOnlyList<AgencyPost> Posts { get; private set; } = [];

    /// <summary>Who listed it, when a pack took it over.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.AgenciesUnder(actor.PlaceId).AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == Id, ct) is not { } agency)
        {
            return this.Refuse(new AgencyNotFound());
        }

        Agency = agency;
        Now = await db.AgencyOnDayAsync(Id, clock.Now.Day, ct);
        Names = await db.AgencyNames.AsNoTracking().Where(name => name.AgencyId == Id).OrderByDescending(name => name.Number).ToListAsync(ct);
        Aliases = await db.AgencyAliases.Where(alias => alias.AgencyId == Id).OrderBy(alias => alias.Folded).Select(alias => alias.Alias).ToListAsync(ct);
        Posts = await db.AgencyPosts.AsNoTracking().Where(post => post.AgencyId == Id).OrderBy(post => post.Number).ToListAsync(ct);
        await ReadNeighboursAsync(ct);
        await ReadPassingsAsync(ct);
        History = await db.AgencyChangesAsync(texts, Id, actor, ct);

        return Page();
    }

    private async Task ReadNeighboursAsync(CancellationToken ct)
    {
        var names = db.AgencyNames;
        var rows = await db.AgencyParents.AsNoTracking().Where(parent => parent.AgencyId == Id || parent.ParentId == Id).Select(parent => new
        {
            IsParent = parent.AgencyId == Id,
            Other = parent.AgencyId == Id ? parent.ParentId : parent.AgencyId,
            parent.ValidFrom,
            parent.ValidTo,
            Name = names.Where(name => name.AgencyId == (parent.AgencyId == Id ? parent.ParentId : parent.AgencyId))
                .OrderByDescending(name => name.Number).Select(name => name.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var neighbours = rows.OrderBy(row => row.Name, Vietnamese.Order).ToLookup(
            row => row.IsParent, row => new Neighbour(row.Other, row.Name ?? "", row.ValidFrom, row.ValidTo));
        (Parents, Divisions) = ([.. neighbours[true]], [.. neighbours[false]]);
    }

    private async Task ReadPassingsAsync(CancellationToken ct)
    {
        var names = db.AgencyNames;
        var packs = await shelf.AllAsync<AgenciesPack>(db, await db.JurisdictionAsync(actor.Owner, ct), ct);
        var rows = await db.AgencySuccessions.AsNoTracking().Where(row => row.FromId == Id || row.ToId == Id).Select(row => new
        {
            row,
            Other = row.FromId == Id ? row.ToId : row.FromId,
            Name = names.Where(name => name.AgencyId == (row.FromId == Id ? row.ToId : row.FromId))
                .OrderByDescending(name => name.Number).Select(name => name.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var passings = rows.OrderBy(row => row.row.EffectiveOn).ThenBy(row => row.Name, Vietnamese.Order).ToLookup(
            row => row.row.FromId == Id,
            row => new Passing(
                row.Other,
                row.Name ?? "",
                row.row.Matter == AgencySuccession.Everything ? null : Word(packs, row.row.Matter),
                row.row.EffectiveOn,
                row.row.DayConfirmed,
                row.row.Confirmed,
                row.row.Source));
        (Successors, Predecessors) = ([.. passings[true]], [.. passings[false]]);
    }

    /// <summary>The word of a matter from the newest pack that has one.</summary>
    private static string Word(IReadOnlyList<Loaded<AgenciesPack>> packs, string matter) => packs
        .SelectMany(pack => pack.Document.Matters)
        .FirstOrDefault(known => known.Code == matter)?.Title.Here ?? matter;

    /// <summary>An agency above or below, and when it was so.</summary>
    public sealed record Neighbour(int Id, string Name, DateOnly? From, DateOnly? To);

    /// <summary>What passed over.</summary>
    /// <param name="Matter">Null for everything that no other line names.</param>
    public sealed record Passing(int Id, string Name, string? Matter, DateOnly On, bool DayConfirmed, bool Confirmed, string Source);
}
