using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReturnsVisibleToTests : ReturnsTest
{
    private ReturnId own;
    private ReturnId merged;
    private ReturnId neighbour;
    private ReturnId elsewhere;
    private int neighbouring;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        neighbouring = Given.Place("Nam Hải Lăng", under: Province);
        var other = Given.Place("Khác");
        var far = Given.Place("Xã xa", under: other);
        Given.Owner(other, id: 2);
        own = Given.Return(Round, Commune);
        merged = Given.Return(Round, Given.Predecessor(Commune));
        neighbour = Given.Return(Round, neighbouring, ReturnState.Sent);
        elsewhere = Given.Return(Given.Round(formPackId: Given.FormOf(Round), owner: 2), far);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task The_commune_sees_its_own_and_those_of_the_places_merged_into_it(Role role)
    {
        var visible = await VisibleAsync(As(role));

        Assert.Equal(Of(own, merged), visible);
    }

    [Fact]
    public async Task The_neighbour_sees_its_own_alone()
    {
        var visible = await VisibleAsync(Officer with { PlaceId = neighbouring });

        Assert.Equal(Of(neighbour), visible);
    }

    [Fact]
    public async Task The_standing_agency_sees_all_of_its_province()
    {
        var visible = await VisibleAsync(Agency);

        Assert.Equal(Of(own, merged, neighbour), visible);
    }

    [Fact]
    public async Task An_administrator_sees_none()
    {
        var visible = await VisibleAsync(Administrator);

        Assert.Empty(visible);
    }

    [Theory]
    [InlineData(AgencyKind.PeoplesCommittee, true)]
    [InlineData(AgencyKind.StudyPromotion, false)]
    public async Task The_clerk_of_a_commune_s_committee_sees_its_return_and_the_clerk_of_another_body_there_does_not(AgencyKind kind, bool sees)
    {
        var agency = Given.Agency(Commune, "Ủy ban nhân dân xã", kind);
        var office = Given.Agency(Commune, "Văn phòng", AgencyKind.Office, under: agency);
        var clerk = As(Role.Clerk) with { PlaceId = Commune };
        var expected = sees ? Of(own) : [];

        Assert.Equal(expected, await VisibleAsync(clerk with { AgencyId = agency }));
        Assert.Equal(expected, await VisibleAsync(clerk with { AgencyId = office }));
        Assert.Empty(await VisibleAsync(clerk with { AgencyId = Given.Agency(neighbouring, "Ủy ban nhân dân xã", AgencyKind.PeoplesCommittee) }));
    }

    [Theory]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.AgencyLeader)]
    public async Task Who_writes_or_leads_in_a_commune_s_agency_does_not_see_the_commune_s_return(Role role) => Assert.Empty(await VisibleAsync(
        As(role) with { PlaceId = Commune, AgencyId = Given.Agency(Commune, "Ủy ban nhân dân xã", AgencyKind.PeoplesCommittee) }));

    [Fact]
    public async Task Another_programme_sees_its_own_alone_even_where_its_place_reaches_further()
    {
        var visible = await VisibleAsync(Agency with { Owner = 2 });

        Assert.Empty(visible);
        Assert.Equal(Of(elsewhere), await VisibleAsync(new Actor(2, null, Role.StandingAgency, await ProvinceOfAsync(2))));
    }

    private async Task<IReadOnlyList<Guid>> VisibleAsync(Actor actor) =>
        [.. (await Db.ReturnsVisibleTo(actor).Select(@return => @return.Id).ToListAsync(Ct)).Select(id => id.Value).Order()];

    private Task<int> ProvinceOfAsync(short owner) =>
        Stored().Set<HieuHoc.Places.Owner>().Where(row => row.Id == owner).Select(row => row.PlaceId).SingleAsync(Ct);

    private static IReadOnlyList<Guid> Of(params ReturnId[] ids) => [.. ids.Select(id => id.Value).Order()];
}
