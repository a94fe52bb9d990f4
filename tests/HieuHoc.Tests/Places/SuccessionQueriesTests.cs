using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class SuccessionQueriesTests : PlacesTest
{
    [Fact]
    public async Task Quang_Tri_of_today_took_over_two_whole_provinces()
    {
        var province = await Place("44");

        var before = await Db.PredecessorsAsync(province.Id, Ct);

        Assert.Equal(["Tỉnh Quảng Bình", "Tỉnh Quảng Trị"], before.Select(from => from.Place.FullName));
        Assert.All(before, from => Assert.True(from.How.Whole));
        Assert.All(before, from => Assert.Equal(("202/2025/QH15", PartsRule.Whole), (from.How.LegalBasis, from.How.PartsRule)));
    }

    [Fact]
    public async Task A_split_commune_names_its_successors_with_share_rule_and_clause_the_default_one_first()
    {
        var ended = await Place("00112", Then);

        var after = await Db.SuccessorsAsync(ended.Id, Ct);

        Assert.Equal(
            [("Phường Tây Hồ", true, SuccessionShare.Rest, 1, "Điều 1 khoản 28"), ("Phường Ba Đình", false, SuccessionShare.None, 0, "Điều 1 khoản 3")],
            after.Select(to => (to.Place.FullName, to.How.IsDefault, to.How.PopulationShare, to.How.Parts, to.How.Clause)));
        Assert.All(after, to => Assert.Equal(
            (false, SuccessionShare.Part, "1656/NQ-UBTVQH15", PartsRule.OneTookThePeople, "only_part_with_population"),
            (to.How.Whole, to.How.AreaShare is SuccessionShare.Rest ? SuccessionShare.Part : to.How.AreaShare, to.How.LegalBasis, to.How.PartsRule, to.How.Rule)));
    }

    [Fact]
    public async Task To_a_day_a_place_leads_to_those_of_the_day_and_a_living_one_to_itself()
    {
        var (ended, living) = (await Place("45", Then), await Place("01", Then));

        Assert.Equal(["44"], (await Db.SuccessorsAsync(ended.Id, After, Ct)).Select(place => place.Code));
        Assert.Equal(["45"], (await Db.SuccessorsAsync(ended.Id, Then, Ct)).Select(place => place.Code));
        Assert.Equal([living.Id], (await Db.SuccessorsAsync(living.Id, After, Ct)).Select(place => place.Id));
        Assert.Equal(["44", "45"], (await Db.PredecessorsAsync((await Place("44")).Id, Then, Ct)).Select(place => place.Code));
    }

    [Fact]
    public async Task A_chain_is_followed_link_by_link()
    {
        var (first, second, third) = (Given.Place("A"), Given.Place("B"), Given.Place("C", from: new DateOnly(2027, 1, 1)));
        Db.AddRange(Given.Succession(first, second, new DateOnly(2026, 1, 1)), Given.Succession(second, third, new DateOnly(2027, 1, 1)));
        await Db.SaveChangesAsync(Ct);

        var heirs = await Db.SuccessorsAsync(first, new DateOnly(2027, 1, 1), Ct);
        var sources = await Db.PredecessorsAsync(third, new DateOnly(2025, 12, 31), Ct);

        Assert.Equal([third], heirs.Select(place => place.Id));
        Assert.Equal([first], sources.Select(place => place.Id));
    }

    [Fact]
    public async Task The_history_of_a_renamed_commune_tells_its_names_and_parents_with_their_legal_basis()
    {
        var commune = await Place("25114");

        var events = await Db.HistoryAsync(commune.Id, Ct);

        Assert.Equal(
            [
                (new DateOnly(2020, 1, 1), PlaceEventKind.Began, "", null),
                (new DateOnly(2020, 1, 1), PlaceEventKind.Named, "Xã Bà Gia", null),
                (new DateOnly(2020, 1, 1), PlaceEventKind.Numbered, "25114", null),
                (new DateOnly(2020, 1, 1), PlaceEventKind.Placed, "Huyện Đạ Huoai", null),
                (new DateOnly(2025, 7, 1), PlaceEventKind.Named, "Xã Đạ Huoai 3", "1671/NQ-UBTVQH15, Điều 1 khoản 120"),
                (new DateOnly(2025, 7, 1), PlaceEventKind.Placed, "Tỉnh Lâm Đồng", "1671/NQ-UBTVQH15, Điều 1 khoản 120"),
            ],
            events.Select(happened => (happened.Day, happened.Kind, happened.What, happened.LegalBasis)));
    }

    [Fact]
    public async Task The_history_of_an_ended_place_ends_with_where_it_went_and_says_so_once()
    {
        var province = await Place("44", Then);

        var events = await Db.HistoryAsync(province.Id, Ct);

        Assert.Equal((PlaceEventKind.WentTo, "Tỉnh Quảng Trị", "202/2025/QH15, Điều 1", Then), (events[^1].Kind, events[^1].What, events[^1].LegalBasis, events[^1].Day));
        Assert.DoesNotContain(events, happened => happened.Kind is PlaceEventKind.Ended);
    }

    [Fact]
    public async Task The_history_of_a_new_place_begins_with_what_it_took_over_and_tells_its_classes_and_later_kinds()
    {
        var ward = await Place("25270");
        Db.Add(new PlaceClass { PlaceId = ward.Id, ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2026, 6, 30), Class = "khu vực I", LegalBasis = "QĐ 60", Confirmed = false });
        await Db.SaveChangesAsync(Ct);

        var events = await Db.HistoryAsync(ward.Id, Ct);

        Assert.Equal(PlaceEventKind.TookOver, events[0].Kind);
        Assert.DoesNotContain(events, happened => happened.Kind is PlaceEventKind.Began);
        Assert.StartsWith("1662/NQ-UBTVQH15, Điều 1", events[0].LegalBasis, StringComparison.Ordinal);
        Assert.Contains(events, happened => happened.Kind is PlaceEventKind.TookOver && happened.How is not null);
        Assert.Contains(events, happened => happened is { Kind: PlaceEventKind.Named, What: "Phường Lộc Ninh", LegalBasis: "237/NQ-UBTVQH16" } && happened.Day == After);
        Assert.Contains(events, happened => happened is { Kind: PlaceEventKind.Classed, What: "khu vực I", LegalBasis: "QĐ 60" });
        Assert.Equal(PlaceEventKind.Unclassed, events[^1].Kind);
    }

    [Fact]
    public async Task Of_no_place_there_is_no_history() => Assert.Empty(await Db.HistoryAsync(999_999, Ct));

    [Theory]
    [InlineData("VN", "2025-06-30", 10035)]
    [InlineData("VN", "2026-04-30", 3321)]
    [InlineData("44", "2025-06-30", 145)]
    [InlineData("44", "2026-04-30", 78)]
    [InlineData("450", "2025-06-30", 15)]
    [InlineData("00004", "2025-06-30", 1)]
    public async Task Communes_under_a_place_are_found_with_and_without_districts_between(string code, string on, int expected)
    {
        var day = DateOnly.Parse(on, null);
        var place = await Place(code, day);

        var communes = await Db.CommunesUnder(place.Id, place.Level, day).ToListAsync(Ct);

        Assert.Equal(expected, communes.Count);
        Assert.Equal(communes.Distinct(), communes);
    }

    [Fact]
    public async Task A_village_is_none_of_the_communes_under_a_province()
    {
        var (province, commune) = (await Place("44"), await Place("19742"));
        Given.Place("Thôn Một", commune.Id, PlaceLevel.Village, "");

        Assert.Equal(78, await Db.CommunesUnder(province.Id, PlaceLevel.Province, After).CountAsync(Ct));
        Assert.Equal(3321, await Db.CommunesUnder((await Place("VN")).Id, PlaceLevel.Country, After).CountAsync(Ct));
    }
}
