using System.Text.RegularExpressions;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Rules;

namespace HieuHoc.Web.Components;

/// <summary>A node of an explanation in words: the codes of the rule are replaced by what they mean.</summary>
public sealed partial record ExplanationView(string Words, decimal? Value, Verdict? Verdict, IReadOnlyList<ExplanationView> Parts)
{
    /// <summary>Says an explanation in the reader's language.</summary>
    public static ExplanationView Of(Explanation explanation, IReadOnlyDictionary<string, ElementDefinition> elements, Texts texts) => new(
        Name().Replace(explanation.Text, match => Word(match.Value, elements, texts)),
        explanation.Value,
        explanation.Verdict,
        [.. explanation.Parts.Select(part => Of(part, elements, texts))]);

    private static string Word(string name, IReadOnlyDictionary<string, ElementDefinition> elements, Texts texts) => name switch
    {
        "share" => texts["explain.share"],
        ProgrammePackKind.Threshold => texts["explain.threshold"],
        _ => elements.TryGetValue(name, out var element) ? $"[{element.Title.Here}]" : name,
    };

    [GeneratedRegex(@"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")]
    private static partial Regex Name();
}

/// <summary>A judged target with the words that its explanation needs.</summary>
public sealed record TargetView(JudgedTarget Judged, IReadOnlyDictionary<string, ElementDefinition> Elements);
