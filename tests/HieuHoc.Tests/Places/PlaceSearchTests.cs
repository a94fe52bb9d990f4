using HieuHoc.Places;

namespace HieuHoc.Tests.Places;

public sealed class PlaceSearchTests : PlacesTest
{
    [Fact]
    public async Task Quang_tri_finds_the_province_before_the_ward_of_its_name()
    {
        var found = await NamesAsync("quang tri");

        Assert.Equal(["Tỉnh Quảng Trị, Việt Nam", "Phường Quảng Trị, Tỉnh Quảng Trị"], found);
    }

    [Fact]
    public async Task Equal_names_come_first_then_beginnings_then_the_rest()
    {
        var found = await NamesAsync("dong ha");

        Assert.Equal("Phường Đông Hà, Tỉnh Quảng Trị", found[0]);
        Assert.Contains("Phường Đông Hải, Thành phố Hải Phòng", found.Skip(1).SkipLast(1));
        Assert.Equal("Phường Nam Đông Hà, Tỉnh Quảng Trị", found[^1]);
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

        Assert.Equal(["Xã Ea H’Leo, Tỉnh Đắk Lắk"], found);
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
        [.. (await Db.SearchPlacesAsync(text, After, 20, Ct)).Select(found => $"{found.Place.FullName}, {found.ParentName}")];
}
