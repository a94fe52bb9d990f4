using HieuHoc.Programmes.Plans;

namespace HieuHoc.Web.Components;

/// <summary>A run of a plan's text and the items that were read from it.</summary>
/// <param name="Items">Their keys; empty where nothing was read.</param>
/// <param name="Begins">The items that begin here, as places to jump to.</param>
public sealed record PlanRun(string Text, IReadOnlyList<string> Items, IReadOnlyList<string> Begins);

/// <summary>A plan's text with what was read from it: items overlap, so that a run may belong to several.</summary>
public static class PlanTextView
{
    /// <summary>The whole text, cut wherever an item begins or ends.</summary>
    public static IReadOnlyList<PlanRun> Of(string text, PlanDraft draft)
    {
        var read = draft.Items.Where(item => item.Length > 0).ToList();
        var cuts = read.SelectMany(item => new[] { item.Start, item.Start + item.Length }).Append(0).Append(text.Length).Distinct().Order().ToList();
        var begins = read.ToLookup(item => item.Start, item => item.Key);
        var runs = new List<PlanRun>();

        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            runs.Add(new PlanRun(text[start..end], [.. read.Where(item => item.Start <= start && item.Start + item.Length >= end).Select(item => item.Key)], [.. begins[start]]));
        }

        return runs;
    }
}
