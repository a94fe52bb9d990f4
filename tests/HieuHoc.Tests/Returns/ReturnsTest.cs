using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A province with one commune that owes a return, and the people who work on it.</summary>
public abstract class ReturnsTest : FiguresTest
{
    protected int Province { get; private set; }

    protected int Commune { get; private set; }

    protected Round Round { get; private set; } = null!;

    protected Actor Officer => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000001")), Role.CommuneOfficer, Commune);

    protected Actor Leader => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000002")), Role.CommuneLeader, Commune);

    protected Actor Agency => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000003")), Role.StandingAgency, Province);

    protected Actor Administrator => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000004")), Role.Administrator, Province);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place();
        Commune = Given.Place("Hải Lăng", under: Province);
        Given.Owner(Province);
        Round = Given.Round(formPackId: Given.FormPack());
    }

    protected Actor As(Role role) => role switch
    {
        Role.CommuneOfficer => Officer,
        Role.CommuneLeader => Leader,
        Role.StandingAgency => Agency,
        Role.Administrator => Administrator,
        Role.VillageOfficer => new Actor(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000005")), role, Province),
    };

    protected Task<Return> StoredReturnAsync(ReturnId id) => Stored().Returns.SingleAsync(@return => @return.Id == id, Ct);

    protected async Task<IReadOnlyDictionary<string, long>> StoredAnswersAsync(ReturnId id, int version = 1) =>
        Answers.FromJson((await Stored().ReturnVersions.SingleAsync(row => row.ReturnId == id && row.Number == version, Ct)).Answers).Values;
}
