using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Agencies;

/// <summary>The agencies of the product's own pack, by the names that papers give them.</summary>
public sealed class AgencyBookTests : DatabaseTest
{
    private static readonly DateOnly Then = new(2021, 1, 1);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("Sở Giáo dục và Đào tạo", "quang-tri-cu.so-gddt", "quang-tri.so-gddt")]
    [InlineData("Sở TT&TT", "quang-tri-cu.so-ttt", null)]
    [InlineData("Đài Phát thanh - Truyền hình tỉnh", "quang-tri-cu.dai-ptth", "quang-tri.bao-ptth")]
    [InlineData("Hội Khuyến học tỉnh", "quang-tri-cu.hoi-khuyen-hoc", "quang-tri.hoi-khuyen-hoc")]
    [InlineData("UỶ BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "quang-tri-cu.mttq", "quang-tri.mttq")]
    [InlineData("Báo Quảng Trị", "quang-tri-cu.bao", "quang-tri.bao-ptth")]
    [InlineData("Các sở, ban, ngành", null, null)]
    [InlineData("Sở GDĐT Quảng Trị", "quang-tri-cu.so-gddt", "quang-tri.so-gddt")]
    [InlineData("UBND tỉnh", "quang-tri-cu.ubnd", "quang-tri.ubnd")]
    [InlineData("UBND tỉnh Nghệ An", null, null)]
    [InlineData("Sở Tài chính tỉnh Hà Tĩnh", null, null)]
    [InlineData("UBND", null, null)]
    [InlineData("", null, null)]
    [InlineData("LĐLĐ tỉnh", "quang-tri-cu.ldld", "quang-tri.ldld")]
    [InlineData("UBMTTQVN tỉnh", "quang-tri-cu.mttq", "quang-tri.mttq")]
    [InlineData("UBMTTQ Việt Nam tỉnh", "quang-tri-cu.mttq", "quang-tri.mttq")]
    [InlineData("Ủy ban MTTQ Việt Nam tỉnh", "quang-tri-cu.mttq", "quang-tri.mttq")]
    [InlineData("UBMTTQ tỉnh", "quang-tri-cu.mttq", "quang-tri.mttq")]
    [InlineData("Hội CCB tỉnh", "quang-tri-cu.hoi-ccb", "quang-tri.hoi-ccb")]
    [InlineData("Sở LĐTB&XH", "quang-tri-cu.so-ldtbxh", null)]
    [InlineData("Sở LĐTB và XH", "quang-tri-cu.so-ldtbxh", null)]
    [InlineData("Sở VH,TT&DL", "quang-tri-cu.so-vhttdl", "quang-tri.so-vhttdl")]
    [InlineData("Sở GD và ĐT", "quang-tri-cu.so-gddt", "quang-tri.so-gddt")]
    [InlineData("Hội NCT tỉnh", "quang-tri-cu.hoi-nct", "quang-tri.hoi-nct")]
    public async Task A_name_means_the_agency_that_was_called_so_on_the_day(string name, string? then, string? today)
    {
        var book = await BookAsync();
        var old = book.PlaceOf("UBND tỉnh Quảng Trị", Then);

        Assert.Equal(then, book.Meant(name, Then, old)?.Code);
        Assert.Equal(today, book.Meant(name, Today)?.Code);
    }

    [Fact]
    public async Task Of_two_provinces_agencies_of_one_name_nobody_knows_which_is_meant_until_the_province_is_known()
    {
        var book = await BookAsync();

        Assert.Null(book.Meant("Sở Tài chính", Then));
        Assert.Equal("quang-binh.so-tai-chinh", book.Meant("Sở Tài chính", Then, book.PlaceOf("Ủy ban nhân dân tỉnh Quảng Bình", Then))?.Code);
    }

    [Theory]
    [InlineData("Hội Cựu chiến binh, Hội Nông dân, Hội Người cao tuổi", "quang-tri-cu.hoi-ccb", "quang-tri-cu.hoi-nong-dan", "quang-tri-cu.hoi-nct")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch và Sở Tài chính", "quang-tri-cu.so-vhttdl", "quang-tri-cu.so-tai-chinh")]
    [InlineData("Các đoàn thể, Hội Nông dân", "quang-tri-cu.hoi-nong-dan")]
    [InlineData("UBND các huyện, thị xã, thành phố")]
    public async Task A_heading_names_several_side_by_side(string heading, params string[] expected)
    {
        var book = await BookAsync();

        Assert.Equal(expected, book.InHeading(heading, Then, book.PlaceOf("UBND tỉnh Quảng Trị", Then)).Select(agency => agency.Code));
    }

    [Theory]
    [InlineData("UBND các xã, phường, đặc khu", true)]
    [InlineData("Ủy ban nhân dân các xã, phường và đặc khu trên địa bàn tỉnh", true)]
    [InlineData("UBND các xã, phường trên địa bàn tỉnh Quảng Trị", true)]
    [InlineData("UBND cấp xã", true)]
    [InlineData("các địa phương", true)]
    [InlineData("UBND các địa phương", true)]
    [InlineData("UBND xã Hải Lăng", false)]
    [InlineData("UBND các huyện, thị xã, thành phố", false)]
    [InlineData("các sở, ban, ngành", false)]
    [InlineData("Các trường học, Trạm Y tế, Công an xã", false)]
    [InlineData("", false)]
    public void Some_words_mean_all_communes(string name, bool expected) => Assert.Equal(expected, AgencyBook.IsEveryCommune(name));

    [Theory]
    [InlineData("a, b và c; d", "a|b và c|d")]
    [InlineData("x, a, y và z", "x|a|y và z")]
    [InlineData("b và c", "b và c")]
    [InlineData("x, y", "x, y")]
    [InlineData("", "")]
    public void What_lies_between_known_names_is_one_name(string heading, string expected) =>
        Assert.Equal(expected, string.Join('|', AgencyBook.Parts(heading, name => name.Trim() is "a" or "b và c" or "d")));

    [Fact]
    public async Task An_agency_is_shown_by_what_it_was_called_last()
    {
        var book = await BookAsync();

        Assert.Equal("Sở Thông tin và Truyền thông tỉnh Quảng Trị", book.Find("quang-tri-cu.so-ttt")?.Name);
        Assert.Null(book.Find("quang-tri.nobody"));
    }

    private async Task<AgencyBook> BookAsync() => await AgencyBook.OfAsync(
        Db, await Db.PlaceCodes.HoldingOn(Today).Where(code => code.Code == "44").Select(code => code.PlaceId).SingleAsync(Ct), Ct);
}
