using System.Diagnostics.CodeAnalysis;
using HieuHoc.Rules.Reading;
using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules;

/// <summary>A text that is met or not: a check, a target, a criterion.</summary>
public sealed class Rule
{
    private readonly Condition condition;

    private Rule(Condition condition)
    {
        this.condition = condition;
        Names = condition.Names.ToHashSet();
    }

    /// <summary>The canonical text, which parses to this rule again.</summary>
    public string Text => condition.Text;

    /// <summary>The facts it reads.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <exception cref="RuleException">The text is no rule.</exception>
    public static Rule Parse(string text) => new(Parser.Read(text).AsCondition());

    public static bool TryParse(
        string text, [NotNullWhen(true)] out Rule? rule, [NotNullWhen(false)] out ParseError? error)
    {
        try
        {
            (rule, error) = (Parse(text), null);
        }
        catch (RuleException refused)
        {
            (rule, error) = (null, refused.Error);
        }

        return rule is not null;
    }

    public Judgement Judge(IFacts facts)
    {
        var explanation = condition.Explain(facts);

        return new(explanation.Verdict!.Value, explanation); // a condition is always explained with its verdict
    }
}
