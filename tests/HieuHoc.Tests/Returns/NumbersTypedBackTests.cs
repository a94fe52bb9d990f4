using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using HieuHoc.Web.Components;

namespace HieuHoc.Tests.Returns;

public sealed class NumbersTypedBackTests
{
    private const long Most = 1_000_000_000_000_000;

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void What_the_page_shows_is_read_back_as_it_was(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Always.Holds(Values, drawn => Read(Shown.NumberText(Element(drawn.Decimals).Natural(drawn.Value), drawn.Decimals), drawn.Decimals) == drawn.Value, 1_000);
    }

    [Theory]
    [InlineData("vi-VN", 2, "1.234,50", 123_450)]
    [InlineData("vi-VN", 3, "0,500", 500)]
    [InlineData("vi-VN", 3, "12,345", 12_345)]
    [InlineData("vi-VN", 3, "12.345", 12_345_000)]
    [InlineData("en-GB", 2, "1,234.50", 123_450)]
    [InlineData("en-GB", 3, "12.345", 12_345)]
    public void The_reader_s_culture_says_which_mark_is_which(string culture, int decimals, string typed, long value)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(value, Read(typed, decimals));
    }

    [Theory]
    [InlineData(0, "1000000000000000", Most)]
    [InlineData(0, "1000000000000001", null)]
    [InlineData(0, "9223372036854775807", null)]
    [InlineData(6, "1000000000", Most)]
    [InlineData(6, "1000000000,000001", null)]
    public void A_number_that_no_sum_could_hold_is_unreadable(int decimals, string typed, long? value)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

        Assert.Equal(value, Read(typed, decimals));
    }

    /// <summary>Numbers of every length: as many small ones as large ones.</summary>
    private static Gen<(int Decimals, long Value)> Values =>
        from decimals in Gen.Choose(0, 6)
        from digits in Gen.Choose(0, 15)
        from share in Gen.Choose(0, 1_000_000_000)
        select (decimals, (long)(share / 1_000_000_000m * (decimal)Math.Pow(10, digits)));

    private static ElementDefinition Element(int decimals) => Given.Element("rain", decimals);

    private static long? Read(string text, int decimals)
    {
        var read = TypedAnswers.Read(
            new Dictionary<string, string?> { ["rain"] = text },
            Given.Form("rain"),
            new Dictionary<string, ElementDefinition> { ["rain"] = Element(decimals) });

        return read.Answers.Values.TryGetValue("rain", out var value) ? value : null;
    }
}
