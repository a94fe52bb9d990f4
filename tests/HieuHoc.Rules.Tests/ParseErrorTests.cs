namespace HieuHoc.Rules.Tests;

public sealed class ParseErrorTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Errors =>
        Cases.Errors.Index().Select(entry => new TheoryDataRow<int, string>(entry.Index, entry.Item.Text));

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_says_what_is_wrong_and_where(int number, string text)
    {
        var expected = Cases.Errors[number];

        var error = ErrorOf(expected.As, text);

        Assert.Equal($"rules.error.{expected.Code}", error.Code);
        Assert.Equal((expected.Position, expected.Length), (error.Position, error.Length));
    }

    [Fact]
    public void An_error_carries_the_values_of_its_sentence()
    {
        Assert.False(Formula.TryParse("1 + share(a)", out var formula, out var error));

        Assert.Null(formula);
        Assert.Equal("share", error.Values["function"]);
        Assert.Equal("2", error.Values["expected"]);
        Assert.Equal("1", error.Values["found"]);
    }

    [Fact]
    public void Parsing_throws_the_error_that_trying_hands_out()
    {
        Assert.False(Rule.TryParse("a >", out _, out var error));

        var thrown = Assert.Throws<RuleException>(() => Rule.Parse("a >"));

        Assert.Equal(error.Code, thrown.Error.Code);
        Assert.Equal(error.Position, thrown.Error.Position);
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("-", "a", "")]
    [InlineData("sum(", "a", ")")]
    [InlineData("if(a = ", "a", ", 1, 2)")]
    public void A_hundred_levels_are_read_and_one_more_is_refused(string open, string inner, string close)
    {
        var deepest = Nest(100, open, inner, close);
        var tooDeep = Nest(101, open, inner, close);

        Assert.True(Formula.TryParse(deepest, out _, out _));
        Assert.False(Formula.TryParse(tooDeep, out _, out var error));
        Assert.Equal("rules.error.too-deep", error.Code);
        Assert.Equal("100", error.Values["limit"]);
    }

    [Fact]
    public void Many_negations_are_refused_too()
    {
        var text = Nest(101, "not ", "a = 1", "");

        Assert.False(Rule.TryParse(text, out _, out var error));

        Assert.Equal("rules.error.too-deep", error.Code);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("min(")]
    [InlineData("1+")]
    [InlineData("a=1 and ")]
    public void The_longest_text_of_one_kind_does_not_exhaust_the_stack(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 4_000 / part.Length));

        Assert.False(Formula.TryParse(text, out _, out var formulaError));
        Assert.False(Rule.TryParse(text, out _, out var ruleError));

        Assert.NotNull(formulaError);
        Assert.NotNull(ruleError);
    }

    [Fact]
    public void Four_thousand_characters_are_read_and_one_more_is_refused()
    {
        var longest = "a" + new string('b', 3_999);

        Assert.True(Formula.TryParse(longest, out _, out _));
        Assert.False(Formula.TryParse(longest + "b", out _, out var error));
        Assert.Equal("rules.error.too-long", error.Code);
    }

    [Fact]
    public void A_text_that_would_be_too_long_once_written_out_is_refused()
    {
        var text = string.Join("+", Enumerable.Repeat("a", 1_500));

        Assert.False(Formula.TryParse(text, out _, out var error));

        Assert.Equal("rules.error.too-long", error.Code);
    }

    [Fact]
    public void A_sum_of_many_terms_is_not_deep()
    {
        var text = string.Join(" + ", Enumerable.Repeat("a", 1_000));

        var formula = Formula.Parse(text);

        Assert.Equal(3_000, formula.Evaluate(Given.Facts(("a", 3))));
    }

    private static string Nest(int levels, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));

    private static ParseError ErrorOf(string kind, string text)
    {
        ParseError? error;

        if (kind == "formula")
        {
            Assert.False(Formula.TryParse(text, out _, out error));
        }
        else
        {
            Assert.False(Rule.TryParse(text, out _, out error));
        }

        return error;
    }
}
