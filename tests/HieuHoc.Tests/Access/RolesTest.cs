using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Access;

/// <summary>A province with two communes, a village and an agency, an administrator and a commune's officer.</summary>
public abstract class RolesTest : DatabaseTest
{
    protected const string Programme = "quang-tri-2021-2030";

    protected int Province { get; private set; }

    protected int Commune { get; private set; }

    protected int Neighbour { get; private set; }

    protected int Village { get; private set; }

    protected int Agency { get; private set; }

    protected Actor Administrator { get; private set; } = null!;

    protected Actor Officer { get; private set; } = null!;

    protected Actor Leader { get; private set; } = null!;

    protected DateOnly Today => Clock.Now.Day;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place();
        Commune = Given.Place("Hải Lăng", under: Province);
        Neighbour = Given.Place("Vĩnh Định", under: Province);
        Village = Given.Place("Lương Điền", under: Commune);
        Given.Owner(Province);
        Agency = Given.Agency(Province);
        Administrator = Given.Person(Role.Administrator, Province, userName: "quantri");
        Officer = Given.Person(Role.CommuneOfficer, Commune, userName: "canbo");
        Leader = Given.Person(Role.CommuneLeader, Commune, userName: "lanhdao");
    }

    /// <summary>The kinds of changes recorded, in their order.</summary>
    protected IReadOnlyList<string> Recorded() => [.. Stored().AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Change)];
}
