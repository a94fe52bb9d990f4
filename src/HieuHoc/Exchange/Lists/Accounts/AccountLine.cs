using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>An account that a list names.</summary>
/// <param name="Asked">Its role; null where something of it is not found.</param>
/// <param name="Where">Agency and place as they are called here; empty where one is not found.</param>
/// <param name="Mail">Empty for none.</param>
internal sealed record AccountLine(ListRow From, ListLineState State, string UserName, string Post, RoleAsked? Asked, string Where, string Mail)
    : ListLine(From.Number, State, UserName, From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is not ListLineState.New || Asked is null ? [] :
    [
        new(texts["list.accounts.post"], null, Post),
        new(texts["list.accounts.role"], null, texts[$"role.{Asked.Role}"]),
        new(texts["people.place"], null, Where),
        .. Asked.Programme is { } programme ? [new ListDifference(texts["list.accounts.programme"], null, programme)] : Array.Empty<ListDifference>(),
        .. Mail.Length > 0 ? [new ListDifference(texts["list.accounts.mail"], null, Mail)] : Array.Empty<ListDifference>(),
    ];
}
