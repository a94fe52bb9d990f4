namespace HieuHoc.Places;

/// <summary>Works out who reaches whom from who belongs to whom and who succeeded whom.</summary>
public static class Reach
{
    /// <summary>
    /// Every place with itself and all above it. An ended place leads on to its successors, all of them where it was
    /// split, and through chains of successions; one that ended without a successor (the districts of 2025) leads on to
    /// the place that it last belonged to. In the order of the key.
    /// </summary>
    /// <param name="parents">Of each place its parent of today, of an ended one the last it had; none for the country.</param>
    public static IEnumerable<PlaceReach> Of(
        IEnumerable<int> places,
        IEnumerable<(int PlaceId, int ParentId)> parents,
        IEnumerable<(int FromId, int ToId)> successions)
    {
        var parentOf = parents.ToDictionary(pair => pair.PlaceId, pair => pair.ParentId);
        var successorsOf = successions.ToLookup(pair => pair.FromId, pair => pair.ToId);

        foreach (var place in places.Order())
        {
            foreach (var ancestor in Above(place))
            {
                yield return new PlaceReach { PlaceId = place, AncestorId = ancestor };
            }
        }

        SortedSet<int> Above(int place)
        {
            var reached = new SortedSet<int>();
            var waiting = new Stack<int>([place]);

            while (waiting.TryPop(out var next))
            {
                if (!reached.Add(next))
                {
                    continue;
                }

                foreach (var following in Following(next))
                {
                    waiting.Push(following);
                }
            }

            return reached;
        }

        IEnumerable<int> Following(int place) =>
            successorsOf.Contains(place) ? successorsOf[place]
            : parentOf.TryGetValue(place, out var parent) ? [parent]
            : [];
    }
}
