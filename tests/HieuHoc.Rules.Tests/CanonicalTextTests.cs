namespace HieuHoc.Rules.Tests;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("a+b−c", "a + b - c")]
    [InlineData("(a + b) + c", "a + b + c")]
    [InlineData("a + (b + c)", "a + (b + c)")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("((a)) * (b / c)", "a * (b / c)")]
    [InlineData("(a * b) / c", "a * b / c")]
    [InlineData("(a + b) × c ÷ d − e", "(a + b) * c / d - e")]
    [InlineData("a*(b*c)+(d*e)", "a * (b * c) + d * e")]
    [InlineData("-(-a)", "--a")]
    [InlineData("-(a + b)", "-(a + b)")]
    [InlineData("(-a) * b", "-a * b")]
    [InlineData("a - -1", "a - -1")]
    [InlineData("007.500 %", "7.5%")]
    [InlineData("sum( a,b ,c )", "sum(a, b, c)")]
    [InlineData("round((a + b), 02)", "round(a + b, 2)")]
    [InlineData("if((a ≥ 1), (2), 3)", "if(a >= 1, 2, 3)")]
    public void A_formula_is_written_in_one_way(string text, string canonical) =>
        Assert.Equal(canonical, Formula.Parse(text).Text);

    [Theory]
    [InlineData("a≥1", "a >= 1")]
    [InlineData("a ≠ (b + 1)", "a <> b + 1")]
    [InlineData("(a = 1 and b = 1) and (c = 1 and d = 1)", "a = 1 and b = 1 and c = 1 and d = 1")]
    [InlineData("a = 1 or (b = 1 or c = 1)", "a = 1 or b = 1 or c = 1")]
    [InlineData("(a = 1 and b = 1) or c = 1", "a = 1 and b = 1 or c = 1")]
    [InlineData("(a = 1 or b = 1) and c = 1", "(a = 1 or b = 1) and c = 1")]
    [InlineData("not (a = 1)", "not a = 1")]
    [InlineData("(not a = 1) and b = 1", "not a = 1 and b = 1")]
    [InlineData("not (a = 1 and b = 1)", "not (a = 1 and b = 1)")]
    public void A_rule_is_written_in_one_way(string text, string canonical) =>
        Assert.Equal(canonical, Rule.Parse(text).Text);

    [Fact]
    public void A_rule_knows_the_facts_it_reads()
    {
        var rule = Rule.Parse("share(family.recognised, family.all) >= if(commune.special = yes, 70, family.all)");

        var names = rule.Names;

        Assert.Equivalent(new[] { "commune.special", "family.all", "family.recognised" }, names, strict: true);
    }

    [Fact]
    public void A_formula_knows_the_facts_it_reads()
    {
        var formula = Formula.Parse("a + b * a");

        var names = formula.Names;

        Assert.Equivalent(new[] { "a", "b" }, names, strict: true);
    }
}
