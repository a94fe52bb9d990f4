using System.Text.RegularExpressions;
using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>
/// Which indicator the words of a target speak of. A word counts the more the fewer indicators have it: "tỷ lệ" tells nothing apart,
/// "xóa mù chữ" nearly everything.
/// </summary>
public sealed partial class TargetSuggestions
{
    /// <summary>Below this likeness, from 0 to 1, nothing is suggested.</summary>
    private const double Least = 0.45;

    /// <summary>By so much the best one is ahead of the next, or nothing is suggested: a person chooses then.</summary>
    private const double Ahead = 0.04;

    private readonly IReadOnlyList<(IndicatorDefinition Indicator, IReadOnlyList<IReadOnlySet<string>> Words)> known;
    private readonly Dictionary<string, double> weights;
    private readonly double rarest;

    /// <param name="indicators">Those that a target can be linked to.</param>
    /// <param name="titles">What the programme calls the targets that an indicator measures.</param>
    public TargetSuggestions(IReadOnlyList<IndicatorDefinition> indicators, ILookup<string, string> titles)
    {
        known = [.. indicators.Select(indicator => (indicator, (IReadOnlyList<IReadOnlySet<string>>)[.. titles[indicator.Code].Prepend(indicator.Title.Vi).Select(Words)]))];
        var texts = known.SelectMany(one => one.Words).ToList();
        weights = texts.SelectMany(words => words).GroupBy(word => word).ToDictionary(word => word.Key, word => Math.Log((1.0 + texts.Count) / word.Count()));
        rarest = Math.Log(1.0 + texts.Count);
    }

    /// <summary>The code of the indicator; null where none, or several, are as near.</summary>
    public string? For(PlanTarget target)
    {
        var words = Words(target.Subject);
        var near = known.Where(one => LinkedTargets.ThresholdOf(target, one.Indicator) is not null && !LinkedTargets.IsContrary(target, one.Indicator))
            .Select(one => (one.Indicator.Code, Likeness: one.Words.Max(title => Likeness(words, title))))
            .OrderByDescending(one => one.Likeness)
            .Take(2)
            .ToList();

        return near switch
        {
            [var only] when only.Likeness >= Least => only.Code,
            [var best, var next] when best.Likeness >= Least && best.Likeness - next.Likeness >= Ahead => best.Code,
            _ => null,
        };
    }

    private double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var shared = one.Where(other.Contains).Sum(Weight);
        var all = one.Sum(Weight) + other.Sum(Weight);

        return all == 0 ? 0 : 2 * shared / all;
    }

    private double Weight(string word) => weights.GetValueOrDefault(word, rarest);

    /// <summary>The syllables, and each two that follow one another: Vietnamese words are mostly of two.</summary>
    private static IReadOnlySet<string> Words(string text)
    {
        var syllables = NoWord().Split(Vietnamese.Fold(text)).Where(word => word.Length > 0).ToList();

        return syllables.Concat(syllables.Zip(syllables.Skip(1), (one, next) => $"{one} {next}")).ToHashSet();
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoWord();
}
