using HieuHoc.Places;

namespace HieuHoc.Tests.Places;

public sealed class PlaceCodeOnDayTests
{
    [Fact]
    public void A_code_alone_means_today()
    {
        var code = PlaceCodeOnDay.Parse("44");

        Assert.Equal(new PlaceCodeOnDay("44", null), code);
    }

    [Fact]
    public void A_code_with_a_day_means_its_holder_then()
    {
        var code = PlaceCodeOnDay.Parse(" 00004@2025-06-30 ");

        Assert.Equal(new PlaceCodeOnDay("00004", new DateOnly(2025, 6, 30)), code);
        Assert.Equal("00004@2025-06-30", code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("@2025-06-30")]
    [InlineData("44@")]
    [InlineData("44@2025-02-30")]
    [InlineData("44@2025-06-30@2025-07-01")]
    [InlineData("4 4")]
    [InlineData("Quảng Trị")]
    public void Anything_else_is_refused(string text)
    {
        var read = PlaceCodeOnDay.TryParse(text, out _);

        Assert.False(read);
        Assert.Throws<FormatException>(() => PlaceCodeOnDay.Parse(text));
    }
}
