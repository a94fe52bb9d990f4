using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Figures;

public sealed class IndicatorsPackTests
{
    private static readonly PackFile File = new("indicators", "indicators", "1", "/nowhere/1.json");

    [Fact]
    public void An_indicator_of_known_elements_is_without_mistake()
    {
        var mistakes = Check(Given.Indicator());

        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("Rain")]
    [InlineData("rain share")]
    [InlineData("tỷ-lệ")]
    [InlineData("rain-share\n")]
    public void A_code_that_is_none_is_a_mistake(string code)
    {
        var mistakes = Check(Given.Indicator(code));

        Assert.Equal([new FileMistake("indicators", "pack.mistake.code", code)], mistakes);
    }

    [Fact]
    public void An_indicator_that_stands_there_twice_is_a_mistake()
    {
        var mistakes = Check(Given.Indicator(), Given.Indicator());

        Assert.Equal([new FileMistake("indicators", "pack.mistake.twice", "rain-share")], mistakes);
    }

    [Fact]
    public void A_formula_that_does_not_read_is_told_with_the_place_of_the_mistake()
    {
        var mistakes = Check(Given.Indicator(numerator: "rain.counted +"));

        Assert.Equal([new FileMistake("rain-share", "rules.error.unexpected", "share(rain.counted +, rain.total) @20")], mistakes);
    }

    [Fact]
    public void A_denominator_that_does_not_read_is_a_mistake_also_where_the_value_is_the_numerator()
    {
        var mistakes = Check(Given.Indicator(denominator: "rain.total +") with { Kind = IndicatorKind.Level });

        Assert.Equal([new FileMistake("rain-share", "rules.error.unfinished", "rain.total + @12")], mistakes);
    }

    [Fact]
    public void An_element_that_no_pack_defines_is_a_mistake()
    {
        var mistakes = Check(Given.Indicator(numerator: "snow.counted", denominator: "rain.total + hail"));

        Assert.Equal(
            [new FileMistake("rain-share", "pack.mistake.unknown", "hail"), new FileMistake("rain-share", "pack.mistake.unknown", "snow.counted")],
            mistakes.OrderBy(mistake => mistake.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void What_communes_and_their_province_count_makes_no_indicator_together()
    {
        var mistakes = Check(Given.Indicator(numerator: "province.rain"));

        Assert.Equal([new FileMistake("rain-share", "pack.mistake.levels", "share(province.rain, rain.total)")], mistakes);
    }

    [Fact]
    public void A_level_is_not_added_place_by_place()
    {
        var mistakes = Check(Given.Indicator() with { Kind = IndicatorKind.Level, Each = Each.Place });

        Assert.Equal([new FileMistake("rain-share", "pack.mistake.each", "rain.counted")], mistakes);
    }

    [Fact]
    public void An_indicator_that_counts_nothing_is_a_mistake()
    {
        var mistakes = Check(Given.Indicator(numerator: "1", denominator: "2"));

        Assert.Equal([new FileMistake("rain-share", "pack.mistake.nothing-counted", "share(1, 2)")], mistakes);
    }

    [Fact]
    public void A_share_of_two_elements_may_be_stated_by_a_survey_and_nothing_else()
    {
        Assert.Empty(Check(Given.Indicator() with { Survey = true }));
        IndicatorDefinition[] others =
        [
            Given.Indicator(numerator: "rain.counted + rain.total"), Given.Indicator(denominator: "1"),
            Given.Indicator() with { Kind = IndicatorKind.Ratio }, Given.Indicator() with { Each = Each.Place },
        ];

        Assert.All(others, indicator => Assert.Equal("pack.mistake.survey", Assert.Single(Check(indicator with { Survey = true })).Key));
    }

    [Theory]
    [InlineData("survey")]
    [InlineData("code")]
    [InlineData("twice")]
    [InlineData("unknown")]
    [InlineData("nothing-counted")]
    public void Every_mistake_has_a_sentence(string mistake)
    {
        var texts = new Texts();

        Assert.True(texts.Has($"pack.mistake.{mistake}"));
    }

    [Fact]
    public void What_agencies_count_makes_no_indicator_of_places() =>
        Assert.Equal(
            [new FileMistake("classes", "pack.mistake.level", "class.held")],
            Check(Given.Indicator("classes", "class.held", "class.held")));

    private static List<FileMistake> Check(params IReadOnlyList<IndicatorDefinition> indicators)
    {
        var kind = new IndicatorsPackKind();
        var shelf = new PackShelf([new ElementsPackKind(), kind]);
        shelf.Put("elements", Given.Elements("rain.counted", "rain.total"), "1");
        shelf.Put("elements", Given.Elements() with { Id = "of-provinces", Elements = [Given.Element("province.rain", leafLevel: SubjectLevel.Province)] }, "2");
        shelf.Put("elements", Given.Elements() with { Id = "of-agencies", Elements = [Given.Element("class.held", leafLevel: SubjectLevel.Agency)] }, "3");

        return [.. kind.Check(Given.Indicators(indicators), File, shelf)];
    }
}
