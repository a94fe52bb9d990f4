using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>An account that a list names.</summary>
/// <param name="Asked">Its role; null where something of it is not found.</param>
/// <param name="Where">Agency and place as they are called here; empty where one is not found.</param>
/// <param name="Mail">Empty for none.</param>
internal sealed record AccountLine(ListRow From, ListLineState State, string UserName, string Post, RoleAsked? Asked, string Where, string Mail)
    : AddingLine(From, State, UserName)
{
    protected override IEnumerable<(string Heading, string? Says)> Says(Texts texts) =>
    [
        ("list.accounts.post", Post),
        ("list.accounts.role", texts[$"role.{Asked?.Role}"]),
        ("people.place", Where),
        ("list.accounts.programme", Asked?.Programme),
        ("list.accounts.mail", Mail),
    ];
}
