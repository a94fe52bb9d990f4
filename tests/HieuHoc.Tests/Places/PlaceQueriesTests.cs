using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class PlaceQueriesTests : PlacesTest
{
    [Fact]
    public async Task Quang_Tri_has_69_communes_8_wards_and_1_special_zone()
    {
        var province = await Place("44");

        var children = await Db.ChildrenAsync(province.Id, After, Ct);

        Assert.Equal(78, children.Count);
        Assert.Equal(69, children.Count(place => place.Kind == "xã"));
        Assert.Equal(8, children.Count(place => place.Kind == "phường"));
        Assert.Equal("Đặc khu Cồn Cỏ", Assert.Single(children, place => place.Kind == "đặc khu").FullName);
    }

    [Fact]
    public async Task Children_stand_in_the_order_of_a_Vietnamese_list()
    {
        var province = await Place("44");

        var names = (await Db.ChildrenAsync(province.Id, After, Ct)).Select(place => place.Name).ToList();

        Assert.Equal(["A Dơi", "Ái Tử", "Ba Đồn", "Ba Lòng", "Bắc Gianh"], names.Take(5));
        Assert.True(names.IndexOf("Diên Sanh") < names.IndexOf("Đông Hà"), "đ follows d");
    }

    [Fact]
    public async Task A_code_with_leading_zeros_is_text()
    {
        var ward = await Place("00004");

        Assert.Equal(new PlaceOnDay(ward.Id, PlaceLevel.Commune, "00004", "Ba Đình", "Phường Ba Đình", "phường", (await Place("01")).Id), ward);
        Assert.Null(await Db.PlaceByCodeAsync("4", After, Ct));
    }

    [Fact]
    public async Task Dong_Nai_is_a_province_until_29_April_2026_and_a_city_from_the_30th()
    {
        var before = await Place("75", Before);
        var after = await Place("75", After);

        Assert.Equal(("Tỉnh Đồng Nai", "tỉnh"), (before.FullName, before.Kind));
        Assert.Equal(("Thành phố Đồng Nai", "thành phố"), (after.FullName, after.Kind));
        Assert.Equal(before.Id, after.Id);
    }

    [Fact]
    public async Task A_code_may_carry_the_day_of_its_holder()
    {
        var then = await Place("75@2026-04-29", After);

        Assert.Equal("Tỉnh Đồng Nai", then.FullName);
    }

    [Theory]
    [InlineData("44", "Tỉnh Quảng Trị")]
    [InlineData("44@2025-06-30", "Tỉnh Quảng Bình")]
    [InlineData("44@2025-07-01", "Tỉnh Quảng Trị")]
    [InlineData("45@2025-06-30", "Tỉnh Quảng Trị")]
    [InlineData("00004@2025-06-30", "Phường Trúc Bạch")]
    [InlineData("00004", "Phường Ba Đình")]
    [InlineData("462@2020-01-01", "Thị xã Quảng Trị")]
    public async Task A_code_that_is_used_again_is_its_holder_of_the_day(string code, string expected)
    {
        var place = await Place(code);

        Assert.Equal(expected, place.FullName);
    }

    [Fact]
    public async Task Ancestors_of_then_have_a_district_between()
    {
        var commune = await Place("00004", Then);

        var ancestors = await Db.AncestorsAsync(commune.Id, After, Ct);

        Assert.Equal(["Việt Nam", "Thành phố Hà Nội", "Quận Ba Đình"], ancestors.Select(place => place.FullName));
    }

    [Fact]
    public async Task Children_of_an_ended_place_are_those_of_its_last_day()
    {
        var province = await Place("44", Then);

        var districts = await Db.ChildrenAsync(province.Id, After, Ct);
        var communes = await Db.ChildrenAsync(districts[0].Id, After, Ct);

        Assert.Equal(8, districts.Count);
        Assert.All(districts, district => Assert.Equal(PlaceLevel.District, district.Level));
        Assert.All(communes, commune => Assert.Equal(PlaceLevel.Commune, commune.Level));
        Assert.NotEmpty(communes);
    }

    [Fact]
    public async Task The_country_of_then_had_63_provinces()
    {
        var country = await Place("VN", Then);

        var provinces = await Db.ChildrenAsync(country.Id, Then, Ct);

        Assert.Equal(63, provinces.Count);
    }

    [Theory]
    [InlineData("45")]
    [InlineData("44@2019-12-31")]
    [InlineData("99")]
    [InlineData("44@30/06/2025")]
    [InlineData("")]
    [InlineData("44'--")]
    public async Task A_code_that_nobody_held_finds_nothing(string code)
    {
        var place = await Db.PlaceByCodeAsync(code, After, Ct);

        Assert.Null(place);
    }

    [Fact]
    public async Task Ancestors_go_from_the_country_down()
    {
        var island = await Place("19742");

        var ancestors = await Db.AncestorsAsync(island.Id, After, Ct);

        Assert.Equal(["Việt Nam", "Tỉnh Quảng Trị"], ancestors.Select(place => place.FullName));
    }

    [Fact]
    public async Task The_country_is_the_parent_of_34_provinces_and_has_none()
    {
        var country = await Place("VN");

        var provinces = await Db.ChildrenAsync(country.Id, After, Ct);

        Assert.Null(country.ParentId);
        Assert.Equal((PlaceLevel.Country, 34), (country.Level, provinces.Count));
        Assert.Empty(await Db.AncestorsAsync(country.Id, After, Ct));
    }

    [Fact]
    public async Task An_ended_place_is_shown_as_it_was_on_its_last_day()
    {
        var lastDay = new DateOnly(2026, 6, 30);
        await using var transaction = await Db.Database.BeginTransactionAsync(Ct);
        await EndAsync(await Place("25270"), lastDay);

        var ended = await Db.PlaceOnDayAsync((await Place("25270", lastDay)).Id, new DateOnly(2030, 1, 1), Ct);

        Assert.Equal("Phường Lộc Ninh", ended?.FullName);
        Assert.Equal("25270", ended?.Code);
        Assert.Equal((await Place("75")).Id, ended?.ParentId);
        Assert.Null(await Db.PlaceByCodeAsync("25270", new DateOnly(2026, 7, 1), Ct));
        Assert.Equal(94, (await Db.ChildrenAsync((await Place("75")).Id, new DateOnly(2026, 7, 1), Ct)).Count);
    }

    [Fact]
    public async Task A_place_is_nothing_before_it_began()
    {
        var province = await Place("44");

        var before = await Db.PlaceOnDayAsync(province.Id, new DateOnly(2025, 6, 30), Ct);

        Assert.Null(before);
    }

    private async Task EndAsync(PlaceOnDay place, DateOnly lastDay)
    {
        await Db.Places.Where(row => row.Id == place.Id).ExecuteUpdateAsync(row => row.SetProperty(p => p.ValidTo, lastDay), Ct);
        await Db.PlaceNames.Where(row => row.PlaceId == place.Id && row.ValidTo == null)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.ValidTo, lastDay), Ct);
        await Db.PlaceCodes.Where(row => row.PlaceId == place.Id).ExecuteUpdateAsync(row => row.SetProperty(p => p.ValidTo, lastDay), Ct);
        await Db.PlaceParents.Where(row => row.PlaceId == place.Id).ExecuteUpdateAsync(row => row.SetProperty(p => p.ValidTo, lastDay), Ct);
    }
}
