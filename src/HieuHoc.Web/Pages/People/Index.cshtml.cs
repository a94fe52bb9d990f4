using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.People;

/// <summary>The accounts that the visitor keeps, or may look at, by post; nothing about the people behind them.</summary>
[For(Capability.SeeAccounts)]
public sealed class PeopleModel(HieuHocDb db, Actor actor, ProgrammeClock clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/people");

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>True when the visitor makes accounts too.</summary>
    public bool Keeps => actor.Rule.Keeps.Count > 0;

    /// <summary>True when the visitor keeps the telephones of villages.</summary>
    public bool KeepsDevices => actor.May(Capability.KeepDevices);

    /// <summary>A user name as this visitor may see it: people often make theirs of their own names.</summary>
    public string UserName(Row row) => MaskedName.For(actor, row.UserName);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (instant, day) = clock.Now;
        var people = db.PeopleSeenBy(actor, day);
        var grants = db.RoleGrantsOn(day);
        Count = await people.CountAsync(ct);
        Pages = Paging.Of(Number, Count, PageSize, "/people");
        Rows = await people.AsNoTracking()
            .OrderBy(person => person.UserName)
            .Skip(Pages.Skip)
            .Take(PageSize)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                person.UserName,
                Locked = person.LockedUntil > instant,
                Grant = grants
                    .Where(grant => grant.Owner == person.Owner && grant.PersonId == person.Id)
                    .OrderBy(grant => grant.PlaceId)
                    .Select(grant => new
                    {
                        grant.Role,
                        Place = db.Set<PlaceName>()
                            .Where(name => name.PlaceId == grant.PlaceId && name.ValidFrom <= day)
                            .OrderByDescending(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefault(),
                    })
                    .FirstOrDefault(),
            })
            .Select(row => new Row(
                row.Id.Value, row.DisplayName, row.UserName, row.Locked, row.Grant == null ? null : row.Grant.Role, row.Grant == null ? null : row.Grant.Place))
            .ToListAsync(ct);
    }

    /// <summary>One account.</summary>
    /// <param name="Role">Null when it holds none today.</param>
    public sealed record Row(Guid Id, string DisplayName, string UserName, bool Locked, Role? Role, string? Place);
}
