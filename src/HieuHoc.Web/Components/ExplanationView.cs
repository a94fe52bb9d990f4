using System.Globalization;
using System.Text.RegularExpressions;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Rules;

namespace HieuHoc.Web.Components;

/// <summary>A node of an explanation in words: the codes and the signs of the rule are replaced by what people read.</summary>
/// <param name="IsConstant">True for a number written in the rule: its value would only repeat it.</param>
public sealed partial record ExplanationView(
    string Words, bool IsConstant, decimal? Value, Verdict? Verdict, IReadOnlyList<ExplanationView> Parts)
{
    /// <summary>The words in which the value was chosen; null for a number.</summary>
    public string? Chosen { get; init; }

    private const int FewestDecimals = 3;
    private const int MostDecimals = 6;

    private static readonly IReadOnlyDictionary<string, string> Signs = new Dictionary<string, string>
    {
        [">="] = "≥",
        ["<="] = "≤",
        ["<>"] = "≠",
        ["*"] = "×",
        ["/"] = "÷",
        // In Vietnamese the comma stands within numbers.
        [","] = ";",
    };

    private static readonly IReadOnlySet<string> Reserved =
        new HashSet<string> { "and", "or", "not", "if", "min", "max", "round", "sum", "count", "share", "yes", "no", ProgrammePackKind.Threshold };

    /// <summary>The decimals of the value: none for a whole one, and enough that no other reads like a whole one.</summary>
    public int Decimals
    {
        get
        {
            if (Value is not { } value || value == decimal.Truncate(value))
            {
                return 0;
            }

            var places = FewestDecimals;

            while (places < MostDecimals && Math.Round(value, places) == Math.Round(value))
            {
                places++;
            }

            return places;
        }
    }

    /// <summary>Says an explanation in the reader's language.</summary>
    /// <param name="indicator">What measures the target, whose totals a rule may read.</param>
    public static ExplanationView Of(
        Explanation explanation, IReadOnlyDictionary<string, ElementDefinition> elements, IndicatorDefinition? indicator, Texts texts) => new(
        Token().Replace(explanation.Text, match => Word(match.Value, elements, indicator, texts)),
        explanation.Parts.Count == 0 && char.IsAsciiDigit(explanation.Text[0]),
        explanation.Value,
        explanation.Verdict,
        [.. explanation.Parts.Select(part => Of(part, elements, indicator, texts))])
    {
        Chosen = explanation.Value is { } value && elements.TryGetValue(explanation.Text, out var element) ? texts.Word(element, (long)value) : null,
    };

    private static string Word(string token, IReadOnlyDictionary<string, ElementDefinition> elements, IndicatorDefinition? indicator, Texts texts)
    {
        if (Signs.TryGetValue(token, out var sign))
        {
            return sign;
        }

        if (char.IsAsciiDigit(token[0]))
        {
            return token.Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
        }

        if (Reserved.Contains(token))
        {
            return texts[$"explain.{token}"];
        }

        return (token, indicator) switch
        {
            (IndicatorDefinition.NumeratorName, { } of) => $"[{of.NumeratorTitle.Here}]",
            (IndicatorDefinition.DenominatorName, { } of) => $"[{of.DenominatorTitle.Here}]",
            _ => elements.TryGetValue(token, out var element) ? $"[{element.Title.Here}]" : token,
        };
    }

    [GeneratedRegex(@"[a-z][a-z0-9]*(?:[.-][a-z][a-z0-9]*|-[0-9]+[a-z0-9]*)*|[0-9]+(?:\.[0-9]+)?|>=|<=|<>|[*/,]")]
    private static partial Regex Token();
}
