namespace HieuHoc.Rules.Tests;

public sealed class CasesTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Formulas => Rows(@case => @case.Verdict is null);

    public static IEnumerable<TheoryDataRow<int, string>> Rules => Rows(@case => @case.Verdict is not null);

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_yields_what_its_case_says(int number, string text)
    {
        var @case = Cases.Rules[number];
        var formula = Formula.Parse(text);

        var value = formula.Evaluate(@case.ReadFacts());

        Assert.Equal(@case.ReadValue(), value);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_names_what_its_case_misses(int number, string text)
    {
        var @case = Cases.Rules[number];

        var explanation = Formula.Parse(text).Explain(@case.ReadFacts());

        Assert.Equal(@case.Missing ?? [], explanation.Missing);
        Assert.Equal(@case.ReadValue(), explanation.Value);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_judged_as_its_case_says(int number, string text)
    {
        var @case = Cases.Rules[number];
        var rule = Rule.Parse(text);

        var judgement = rule.Judge(@case.ReadFacts());

        Assert.Equal(@case.Verdict, judgement.Verdict);
        Assert.Equal(@case.Missing ?? [], judgement.Explanation.Missing);
    }

    private static IEnumerable<TheoryDataRow<int, string>> Rows(Func<RuleCase, bool> isWanted) =>
        Cases.Rules.Index()
            .Where(entry => isWanted(entry.Item))
            .Select(entry => new TheoryDataRow<int, string>(entry.Index, entry.Item.Text)
            {
                TestDisplayName = $"{entry.Item.About}, case {entry.Index}: {entry.Item.Text}",
            });
}
