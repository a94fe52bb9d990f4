using System.Diagnostics.CodeAnalysis;
using HieuHoc.Rules.Reading;
using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules;

/// <summary>A text that yields a number: an indicator, a denominator, a total.</summary>
public sealed class Formula
{
    private readonly Number number;

    private Formula(Number number)
    {
        this.number = number;
        Names = number.Names.ToHashSet();
    }

    /// <summary>The canonical text, which parses to this formula again.</summary>
    public string Text => number.Text;

    /// <summary>The facts it reads.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <exception cref="RuleException">The text is no formula.</exception>
    public static Formula Parse(string text) => new(Parser.Read(text).AsNumber());

    public static bool TryParse(
        string text, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out ParseError? error)
    {
        try
        {
            (formula, error) = (Parse(text), null);
        }
        catch (RuleException refused)
        {
            (formula, error) = (null, refused.Error);
        }

        return formula is not null;
    }

    /// <summary>The number, or null when it is missing.</summary>
    public decimal? Evaluate(IFacts facts) => number.Evaluate(facts);

    public Explanation Explain(IFacts facts) => number.Explain(facts);
}
