using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class AnswersTests
{
    private static readonly IReadOnlyDictionary<string, ElementDefinition> Elements =
        new[] { Given.Element("rain.total"), Given.Element("rain.counted"), Given.Element("rain.depth", decimals: 1), Given.Element("rain.exact", decimals: 3) }
            .ToDictionary(element => element.Code);

    private static readonly FormsPack Form = Given.Form([.. Elements.Keys]) with
    {
        Checks =
        [
            Check("counted", "rain.counted <= rain.total", FindingWeight.Hard),
            Check("depth", "rain.depth >= 0.5", FindingWeight.Soft),
        ],
    };

    [Theory]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData("1234", 1234)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234", 1234)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("  12\t", 12)]
    [InlineData("\u00A012\u00A0", 12)]
    [InlineData("1.845.335", 1_845_335)]
    [InlineData("1,845,335", 1_845_335)]
    [InlineData("1 845 335", 1_845_335)]
    public void A_whole_number_is_read_the_way_people_write_it(string typed, long expected)
    {
        var read = Read("rain.total", typed);

        Assert.Empty(read.Unreadable);
        Assert.Equal(expected, read.Answers.Values["rain.total"]);
    }

    [Theory]
    [InlineData("12a")]
    [InlineData("mười hai")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("(5)")]
    [InlineData("1,5")]
    [InlineData("1.5")]
    [InlineData("0.125")]
    [InlineData("1.23")]
    [InlineData("12.34.567")]
    [InlineData("1.234.56")]
    [InlineData("1e3")]
    [InlineData("50%")]
    [InlineData("١٢")]
    [InlineData("=1+1")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999999999999999999999999999999999999999999999999")]
    public void What_is_no_whole_number_is_unreadable_and_not_guessed(string typed)
    {
        var read = Read("rain.total", typed);

        Assert.Equal(["rain.total"], read.Unreadable);
        Assert.Empty(read.Answers.Values);
    }

    [Theory]
    [InlineData("vi-VN", "rain.depth", "12,5", 125)]
    [InlineData("vi-VN", "rain.depth", "12.5", 125)]
    [InlineData("vi-VN", "rain.depth", "12", 120)]
    [InlineData("vi-VN", "rain.depth", "1.234", 12_340)]
    [InlineData("vi-VN", "rain.depth", "1.234,5", 12_345)]
    [InlineData("vi-VN", "rain.depth", "1 234,5", 12_345)]
    [InlineData("vi-VN", "rain.depth", "1.234.567,5", 12_345_675)]
    [InlineData("vi-VN", "rain.depth", "0,5", 5)]
    [InlineData("vi-VN", "rain.exact", "0,125", 125)]
    [InlineData("vi-VN", "rain.exact", "12,500", 12_500)]
    [InlineData("vi-VN", "rain.exact", "12.500", 12_500_000)]
    [InlineData("vi-VN", "rain.exact", "1.234,567", 1_234_567)]
    [InlineData("en-GB", "rain.depth", "12.5", 125)]
    [InlineData("en-GB", "rain.depth", "1,234.5", 12_345)]
    [InlineData("en-GB", "rain.exact", "12.500", 12_500)]
    [InlineData("en-GB", "rain.exact", "0.125", 125)]
    [InlineData("en-GB", "rain.exact", "12,500", 12_500_000)]
    public void Where_decimals_are_kept_the_reader_s_own_mark_parts_them(string culture, string code, string typed, long expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var read = Read(code, typed);

        Assert.Empty(read.Unreadable);
        Assert.Equal(expected, read.Answers.Values[code]);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void What_the_page_shows_is_read_back_as_it_was(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        foreach (var (code, value) in new[] { ("rain.total", 1_845_335L), ("rain.depth", 12_345L), ("rain.exact", 1_234_500L), ("rain.exact", 125L) })
        {
            var shown = Elements[code].Natural(value).ToString($"N{Elements[code].Decimals}", CultureInfo.CurrentCulture);

            Assert.Equal((code, value), (code, Read(code, shown).Answers.Values[code]));
        }
    }

    [Theory]
    [InlineData("12,55")]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData("12.34,5")]
    [InlineData("-0,5")]
    [InlineData("9999999999999999999999999999")]
    public void What_is_no_number_with_one_decimal_is_unreadable(string typed)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

        var read = Read("rain.depth", typed);

        Assert.Equal(["rain.depth"], read.Unreadable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0")]
    public void An_empty_cell_is_not_answered_and_not_zero(string? typed)
    {
        var read = Read("rain.total", typed);

        Assert.Empty(read.Unreadable);
        Assert.Empty(read.Answers.Values);
    }

    [Fact]
    public void A_cell_that_the_form_does_not_ask_is_passed_over()
    {
        var read = Read("snow", "12a");

        Assert.Empty(read.Unreadable);
        Assert.Empty(read.Answers.Values);
    }

    [Fact]
    public void Unreadable_cells_are_named_in_the_order_of_the_form()
    {
        var typed = new Dictionary<string, string?> { ["rain.depth"] = "x", ["rain.total"] = "y", ["rain.counted"] = "3" };

        var read = TypedAnswers.Read(typed, Form, Elements);

        Assert.Equal(["rain.total", "rain.depth"], read.Unreadable);
    }

    [Fact]
    public void Equal_answers_are_equal_texts()
    {
        var one = new Answers(new Dictionary<string, long> { ["b"] = 2, ["a"] = 1 });
        var other = new Answers(new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 });

        Assert.Equal("""{"a":1,"b":2}""", one.ToJson());
        Assert.Equal(one.ToJson(), other.ToJson());
    }

    [Fact]
    public void Stored_answers_are_read_back()
    {
        var answers = Answers.FromJson("""{ "b": 2, "a": 0 }""");

        Assert.Equal(new Dictionary<string, long> { ["a"] = 0, ["b"] = 2 }, answers.Values);
    }

    [Fact]
    public void A_check_that_is_broken_finds_what_stands_in_the_cells()
    {
        var findings = Judge(("rain.total", 5), ("rain.counted", 6), ("rain.depth", 4));

        Assert.Equal(["counted", "depth"], findings.Select(finding => finding.Check.Code));
        Assert.All(findings, finding => Assert.Equal(Verdict.NotMet, finding.Explanation.Verdict));
    }

    [Fact]
    public void A_check_that_holds_finds_nothing()
    {
        var findings = Judge(("rain.total", 6), ("rain.counted", 6), ("rain.depth", 5));

        Assert.Empty(findings);
    }

    [Fact]
    public void A_check_over_an_empty_cell_finds_nothing()
    {
        var findings = Judge(("rain.counted", 6));

        Assert.Empty(findings);
    }

    [Fact]
    public void An_estimate_is_a_second_answer_of_its_cell_under_a_name_of_its_own()
    {
        var typed = new Dictionary<string, string?> { ["rain.total"] = "1.234", ["rain.total~estimate"] = "1.300", ["rain.counted~estimate"] = "7" };

        var read = TypedAnswers.Read(typed, Estimating, Elements);

        Assert.Empty(read.Unreadable);
        Assert.Equal(new Dictionary<string, long> { ["rain.total"] = 1234 }, read.Answers.Values);
        Assert.Equal(new Dictionary<string, long> { ["rain.total"] = 1300 }, read.Answers.Estimates);
        Assert.Equal("""{"rain.total":1234,"rain.total~estimate":1300}""", read.Answers.ToJson());
        Assert.Equal(read.Answers.Names, Answers.FromJson(read.Answers.ToJson()).Names);
    }

    [Fact]
    public void An_estimate_that_cannot_be_read_is_named_by_its_own_name() => Assert.Equal(
        ["rain.total~estimate"],
        TypedAnswers.Read(new Dictionary<string, string?> { ["rain.total~estimate"] = "nhiều" }, Estimating, Elements).Unreadable);

    [Theory]
    [InlineData(900, 899, true)]
    [InlineData(900, 900, false)]
    [InlineData(900, 901, false)]
    public void An_estimate_below_what_there_is_is_found_while_the_form_asks_it(long counted, long estimate, bool found)
    {
        var answers = new Answers(new Dictionary<string, long> { ["rain.total"] = counted, ["rain.total~estimate"] = estimate });

        Assert.Equal(found ? ["estimate"] : [], answers.Judge(Estimating, Elements).Select(finding => finding.Check.Code));
        Assert.Empty(answers.Judge(Estimating with { Estimated = [] }, Elements));
    }

    private static FormsPack Estimating { get; } = Form with
    {
        Estimated = ["rain.total"],
        Checks = [Check("estimate", "rain.total <= rain.total~estimate", FindingWeight.Hard)],
    };

    private static TypedAnswers Read(string code, string? typed) =>
        TypedAnswers.Read(new Dictionary<string, string?> { [code] = typed }, Form, Elements);

    private static IReadOnlyList<BrokenCheck> Judge(params (string Code, long Value)[] answers) =>
        new Answers(answers.ToDictionary(answer => answer.Code, answer => answer.Value)).Judge(Form, Elements);

    private static FormCheck Check(string code, string rule, FindingWeight weight) => new()
    {
        Code = code,
        Rule = rule,
        Weight = weight,
        Sentence = Given.Words("Sửa lại."),
        Cells = ["rain.total"],
    };
}
