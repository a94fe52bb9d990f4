using HieuHoc.Access;

namespace HieuHoc.Web.Hosting;

/// <summary>One entry of the menu.</summary>
/// <param name="Text">The key of its words.</param>
/// <param name="Address">Where it leads for this person; null hides it.</param>
/// <param name="Section">What the addresses of its pages begin with.</param>
public sealed record MenuEntry(string Text, string Section, Func<SignedIn, string?> Address, IReadOnlyList<Role> Roles);

/// <summary>An entry as one person sees it.</summary>
public sealed record MenuItem(string Text, string Address, bool IsHere);

/// <summary>The whole menu: at most six entries, in the words of the offices.</summary>
public static class Menu
{
    public static IReadOnlyList<MenuEntry> All { get; } =
    [
        new("menu.home", "/", _ => "/", RoleTable.WhoMay(Capability.OwnAccount)),
        new("menu.overview", "/overview", _ => "/overview", RoleTable.WhoMay(Capability.SeeFigures)),
        new("menu.returns", "/returns", _ => "/returns", RoleTable.WhoMay(Capability.SeeReturns)),
        new("menu.places", "/places", person => person.PlaceCode is { } code ? $"/places/{code}" : null, RoleTable.WhoMay(Capability.SeeFigures)),
        // An association of a commune writes none of the province's reports.
        new("menu.reports", "/reports", person => person.PlaceName == person.ProgrammePlace ? "/reports" : null, RoleTable.WhoMay(Capability.BuildReports)),
        new("menu.documents", "/documents", _ => "/documents", RoleTable.WhoMay(Capability.SeeDocuments)),
        // Whoever has a place's page or the register of documents finds the agencies there: a seventh entry would be one too many.
        new("menu.agencies", "/agencies", _ => "/agencies", [.. RoleTable.WhoMay(Capability.SeeAgencies).Except(RoleTable.WhoMay(Capability.SeeDocuments))]),
        new("menu.packs", "/packs", _ => "/packs", RoleTable.WhoMay(Capability.KeepPacks)),
        new("menu.jobs", "/jobs", _ => "/jobs", [Role.Administrator]),
        // Whoever keeps the accounts of villages finds their telephones there: a seventh entry would be one too many.
        new("menu.devices", "/devices", _ => "/devices", [.. RoleTable.WhoMay(Capability.KeepDevices).Except([Role.CommuneOfficer])]),
        new("menu.people", "/people", _ => "/people", RoleTable.WhoMay(Capability.SeeAccounts)),
    ];

    /// <summary>The entries that a person's role has; the one that leads to the page shown is marked.</summary>
    public static IReadOnlyList<MenuItem> For(SignedIn person, string address) =>
    [
        .. from entry in All
           where entry.Roles.Contains(person.Role)
           let target = entry.Address(person)
           where target is not null
           select new MenuItem(entry.Text, target, IsIn(entry.Section, address.Split('?')[0])),
    ];

    private static bool IsIn(string section, string path) =>
        path == section || (section != "/" && path.StartsWith(section + "/", StringComparison.OrdinalIgnoreCase));
}
