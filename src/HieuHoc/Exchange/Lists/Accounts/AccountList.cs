using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>The heads of a commune's villages: each gets an account of their village, without a password, since their telephone has a PIN.</summary>
public sealed class AccountList : ListKind
{
    internal const string Kind = "accounts";

    internal const string Commune = "commune";
    internal const string Village = "village";
    internal const string Post = "post";
    internal const string User = "user";

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(Kind, Commune, ListCell.Code) { Width = 12 },
        new(Kind, Village, ListCell.Text) { Width = 30 },
        new(Kind, Post, ListCell.Text) { Width = 36 },
        new(Kind, User, ListCell.Text) { Width = 24 },
    ];

    public override bool IsFor(Actor actor) => actor.Rule.Keeps.Contains(Role.VillageOfficer);

    public override Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        Task.FromResult<ListWork>(new AccountWork(kit.Db, kit.Clock, kit.CreatePerson, actor, Columns));
}

/// <summary>An account that a list names.</summary>
/// <param name="Place">The village; null where it is not found.</param>
internal sealed record AccountLine(ListRow From, ListLineState State, string UserName, string Post, int? Place, string Village)
    : ListLine(From.Number, State, UserName, From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is ListLineState.New
        ? [new ListDifference(texts["list.accounts.post"], null, Post), new ListDifference(texts["list.accounts.village"], null, Village)]
        : [];
}
