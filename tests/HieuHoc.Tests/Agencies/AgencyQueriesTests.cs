using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Agencies;

/// <summary>The agencies of the product's own pack.</summary>
public sealed class AgencyQueriesTests : DatabaseTest
{
    private static readonly DateOnly Before = new(2025, 2, 28);
    private static readonly DateOnly Between = new(2025, 3, 1);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("press", "quang-tri-cu.so-ttt", "quang-tri-cu.so-vhttdl", "quang-tri.so-vhttdl")]
    [InlineData("digital", "quang-tri-cu.so-ttt", "quang-tri-cu.so-khcn", "quang-tri.so-khcn")]
    [InlineData("labour", "quang-tri-cu.so-ldtbxh", "quang-tri-cu.so-noi-vu", "quang-tri.so-noi-vu")]
    [InlineData("vocational", "quang-tri-cu.so-ldtbxh", "quang-tri-cu.so-gddt", "quang-tri.so-gddt")]
    [InlineData("child-and-social-protection", "quang-tri-cu.so-ldtbxh", "quang-tri-cu.so-y-te", "quang-tri.so-y-te")]
    [InlineData("everything", "quang-binh.so-khdt", "quang-binh.so-tai-chinh", "quang-tri.so-tai-chinh")]
    [InlineData("everything", "quang-binh.so-tnmt", "quang-binh.so-nnmt", "quang-tri.so-nnmt")]
    public async Task A_matter_is_followed_to_who_answers_for_it_on_a_day(string matter, string from, string spring, string today)
    {
        Assert.Equal([from], await SuccessorsAsync(from, matter, Before));
        Assert.Equal([spring], await SuccessorsAsync(from, matter, Between));
        Assert.Equal([today], await SuccessorsAsync(from, matter, Today));
    }

    [Fact]
    public async Task An_agency_exists_from_its_first_day_to_its_last()
    {
        Assert.True(await ExistsAsync("quang-tri-cu.so-ttt", Before));
        Assert.False(await ExistsAsync("quang-tri-cu.so-ttt", Between));
        Assert.False(await ExistsAsync("quang-tri.ubnd", new DateOnly(2025, 6, 30)));
        Assert.True(await ExistsAsync("quang-tri.ubnd", new DateOnly(2025, 7, 1)));
    }

    [Theory]
    [InlineData("so noi vu")]
    [InlineData("Sở Nội Vụ")]
    public async Task An_agency_is_found_by_part_of_its_name_without_tones(string text) =>
        Assert.Contains("quang-tri.so-noi-vu", await FoundAsync(text));

    [Fact]
    public async Task An_agency_is_found_by_its_short_name_and_by_what_people_call_it()
    {
        Assert.Contains("quang-tri.so-gddt", await FoundAsync("so gddt"));
        Assert.Contains("quang-tri.bao-ptth", await FoundAsync("qrtv"));
        Assert.Empty(await FoundAsync("khong co co quan nay"));
    }

    [Fact]
    public async Task Every_commune_has_its_committee_and_that_its_division()
    {
        var db = Stored();
        var division = await db.Agencies.SingleAsync(agency => agency.Code == "19702.phong-vhxh", Ct);

        var shown = (await db.AgencyOnDayAsync(division.Id, Today, Ct))!;

        Assert.Equal("Phòng Văn hóa - Xã hội xã Hải Lăng", shown.Name);
        Assert.Equal("19702.ubnd", await CodeAsync(shown.ParentId!.Value));
        Assert.Equal(78, await db.Agencies.CountAsync(agency => agency.Code.EndsWith(".phong-vhxh"), Ct));
    }

    [Fact]
    public async Task The_province_reaches_its_predecessors_and_a_commune_its_own_alone()
    {
        var province = (await Stored().PlaceByCodeAsync("44", Today, Ct))!.Id;
        var commune = (await Stored().PlaceByCodeAsync("19702", Today, Ct))!.Id;

        var ofProvince = await Stored().AgenciesUnder(province).Select(agency => agency.Code).ToListAsync(Ct);
        var ofCommune = await Stored().AgenciesUnder(commune).Select(agency => agency.Code).ToListAsync(Ct);

        Assert.Superset(new HashSet<string> { "quang-tri.so-gddt", "quang-tri-cu.so-ttt", "quang-binh.bao", "19702.ubnd" }, ofProvince.ToHashSet());
        Assert.DoesNotContain("trung-uong.bo-gddt", ofProvince);
        Assert.All(ofCommune, code => Assert.StartsWith("19702.", code, StringComparison.Ordinal));
        Assert.Equal(6, ofCommune.Count);
    }

    [Fact]
    public async Task A_round_asks_agencies_by_their_kind()
    {
        var associations = await Stored().AgenciesOfKinds([AgencyKind.StudyPromotion], Today).Select(agency => agency.Code).ToListAsync(Ct);

        Assert.Contains("quang-tri.hoi-khuyen-hoc", associations);
        Assert.DoesNotContain("quang-tri-cu.hoi-khuyen-hoc", associations);
        Assert.DoesNotContain("quang-tri.so-gddt", associations);
    }

    [Fact]
    public async Task A_committee_has_posts_and_ends_with_the_scheme()
    {
        var db = Stored();
        var board = await db.Agencies.SingleAsync(agency => agency.Code == "quang-tri.bcd-xhht", Ct);
        var chair = await db.AgencyPosts.SingleAsync(post => post.AgencyId == board.Id && post.Number == 1, Ct);

        Assert.Equal(("Trưởng ban", "Phó Chủ tịch", "quang-tri.ubnd"), (chair.Title, chair.HolderPost, await CodeAsync(chair.HolderId!.Value)));
        Assert.Equal(new DateOnly(2030, 12, 31), board.ValidTo);
        Assert.False(board.Confirmed);
    }

    [Fact]
    public async Task An_agency_sees_its_own_return_and_its_division_s_and_the_commune_none_of_them()
    {
        var province = Given.Place();
        var commune = Given.Place("Hải Lăng", under: province);
        Given.Owner(province);
        var (office, division, other) = (Given.Agency(province), 0, Given.Agency(province, "Sở Y tế"));
        division = Given.Agency(province, "Phòng Cải cách", AgencyKind.Division, under: office);
        var round = Given.Round();
        var (own, below, next, ofCommune) = (Given.Return(round, office), Given.Return(round, division), Given.Return(round, other), Given.Return(round, commune));

        var officer = new Actor(1, null, Role.AgencyOfficer, province) { AgencyId = office };

        Assert.Equal(Of(own, below), await VisibleAsync(officer));
        Assert.Equal([below], await VisibleAsync(officer with { AgencyId = division }));
        Assert.Equal([ofCommune], await VisibleAsync(new Actor(1, null, Role.CommuneOfficer, commune)));
        Assert.Equal(Of(own, below, next, ofCommune), await VisibleAsync(new Actor(1, null, Role.StandingAgency, province)));
    }

    [Fact]
    public async Task A_standing_agency_meets_the_rounds_of_its_own_programme_alone()
    {
        var province = Given.Place();
        Given.Owner(province);
        var office = Given.Agency(province);
        var round = Given.Round();
        var id = Given.Return(round, office);
        await Stored().Rounds.ExecuteUpdateAsync(set => set.SetProperty(row => row.Programme, "one"), Ct);
        var agency = new Actor(1, null, Role.StandingAgency, province);

        Assert.Equal([id], await VisibleAsync(agency with { Programme = "one" }));
        Assert.Equal([id], await VisibleAsync(agency));
        Assert.Empty(await VisibleAsync(agency with { Programme = "other" }));
        var confirming = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, null, agency with { Programme = "other" }, Ct);
        Assert.Equal(new ReturnNotFound(), confirming.Refusal);
    }

    private async Task<IReadOnlyList<ReturnId>> VisibleAsync(Actor actor) =>
        [.. (await Stored().ReturnsVisibleTo(actor).Select(@return => @return.Id).ToListAsync(Ct)).OrderBy(id => id.Value)];

    private static IReadOnlyList<ReturnId> Of(params ReturnId[] ids) => [.. ids.OrderBy(id => id.Value)];

    private async Task<IReadOnlyList<string>> SuccessorsAsync(string code, string matter, DateOnly day)
    {
        var id = (await Stored().Agencies.SingleAsync(agency => agency.Code == code, Ct)).Id;

        return [.. (await Stored().SuccessorsAsync(id, matter, day, Ct)).Select(agency => agency.Code)];
    }

    private Task<bool> ExistsAsync(string code, DateOnly day) => Stored().AgenciesOn(day).AnyAsync(agency => agency.Code == code, Ct);

    private async Task<IReadOnlyList<string>> FoundAsync(string text) =>
        [.. (await Db.SearchAgenciesAsync(Db.Agencies, text, Today, Ct)).Select(agency => agency.Code)];

    private Task<string> CodeAsync(int id) => Stored().Agencies.Where(agency => agency.Id == id).Select(agency => agency.Code).SingleAsync(Ct);
}
