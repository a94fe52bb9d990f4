namespace HieuHoc.Rules.Tests;

public sealed class ExplanationTests
{
    [Fact]
    public void An_explanation_is_the_rule_with_the_numbers_filled_in()
    {
        var rule = Rule.Parse("share(citizen.recognised,citizen.adults)≥60%");
        var facts = Given.Facts(("citizen.recognised", 30), ("citizen.adults", 40));

        var explanation = rule.Judge(facts).Explanation;

        Assert.Equal(
            """
            share(citizen.recognised, citizen.adults) >= 60%: Met
              share(citizen.recognised, citizen.adults): 75
                citizen.recognised: 30
                citizen.adults: 40
              60%: 60
            """,
            Write(explanation));
    }

    [Fact]
    public void A_list_of_conditions_is_explained_one_by_one()
    {
        var rule = Rule.Parse("a = 1 and (b = 1 and c = 1)");

        var explanation = rule.Judge(Given.Facts(("a", 1), ("b", 2))).Explanation;

        Assert.Equal(["a = 1", "b = 1", "c = 1"], explanation.Parts.Select(part => part.Text));
        Assert.Equal(
            [Verdict.Met, Verdict.NotMet, Verdict.CannotSay],
            explanation.Parts.Select(part => part.Verdict!.Value));
    }

    [Fact]
    public void Only_the_chosen_branch_is_explained()
    {
        var formula = Formula.Parse("if(commune.special = yes, 70, 80 + a)");

        var explanation = formula.Explain(Given.Facts(("commune.special", 1)));

        Assert.Equal(["commune.special = yes", "70"], explanation.Parts.Select(part => part.Text));
    }

    [Fact]
    public void No_branch_is_explained_when_none_could_be_chosen()
    {
        var formula = Formula.Parse("if(commune.special = yes, a, b)");

        var explanation = formula.Explain(Given.Facts());

        Assert.Equal(["commune.special = yes"], explanation.Parts.Select(part => part.Text));
        Assert.Equal(["commune.special"], explanation.Missing);
    }

    [Fact]
    public void A_fact_missing_twice_is_named_once()
    {
        var rule = Rule.Parse("b + a > 1 and a > b");

        var missing = rule.Judge(Given.Facts()).Explanation.Missing;

        Assert.Equal(["b", "a"], missing);
    }

    private static string Write(Explanation explanation, string indent = "")
    {
        object outcome = explanation.Verdict is { } verdict ? verdict : explanation.Value!;
        var own = $"{indent}{explanation.Text}: {outcome}";

        return string.Join("\n", [own, .. explanation.Parts.Select(part => Write(part, indent + "  "))]);
    }
}
