using HieuHoc.PlanReading.Content.Targets;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading;

/// <summary>The kinds of area for which plans set values of their own, by the names that the reader gives them.</summary>
public static class AreaKinds
{
    /// <summary>Every kind, those of pilots last.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TargetWords.Areas.Select(area => area.Code), "pilot district", "pilot commune"];

    /// <summary>The kinds that a text names: "Xã đặc biệt khó khăn" names <c>specially difficult</c>.</summary>
    public static IEnumerable<string> In(string text)
    {
        var tokens = Tokens.Of(Cleaning.Of(text));

        return TargetWords.Areas.Where(area => tokens.Has(area.Phrases, 0, tokens.Count)).Select(area => area.Code);
    }
}
