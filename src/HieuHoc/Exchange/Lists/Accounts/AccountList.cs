using HieuHoc.Access;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>
/// Accounts by post: the heads of a commune's villages, whose telephones have a PIN, and for who keeps those too every other role.
/// None has a password when it is taken over: first passwords are made when their slips are printed.
/// </summary>
public sealed class AccountList : ListKind
{
    internal const string Kind = "accounts";

    internal const string Place = "place";
    internal const string Village = "village";
    internal const string Post = "post";
    internal const string User = "user";
    internal const string RoleWord = "role";
    internal const string Agency = "agency";
    internal const string Programme = "programme";
    internal const string Mail = "mail";

    private static readonly IReadOnlyList<ListColumn> OfVillages =
    [
        new(Kind, Place, ListCell.Code) { Width = 12 },
        new(Kind, Village, ListCell.Text) { Width = 30, MayLack = true },
        new(Kind, Post, ListCell.Text) { Width = 36 },
        new(Kind, User, ListCell.Text) { Width = 24 },
    ];

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        .. OfVillages,
        new(Kind, RoleWord, ListCell.Choice) { Width = 30, MayLack = true, Choices = Roles.In },
        new(Kind, Agency, ListCell.Text) { Width = 36, MayLack = true },
        new(Kind, Programme, ListCell.Code) { Width = 24, MayLack = true },
        new(Kind, Mail, ListCell.Text) { Width = 30, MayLack = true },
    ];

    internal static ListWords<Role> Roles { get; } = new([.. RoleTable.All.Select(rule => rule.Role)], role => $"role.{role}");

    public override bool IsFor(Actor actor) => actor.Rule.Keeps.Contains(Role.VillageOfficer);

    public override IReadOnlyList<ListColumn> ColumnsFor(Actor actor) => actor.Rule.Keeps is [Role.VillageOfficer] ? OfVillages : Columns;

    public override async Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        new AccountWork(kit, new AccountsHere(kit.Db, kit.Clock.Now.Day, actor, await kit.Db.ProgrammeCodesAsync(ct)), actor, Columns);
}
