using System.Text.Json;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>Where an item of a plan stands.</summary>
public enum PlanItemState
{
    /// <summary>Nobody has looked at it.</summary>
    Open,

    Accepted,
    Corrected,
    Dropped,
    Added,
}

/// <summary>An item of a plan as it stands.</summary>
/// <param name="Read">As it was read; null of an added one.</param>
/// <param name="Now">As it counts.</param>
/// <param name="Decided">The number of the last decision about it, an undoing too; 0 where there is none.</param>
public sealed record DraftItem(string Key, PlanItem? Read, PlanItem Now, PlanItemState State, int Decided)
{
    /// <summary>Where it stands in the text, in characters from 0; a length of 0 where it stands nowhere.</summary>
    public int Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public int Length { get; init; }

    /// <summary>Why it should be looked at twice.</summary>
    public IReadOnlyList<PlanDoubt> Doubts { get; init; } = [];

    /// <summary>True of what a person must look at by itself.</summary>
    public bool IsDoubtful => State is PlanItemState.Open && Doubts.Count > 0;

    /// <summary>True where it belongs to the plan.</summary>
    public bool IsKept => State is PlanItemState.Accepted or PlanItemState.Corrected or PlanItemState.Added;
}

/// <summary>A plan's items as they stand after all that was decided of them.</summary>
public sealed record PlanDraft(IReadOnlyList<DraftItem> Items, IReadOnlyList<PlanDoubt> Doubts)
{
    /// <summary>Applies the decisions, in their order, to what was read.</summary>
    public static PlanDraft Of(PlanReadingItems read, IReadOnlyList<PlanDecision> decisions)
    {
        var undone = decisions.Select(decision => decision.Undoes).OfType<int>().ToHashSet();
        var last = decisions.GroupBy(decision => decision.Item).ToDictionary(item => item.Key, item => item.Max(decision => decision.Number));
        var holding = decisions.Where(decision => decision.Undoes is null && !undone.Contains(decision.Number))
            .GroupBy(decision => decision.Item).ToDictionary(item => item.Key, item => item.MaxBy(decision => decision.Number)!);
        var known = read.Items.Select(item => Item(item, holding.GetValueOrDefault(item.Key), last.GetValueOrDefault(item.Key)));
        var added = holding.Values.Where(decision => IsAdded(decision.Item)).OrderBy(decision => decision.Number).Select(decision => Added(decision, decisions, last[decision.Item]));

        // The kinds in their order, within them what was added behind what was read.
        return new PlanDraft([.. known.Concat(added).OrderBy(item => item.Now.Kind)], read.Doubts);
    }

    /// <summary>True of the key of an item that the reading overlooked.</summary>
    public static bool IsAdded(string key) => key.StartsWith("added-", StringComparison.Ordinal);

    /// <summary>The head, as it was read or as a person corrected it.</summary>
    public PlanHead Head => Items.Select(item => item.Now).OfType<PlanHead>().First(); // it is never dropped

    /// <summary>How many items nobody has looked at.</summary>
    public int Open => Items.Count(item => item.State is PlanItemState.Open);

    /// <summary>The item of a key; null where the plan has none.</summary>
    public DraftItem? Find(string key) => Items.FirstOrDefault(item => item.Key == key);

    private static DraftItem Item(ReadItem read, PlanDecision? decision, int last) =>
        new(read.Key, read.Item, decision?.Content is { } content ? Parse(content) : read.Item, StateOf(decision), last)
        {
            Start = read.Start,
            Length = read.Length,
            Doubts = read.Doubts,
        };

    /// <summary>What was added and then dropped is shown as it was when it was last written.</summary>
    private static DraftItem Added(PlanDecision holding, IReadOnlyList<PlanDecision> decisions, int last)
    {
        var written = holding.Content ?? decisions.Last(decision => decision.Item == holding.Item && decision.Number < holding.Number && decision.Content is not null).Content!;

        return new DraftItem(holding.Item, Read: null, Parse(written), StateOf(holding), last);
    }

    private static PlanItemState StateOf(PlanDecision? decision) => decision is null ? PlanItemState.Open : StateOf(decision.Verdict);

    private static PlanItemState StateOf(PlanVerdict verdict) => verdict switch
    {
        PlanVerdict.Accepted => PlanItemState.Accepted,
        PlanVerdict.Corrected => PlanItemState.Corrected,
        PlanVerdict.Dropped => PlanItemState.Dropped,
        PlanVerdict.Added => PlanItemState.Added,
        PlanVerdict.Undone => PlanItemState.Open,
    };

    private static PlanItem Parse(string content) => JsonSerializer.Deserialize<PlanItem>(content, Json.Compact)!; // we wrote it
}
