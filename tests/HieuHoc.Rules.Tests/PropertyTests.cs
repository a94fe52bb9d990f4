using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Rules.Reading;
using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules.Tests;

public sealed class PropertyTests
{
    [Fact]
    public void Formatting_and_parsing_a_number_are_inverse() =>
        Always.Holds(Trees.Numbers, number => Parser.Read(number.Text).Expression == number);

    [Fact]
    public void Formatting_and_parsing_a_condition_are_inverse() =>
        Always.Holds(Trees.Conditions, condition => Parser.Read(condition.Text).Expression == condition);

    [Fact]
    public void No_parentheses_could_be_left_out() =>
        Always.Holds(Trees.Conditions, condition => WithoutOnePair(condition.Text).All(text =>
            !Rule.TryParse(text, out _, out _) || Parser.Read(text).Expression != condition));

    [Fact]
    public void What_was_decided_in_spite_of_gaps_stays_so_however_they_are_filled() =>
        Always.Holds(
            from condition in Trees.ConditionsWithoutCount
            from facts in Trees.Facts
            from filling in Trees.CompleteFacts
            select (condition, facts, filling),
            given =>
            {
                var before = given.condition.Judge(given.facts.ToFacts());
                var after = given.condition.Judge(Filled(given.facts, given.filling).ToFacts());

                return before is Verdict.CannotSay || before == after;
            });

    [Fact]
    public void A_number_found_in_spite_of_gaps_stays_so_however_they_are_filled() =>
        Always.Holds(
            from number in Trees.NumbersWithoutCount
            from facts in Trees.Facts
            from filling in Trees.CompleteFacts
            select (number, facts, filling),
            given =>
            {
                var before = given.number.Evaluate(given.facts.ToFacts());
                var after = given.number.Evaluate(Filled(given.facts, given.filling).ToFacts());

                return before is null || before == after;
            });

    [Fact]
    public void Without_if_and_count_one_gap_makes_the_number_missing() =>
        Always.Holds(
            from number in Trees.NumbersWithoutCount
            from facts in Trees.Facts
            select (number, facts),
            given =>
            {
                var facts = given.facts.ToFacts();
                var hasGap = given.number.Names.Any(name => facts[name] is null);

                return Contains<Choice>(given.number) || !hasGap || given.number.Evaluate(facts) is null;
            });

    [Fact]
    public void An_explanation_agrees_with_the_verdict_in_every_part() =>
        Always.Holds(
            from condition in Trees.Conditions
            from facts in Trees.Facts
            select (condition, facts),
            given =>
            {
                var facts = given.facts.ToFacts();
                var judgement = Rule.Parse(given.condition.Text).Judge(facts);

                return judgement.Verdict == judgement.Explanation.Verdict
                    && WithParts(judgement.Explanation).All(part => ComesOutAlone(part, facts));
            });

    [Fact]
    public void What_an_explanation_calls_missing_is_read_and_missing_and_only_then_named() =>
        Always.Holds(
            from condition in Trees.Conditions
            from facts in Trees.Facts
            select (condition, facts),
            given =>
            {
                var facts = given.facts.ToFacts();
                var rule = Rule.Parse(given.condition.Text);
                var (verdict, explanation) = rule.Judge(facts);

                return explanation.Missing.All(name => rule.Names.Contains(name) && facts[name] is null)
                    && explanation.Missing.Distinct().Count() == explanation.Missing.Count
                    && (verdict is Verdict.CannotSay || explanation.Missing.Count == 0);
            });

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_at_a_place_inside_it() =>
        Always.Holds(Typing, text =>
            (Rule.TryParse(text, out _, out var error) || IsInside(error, text))
            && (Formula.TryParse(text, out _, out error) || IsInside(error, text)));

    private static Gen<string> Typing { get; } = Gen.OneOf(
        Gen.Elements(
                "a", "a-1", "b.c", "1", "0.5", "%", "(", ")", ",", "+", "-", "−", "×", "÷", "=", "<", ">", "≤", "≠", " ",
                "and", "or", "not", "if(", "round(", "sum(", "share(", "count", "yes", ".", "\0", "\ud83d", "\ude00", "ộ")
            .ArrayOf().Select(string.Concat),
        Gen.Choose(char.MinValue, char.MaxValue).ArrayOf()
            .Select(codes => string.Concat(codes.Select(code => (char)code))));

    private static bool IsInside(ParseError error, string text) =>
        error.Position >= 0 && error.Length >= 0 && error.Position + error.Length <= text.Length;

    private static IEnumerable<decimal?> Filled(decimal?[] facts, decimal?[] filling) =>
        facts.Zip(filling, (fact, value) => fact ?? value);

    private static bool Contains<T>(Expression expression) => expression is T || expression.Parts.Any(Contains<T>);

    private static IEnumerable<Explanation> WithParts(Explanation explanation) =>
        explanation.Parts.SelectMany(WithParts).Prepend(explanation);

    private static bool ComesOutAlone(Explanation part, Facts facts) =>
        part.Verdict is { } verdict
            ? part.Value is null && Rule.Parse(part.Text).Judge(facts).Verdict == verdict
            : Formula.Parse(part.Text).Evaluate(facts) == part.Value;

    private static IEnumerable<string> WithoutOnePair(string text) =>
        from open in Enumerable.Range(0, text.Length)
        where text[open] == '(' && (open == 0 || !char.IsLetter(text[open - 1]))
        let close = Closing(text, open)
        select text.Remove(close, 1).Remove(open, 1);

    private static int Closing(string text, int open)
    {
        var depth = 1;
        var position = open;

        while (depth > 0)
        {
            position++;
            depth += text[position] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return position;
    }
}
