using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class PlaceSearchTests : PlacesTest
{
    [Fact]
    public async Task Quang_tri_finds_the_province_before_the_ward_and_today_s_places_before_the_ended_ones()
    {
        var found = await NamesAsync("quang tri");

        Assert.Equal(
            [
                "Tỉnh Quảng Trị, Việt Nam", "Phường Quảng Trị, Tỉnh Quảng Trị",
                "Tỉnh Quảng Trị, Việt Nam", "Thị xã Quảng Trị, Tỉnh Quảng Trị", "Xã Quảng Trị, Huyện Đạ Huoai",
            ],
            found);
    }

    [Fact]
    public async Task An_old_name_of_an_ended_place_finds_it_and_says_where_it_went()
    {
        var found = Assert.Single(await Db.SearchPlacesAsync("phường trúc bạch", After, 5, Ct));

        Assert.Equal(("Phường Trúc Bạch", "Quận Ba Đình"), (found.Place.FullName, found.ParentName));
        Assert.Equal(Then, found.EndedOn);
        Assert.Contains("Phường Ba Đình", found.Successors.Select(place => place.FullName));
        Assert.Null(found.FoundBy);
    }

    [Fact]
    public async Task The_default_successor_of_a_split_place_is_named_first()
    {
        var split = await Db.PlaceSuccessions.AsNoTracking().Where(row => !row.Whole && row.IsDefault).OrderBy(row => row.FromId).Take(20).ToListAsync(Ct);

        foreach (var row in split)
        {
            var place = (await Db.PlaceOnDayAsync(row.FromId, Then, Ct))!;
            var found = (await Db.SearchPlacesAsync($"{place.Code}@2025-06-30", After, 5, Ct)).Single(one => one.Place.Id == row.FromId);

            Assert.Equal(row.ToId, found.Successors[0].Id);
            Assert.True(found.Successors.Count > 1);
        }
    }

    [Theory]
    [InlineData("krong na", "Xã Buôn Đôn", "Xã Krông Na")]
    [InlineData("tỉnh đồng nai", "Thành phố Đồng Nai", "Tỉnh Đồng Nai")]
    public async Task An_old_name_of_a_place_that_went_on_finds_it_and_says_by_which_name(string text, string expected, string by)
    {
        var found = (await Db.SearchPlacesAsync(text, After, 1, Ct)).Single();

        Assert.Equal((expected, by), (found.Place.FullName, found.FoundBy));
        Assert.Null(found.EndedOn);
        Assert.Empty(found.Successors);
    }

    [Theory]
    [InlineData("Sà Phìn", "Xã Xà Phìn", "Xã Sà Phìn")]
    [InlineData("sủng cháng", "Xã Sủng Tráng", "Xã Sủng Cháng")]
    public async Task The_spelling_of_a_resolution_finds_the_place(string text, string expected, string by)
    {
        var found = (await Db.SearchPlacesAsync(text, After, 20, Ct)).Single(place => place.Place.FullName == expected);

        Assert.Equal(by, found.FoundBy);
        Assert.Equal(Then, found.EndedOn);
    }

    [Theory]
    [InlineData("06970", "Xã Ba Chẽ", null)]
    [InlineData("06978", "Xã Ba Chẽ", "06978")]
    [InlineData("23737", "Xã Ia Mơ", "23737")]
    public async Task A_code_and_its_alias_find_the_place(string code, string expected, string? by)
    {
        var found = (await Db.SearchPlacesAsync(code, After, 5, Ct)).First(place => place.EndedOn is null);

        Assert.Equal((expected, by), (found.Place.FullName, found.FoundBy));
    }

    [Fact]
    public async Task A_code_that_is_used_again_finds_its_holder_of_today_and_then_the_one_of_old()
    {
        var found = await Db.SearchPlacesAsync("44", After, 5, Ct);

        Assert.Equal([("Tỉnh Quảng Trị", null), ("Tỉnh Quảng Bình", (DateOnly?)Then)], found.Select(place => (place.Place.FullName, place.EndedOn)));
    }

    [Fact]
    public async Task A_code_with_a_day_finds_its_holder_then_alone()
    {
        var found = await Db.SearchPlacesAsync("44@2025-06-30", After, 5, Ct);

        Assert.Equal(("Tỉnh Quảng Bình", "44"), (Assert.Single(found).Place.FullName, found[0].Place.Code));
    }

    [Theory]
    [InlineData("ea hleo")]
    [InlineData("EA HLEO")]
    [InlineData("Ea H`leo")]
    public async Task Apostrophes_need_not_be_typed(string text)
    {
        var found = await NamesAsync(text);

        Assert.Equal("Xã Ea H’Leo, Tỉnh Đắk Lắk", found[0]);
    }

    [Theory]
    [InlineData("kdang")]
    [InlineData("K'Dang")]
    [InlineData("k' dang")]
    public async Task An_apostrophe_may_have_a_space_after_it_or_not(string text)
    {
        var found = await NamesAsync(text);

        Assert.Contains(found, name => name.StartsWith("Xã K' Dang, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_reform_today_s_places_are_not_known_and_those_of_then_have_not_ended()
    {
        var found = await Db.SearchPlacesAsync("quang tri", Then, 20, Ct);

        Assert.Equal(["45", "462"], found.Select(place => place.Place.Code).Take(2));
        Assert.All(found, place => Assert.Null(place.EndedOn));
    }

    [Fact]
    public async Task Equal_names_come_first_then_beginnings_then_the_rest()
    {
        var found = await NamesAsync("dong ha");

        Assert.Equal("Phường Đông Hà, Tỉnh Quảng Trị", found[0]);
        Assert.Contains("Phường Đông Hải, Thành phố Hải Phòng", found.Skip(1).SkipLast(1));
        Assert.Equal("Phường Nam Đông Hà, Tỉnh Quảng Trị", found.Last(name => !name.Contains(", Huyện", StringComparison.Ordinal) && !name.Contains(", Thị", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hai lang")]
    [InlineData("HẢI LĂNG")]
    [InlineData("  Hải   Lăng ")]
    [InlineData("xã hải lăng")]
    [InlineData("Xa hai lang")]
    public async Task A_commune_is_found_whatever_the_case_the_marks_and_the_spaces(string text)
    {
        var found = await NamesAsync(text);

        Assert.Contains("Xã Hải Lăng, Tỉnh Quảng Trị", found);
    }

    [Theory]
    [InlineData("Đakrông")]
    [InlineData("dakrong")]
    [InlineData("ĐAKRÔNG")]
    public async Task D_with_a_stroke_is_found_by_a_plain_d_and_the_other_way_round(string text)
    {
        var found = await NamesAsync(text);

        Assert.Contains("Xã Đakrông, Tỉnh Quảng Trị", found);
    }

    [Theory]
    [InlineData("Hoà An")]
    [InlineData("Hòa An")]
    [InlineData("Hoa\u0300 An")]
    public async Task The_tone_may_stand_on_either_vowel(string text)
    {
        var found = await NamesAsync(text);

        Assert.Contains("Xã Hoà An, Tỉnh Tuyên Quang", found);
        Assert.Contains("Xã Hòa An, Tỉnh Cao Bằng", found);
    }

    [Theory]
    [InlineData("Ea H'Leo")]
    [InlineData("ea h’leo")]
    public async Task Apostrophes_are_one(string text)
    {
        var found = await NamesAsync(text);

        Assert.Equal(["Xã Ea H’Leo, Tỉnh Đắk Lắk", "Huyện Ea H'leo, Tỉnh Đắk Lắk"], found);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("quang_tri")]
    [InlineData("quang%")]
    [InlineData("\\")]
    [InlineData("[a-z]")]
    public async Task Wildcards_are_letters_like_others(string text)
    {
        var found = await NamesAsync(text);

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0301")]
    public async Task Nothing_asked_is_nothing_found(string text)
    {
        var found = await NamesAsync(text);

        Assert.Empty(found);
    }

    [Fact]
    public async Task No_more_are_given_than_asked_for()
    {
        var found = await Db.SearchPlacesAsync("a", After, 7, Ct);

        Assert.Equal(7, found.Count);
    }

    [Fact]
    public async Task A_place_is_found_by_its_name_of_the_day()
    {
        var before = await Db.SearchPlacesAsync("thanh pho dong nai", Before, 5, Ct);
        var after = await Db.SearchPlacesAsync("thanh pho dong nai", After, 5, Ct);

        Assert.Empty(before);
        Assert.Equal("75", Assert.Single(after).Place.Code);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string text) =>
        [.. (await Db.SearchPlacesAsync(text, After, 60, Ct)).Select(found => $"{found.Place.FullName}, {found.ParentName}")];
}
