using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Programmes.Committees;

namespace HieuHoc.Tests.Programmes.Committees;

public sealed class CommitteesVisibleToTests : CommitteesTest
{
    private ListCommittees Lists => new(Stored(), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RecordedAsync(Province, stated: First with { DecidedOn = new DateOnly(2021, 5, 4) });
        await RecordedAsync(HaiLang, Officer);
        await RecordedAsync(District, stated: First with { DecidedOn = new DateOnly(2021, 6, 1) });
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.AssociationOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    public async Task The_province_sees_who_has_one_from_when_and_who_has_none(Role role)
    {
        var list = await Lists.RunAsync(Given.Person(role, Province), Ct);

        Assert.Equal([(Province, CommitteeStanding.NotRenewed)], list.Province.Select(row => (row.Place.Id, row.Standing)));
        Assert.Equal([(HaiLang, CommitteeStanding.Renewed), (VinhDinh, CommitteeStanding.None)], list.Communes.Select(row => (row.Place.Id, row.Standing)));
        Assert.Equal([(District, CommitteeStanding.Ended)], list.Former.Select(row => (row.Place.Id, row.Standing)));
        Assert.Equal(First.DecidedOn, list.Communes[0].Committees.Single().Since);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task A_commune_sees_the_province_s_and_its_own(Role role)
    {
        var list = await Lists.RunAsync(Given.Person(role, HaiLang), Ct);

        Assert.Equal([(Province, CommitteeStanding.NotRenewed), (HaiLang, CommitteeStanding.Renewed)], list.Province.Select(row => (row.Place.Id, row.Standing)));
        Assert.Empty(list.Communes.Concat(list.Former));
        Assert.Equal([CommitteeStanding.NotRenewed, CommitteeStanding.None], (await Lists.RunAsync(Neighbour, Ct)).Province.Select(row => row.Standing));
    }

    [Fact]
    public async Task Who_stays_in_an_agency_sees_the_province_s_alone()
    {
        var list = await Lists.RunAsync(Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Department }, Ct);

        Assert.Equal([Province], list.Province.Select(row => row.Place.Id));
        Assert.Empty(list.Communes.Concat(list.Former));
    }

    [Theory]
    [InlineData(Role.VillageOfficer)]
    [InlineData(Role.Administrator)]
    public async Task Who_has_no_part_in_it_finds_none(Role role)
    {
        var own = await RecordedAsync(VinhDinh, Neighbour);

        Assert.IsType<CommitteeNotFound>((await new ReadCommittee(Db, Clock).RunAsync(own, Given.Person(role, VinhDinh), Ct)).Refusal);
    }

    [Fact]
    public async Task A_place_with_one_renewed_and_one_not_is_named()
    {
        await RecordedAsync(Province, stated: First with { Name = "Ban Chỉ đạo phổ cập giáo dục" });

        Assert.Equal(CommitteeStanding.NotRenewed, (await Lists.RunAsync(Standing, Ct)).Province.Single().Standing);
    }

    [Fact]
    public async Task The_page_of_a_committee_says_who_joined_and_left_and_leads_to_the_document()
    {
        var id = await RecordedAsync(VinhDinh, Neighbour);
        await Record.RunAsync(Renewing(id, First with { Number = "9/QĐ-UBND", DecidedOn = new DateOnly(2026, 3, 1), Members = [Head, new("Phan Văn Mẫu", "", CommitteeDuty.Member)] }), Neighbour, Ct);
        var document = new DocumentId(Guid.CreateVersion7());
        await new RegisterDocument(Db, Clock).RunAsync(
            document, new() { Type = DocumentType.Decision, Level = DocumentLevel.Commune, Number = "9/QĐ-UBND", IssuedOn = new DateOnly(2026, 3, 1) }, Neighbour, Ct);

        var read = await ReadAsync(id, Neighbour);

        Assert.True(read.IsKept);
        Assert.Equal([document, null], read.Decisions.Select(decision => decision.Document));
        Assert.Equal(["Phan Văn Mẫu"], read.Decisions[0].Renewal!.Joined.Select(member => member.Name));
        Assert.Equal(["Trần Thị Mẫu", "Lê Văn Mẫu"], read.Decisions[0].Renewal!.Left.Select(member => member.Name));
        Assert.Null(read.Decisions[1].Renewal);
        Assert.Equal(3, read.OnDay(new DateOnly(2026, 2, 28))!.Members.Count);
        Assert.False((await ReadAsync(id, Standing)).IsKept);
    }
}
