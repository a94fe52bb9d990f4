using HieuHoc.Places;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class LoadPlacesTests : PlacesTest
{
    [Theory]
    [InlineData(PlaceLevel.Country, 1, 0)]
    [InlineData(PlaceLevel.Province, 34, 52)]
    [InlineData(PlaceLevel.District, 0, 696)]
    [InlineData(PlaceLevel.Commune, 3321, 9903)]
    public async Task Identities_go_on_for_11_provinces_and_132_communes_and_end_for_all_others(PlaceLevel level, int living, int ended)
    {
        var places = await Db.Places.Where(place => place.Level == level).ToListAsync(Ct);

        Assert.Equal((living, ended), (places.Count(place => place.ValidTo is null), places.Count(place => place.ValidTo == Then)));
        Assert.Equal(places.Count, living + ended);
    }

    [Theory]
    [InlineData(PlaceLevel.Province, 11)]
    [InlineData(PlaceLevel.Commune, 132)]
    public async Task What_the_reform_left_alone_or_only_renamed_is_the_same_place_before_and_after(PlaceLevel level, int expected)
    {
        var same = await Db.Places.CountAsync(place => place.Level == level && place.ValidFrom <= Then && place.ValidTo == null, Ct);

        Assert.Equal(expected, same);
    }

    [Theory]
    [InlineData("14845", "Thị trấn Mường Lát", "Xã Mường Lát")]
    [InlineData("20695", "Thị trấn Thạnh Mỹ", "Xã Thạnh Mỹ")]
    [InlineData("24235", "Xã Krông Na", "Xã Buôn Đôn")]
    [InlineData("25114", "Xã Bà Gia", "Xã Đạ Huoai 3")]
    [InlineData("31105", "Xã Thổ Châu", "Đặc khu Thổ Châu")]
    public async Task A_commune_that_went_over_whole_and_alone_is_only_renamed(string code, string before, string after)
    {
        var (then, now) = (await Place(code, Then), await Place(code));

        Assert.Equal((before, after), (then.FullName, now.FullName));
        Assert.Equal(then.Id, now.Id);
        Assert.Equal((PlaceLevel.District, PlaceLevel.Province), (await LevelAsync(then.ParentId), await LevelAsync(now.ParentId)));
    }

    [Fact]
    public async Task An_island_district_became_another_place_of_a_commune_s_level()
    {
        var (district, island) = (await Place("471", Then), await Place("19742"));

        var successors = await Db.SuccessorsAsync(district.Id, Ct);

        Assert.Equal(island.Id, Assert.Single(successors).Place.Id);
        Assert.Equal((PlaceLevel.District, PlaceLevel.Commune), (district.Level, island.Level));
    }

    [Fact]
    public async Task The_other_691_districts_ended_without_a_successor()
    {
        var without = await Db.Places.CountAsync(
            place => place.Level == PlaceLevel.District && !Db.Set<PlaceSuccession>().Any(row => row.FromId == place.Id), Ct);

        Assert.Equal(691, without);
    }

    [Theory]
    [InlineData("tỉnh", 28, 27)]
    [InlineData("thành phố", 6, 7)]
    [InlineData("xã", 2621, 2611)]
    [InlineData("phường", 687, 697)]
    [InlineData("đặc khu", 13, 13)]
    public async Task Ten_communes_of_Dong_Nai_became_wards_on_30_April_2026(string kind, int before, int after)
    {
        var kindsBefore = await CountAsync(kind, Before);
        var kindsAfter = await CountAsync(kind, After);

        Assert.Equal((before, after), (kindsBefore, kindsAfter));
    }

    [Fact]
    public async Task Numbers_are_given_to_today_s_places_by_level_and_code_and_then_to_the_ended_ones()
    {
        var places = await Db.Places.Join(Db.PlaceCodes, place => place.Id, code => code.PlaceId, (place, code) => new { place.Id, place.Level, place.ValidTo, code.Code })
            .OrderBy(place => place.Id).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(1, 14007), places.Select(place => place.Id));
        Assert.Equal(
            places.OrderBy(place => place.ValidTo is not null).ThenBy(place => place.Level).ThenBy(place => place.Code, StringComparer.Ordinal),
            places);
        Assert.Equal(["VN", "01", "04"], places.Take(3).Select(place => place.Code));
    }

    [Fact]
    public async Task Every_place_is_a_subject_of_the_same_number()
    {
        var without = await Db.Places.CountAsync(place => !Db.Set<Subject>().Any(subject => subject.Id == place.Id), Ct);

        Assert.Equal(0, without);
    }

    [Fact]
    public async Task A_commune_is_reached_by_itself_its_province_and_the_country()
    {
        var island = await Place("19742");

        var reached = await Db.PlaceReaches.Where(reach => reach.PlaceId == island.Id)
            .OrderBy(reach => reach.AncestorId).Select(reach => reach.AncestorId).ToListAsync(Ct);

        Assert.Equal([1, (await Place("44")).Id, island.Id], reached);
    }

    [Fact]
    public async Task Provinces_of_both_eras_today_s_communes_and_the_districts_of_three_regions_have_outlines()
    {
        var levels = await Db.PlaceBoundaries.Join(Db.Places, boundary => boundary.PlaceId, place => place.Id, (_, place) => place.Level)
            .GroupBy(level => level).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Ct);

        Assert.Equal((34 + 63, 63, 3321), (levels[PlaceLevel.Province], levels[PlaceLevel.District], levels[PlaceLevel.Commune]));
    }

    [Fact]
    public async Task Names_are_kept_as_the_statistics_office_writes_them()
    {
        var spellings = await Db.PlaceNames.Where(name => name.Folded == "xa hoa an").Select(name => name.Name).Distinct().ToListAsync(Ct);

        Assert.Equal(["Hoà An", "Hòa An", "Hòa Ân"], spellings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(RepositoryFolder.Packs, examples: true, Ct);

        Assert.Empty(outcome.Value);
        Assert.Equal(14007, await Db.Places.CountAsync(Ct));
    }

    private async Task<PlaceLevel> LevelAsync(int? id) => await Db.Places.Where(place => place.Id == id).Select(place => place.Level).SingleAsync(Ct);

    private async Task<int> CountAsync(string kind, DateOnly day) =>
        await Db.PlaceNames.CountAsync(name => name.Kind == kind && name.ValidFrom <= day && (name.ValidTo == null || name.ValidTo >= day), Ct);
}
