using System.Globalization;

namespace HieuHoc.Papers.Tests;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("1845335", 0, "1.845.335")]
    [InlineData("999", 0, "999")]
    [InlineData("0", 0, "0")]
    [InlineData("37.9", 1, "37,9")]
    [InlineData("37", 1, "37,0")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-1234.55", 1, "-1.234,6")]
    [InlineData("-0.04", 1, "0,0")]
    public void A_figure_has_points_between_thousands_and_a_decimal_comma(string value, int decimals, string expected) =>
        Assert.Equal(expected, VietnameseNumber.Write(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void A_missing_figure_is_blank_and_not_zero()
    {
        Assert.Equal("", VietnameseNumber.Write(null));
        Assert.Equal("", VietnameseNumber.Percent(null));
        Assert.Equal("", PaperCell.Number(null).Text);
    }

    [Fact]
    public void A_percent_sign_cannot_leave_its_figure_at_the_end_of_a_line() =>
        Assert.Equal("37,9\u00A0%", VietnameseNumber.Percent(37.9m));
}
