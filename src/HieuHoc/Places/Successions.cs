using System.Collections.Concurrent;

namespace HieuHoc.Places;

/// <summary>Who took over whom, through chains: the paths along which figures, records and permissions pass.</summary>
public sealed class Successions
{
    private readonly ILookup<int, PlaceSuccession> successors;
    private readonly ILookup<int, PlaceSuccession> predecessors;

    // A reading asks it of every place for every element of every year.
    private readonly ConcurrentDictionary<(int PlaceId, DateOnly Day), IReadOnlySet<int>> givers = new();

    public Successions(IEnumerable<PlaceSuccession> rows)
    {
        IReadOnlyList<PlaceSuccession> all = [.. rows];
        successors = all.OrderByDescending(row => row.IsDefault).ThenBy(row => row.ToId).ToLookup(row => row.FromId);
        predecessors = all.OrderBy(row => row.FromId).ToLookup(row => row.ToId);
        Days = [.. all.Select(row => row.EffectiveOn).Distinct().Order()];
    }

    /// <summary>The days on which successors began.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>To whom a place went when it ended, the default successor first; none while it exists.</summary>
    public IReadOnlyList<PlaceSuccession> Of(int placeId) => [.. successors[placeId]];

    /// <summary>True when the successors of a place began on this day.</summary>
    public bool EndsOn(int placeId, DateOnly day) => successors[placeId].Any(row => row.EffectiveOn == day);

    /// <summary>The places of a day in which a place lives on: itself where it still existed.</summary>
    public IReadOnlySet<int> HeirsOn(int placeId, DateOnly day) => Follow(
        placeId, id => [.. successors[id].Where(row => row.EffectiveOn <= day).Select(row => row.ToId)]);

    /// <summary>The places of a day from which a place of a later one comes: itself where it existed already.</summary>
    public IReadOnlySet<int> SourcesOn(int placeId, DateOnly day) => Follow(
        placeId, id => [.. predecessors[id].Where(row => row.EffectiveOn > day).Select(row => row.FromId)]);

    /// <summary>The sources of a day that passed figures on; one whose people all went elsewhere is none.</summary>
    internal IReadOnlySet<int> GiversOn(int placeId, DateOnly day) => givers.GetOrAdd((placeId, day), _ =>
    {
        var ends = Follow(placeId, Givers);

        // A place that began after the day and took nobody over had nothing to be given.
        return ends.Where(id => !predecessors[id].Any(row => row.EffectiveOn > day)).ToHashSet();

        IReadOnlyList<int> Givers(int id) => [.. predecessors[id].Where(row => row.EffectiveOn > day && row.Parts > 0).Select(row => row.FromId)];
    });

    /// <summary>The ends of all paths from a place.</summary>
    private static SortedSet<int> Follow(int placeId, Func<int, IReadOnlyList<int>> next)
    {
        var (ends, seen, waiting) = (new SortedSet<int>(), new HashSet<int>(), new Stack<int>([placeId]));

        while (waiting.TryPop(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            var following = next(id);

            if (following.Count == 0)
            {
                ends.Add(id);
            }

            foreach (var follower in following)
            {
                waiting.Push(follower);
            }
        }

        return ends;
    }
}
