using HieuHoc.Places;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class LoadPlacesTests : PlacesTest
{
    [Theory]
    [InlineData(PlaceLevel.Country, 1)]
    [InlineData(PlaceLevel.Province, 34)]
    [InlineData(PlaceLevel.Commune, 3321)]
    public async Task The_country_has_34_provinces_and_3321_communes(PlaceLevel level, int expected)
    {
        var count = await Db.Places.CountAsync(place => place.Level == level, Ct);

        Assert.Equal(expected, count);
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
    public async Task Numbers_are_given_to_the_country_then_to_provinces_and_communes_by_code()
    {
        var codes = await Db.PlaceCodes.OrderBy(code => code.PlaceId).Select(code => new { code.PlaceId, code.Code }).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(1, 3356), codes.Select(code => code.PlaceId));
        Assert.Equal(["VN", "01", "04"], codes.Take(3).Select(code => code.Code));
        Assert.Equal("00004", codes[35].Code);
        Assert.Equal(codes.Skip(35).Select(code => code.Code).Order(StringComparer.Ordinal), codes.Skip(35).Select(code => code.Code));
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
    public async Task Provinces_and_the_communes_of_Quang_Tri_have_outlines()
    {
        var levels = await Db.PlaceBoundaries.Join(Db.Places, boundary => boundary.PlaceId, place => place.Id, (_, place) => place.Level)
            .GroupBy(level => level).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Ct);

        Assert.Equal(34, levels[PlaceLevel.Province]);
        Assert.Equal(78, levels[PlaceLevel.Commune]);
    }

    [Fact]
    public async Task Names_are_kept_as_the_statistics_office_writes_them()
    {
        var spellings = await Db.PlaceNames.Where(name => name.Folded == "xa hoa an").Select(name => name.Name).Distinct().ToListAsync(Ct);

        Assert.Equal(["Hoà An", "Hòa An"], spellings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var outcome = await new LoadPacks(Db, Shelf, Clock).RunAsync(RepositoryFolder.Packs, examples: true, Ct);

        Assert.Empty(outcome.Value);
        Assert.Equal(3356, await Db.Places.CountAsync(Ct));
    }

    private async Task<int> CountAsync(string kind, DateOnly day) =>
        await Db.PlaceNames.CountAsync(name => name.Kind == kind && name.ValidFrom <= day && (name.ValidTo == null || name.ValidTo >= day), Ct);
}
