using HieuHoc.Papers;
using HieuHoc.Programmes;

namespace HieuHoc.Tests.Programmes;

public sealed class PrintedTests
{
    [Theory]
    [InlineData("60", "37.94", "37,9")]
    [InlineData("60", "59.97", "59,97")]
    [InlineData("60", "59.9996", "59,9996")]
    [InlineData("60", "59.99999999", "59,999999")]
    [InlineData("10", "10.04", "10,04")]
    [InlineData("89.95", "89.949", "89,9")]
    public void What_misses_the_threshold_never_reads_like_it(string threshold, string value, string expected)
    {
        var printed = Printed.Beside(Number(threshold), Number(value), 1);

        Assert.Equal(expected, VietnameseNumber.Write(printed.Value, printed.Decimals));
    }

    [Theory]
    [InlineData("0.03", 1, "0,1")]
    [InlineData("0.03", 2, "0,03")]
    [InlineData("22.06", 1, "22,1")]
    [InlineData("10", 1, "10,0")]
    public void What_is_missing_is_never_nothing(string missing, int decimals, string expected)
    {
        var printed = Printed.Up(Number(missing), decimals);

        Assert.Equal(expected, VietnameseNumber.Write(printed.Value, printed.Decimals));
    }

    [Theory]
    [InlineData("60", "60")]
    [InlineData("89.5", "89,5")]
    public void A_threshold_reads_as_the_plan_writes_it(string threshold, string expected)
    {
        var printed = Printed.AsWritten(Number(threshold));

        Assert.Equal(expected, VietnameseNumber.Write(printed.Value, printed.Decimals));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
