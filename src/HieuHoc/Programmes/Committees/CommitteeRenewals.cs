using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

/// <summary>A decision with its list.</summary>
public sealed record DecidedMembership(CommitteeDecision Decision, IReadOnlyList<CommitteeMember> Members);

/// <summary>What a renewal made of the membership before it.</summary>
/// <param name="Changed">Who stayed in another duty: as before, and as now.</param>
public sealed record CommitteeRenewal(
    IReadOnlyList<CommitteeMember> Joined, IReadOnlyList<CommitteeMember> Left, IReadOnlyList<(CommitteeMember Before, CommitteeMember Now)> Changed)
{
    public bool IsNothing => Joined.Count + Left.Count + Changed.Count == 0;
}

/// <summary>How a committee stands toward the last re-arrangement of its place.</summary>
public enum CommitteeStanding
{
    /// <summary>No decision about a committee of the place is known.</summary>
    None,

    /// <summary>Its last decision is older than its place as it is now: posts and places that it names are gone.</summary>
    NotRenewed,

    /// <summary>Set up or renewed since.</summary>
    Renewed,

    /// <summary>Its place ended.</summary>
    Ended,
}

/// <summary>Who sat on a committee when; worked out from its decisions, and kept nowhere.</summary>
public static class CommitteeRenewals
{
    /// <summary>The membership as it stood on a day; null before the first decision.</summary>
    public static DecidedMembership? OnDay(IEnumerable<DecidedMembership> decisions, DateOnly day) =>
        decisions.Where(decided => decided.Decision.DecidedOn <= day).MaxBy(decided => decided.Decision.DecidedOn);

    /// <summary>Who joined, who left and whose duty is another. People are told apart by their names; of two of one name each counts.</summary>
    public static CommitteeRenewal Between(IReadOnlyList<CommitteeMember> before, IReadOnlyList<CommitteeMember> now)
    {
        var (joined, changed) = (new List<CommitteeMember>(), new List<(CommitteeMember, CommitteeMember)>());
        var waiting = before.GroupBy(Key).ToDictionary(same => same.Key, same => same.ToList());

        foreach (var member in now)
        {
            if (!waiting.TryGetValue(Key(member), out var same) || same.Count == 0)
            {
                joined.Add(member);

                continue;
            }

            // Of two of one name the one of the same duty stayed.
            var stayed = same.Find(other => other.Duty == member.Duty) ?? same[0];
            same.Remove(stayed);

            if (stayed.Duty != member.Duty)
            {
                changed.Add((stayed, member));
            }
        }

        return new CommitteeRenewal(joined, [.. waiting.Values.SelectMany(left => left).OrderBy(member => member.Position)], changed);
    }

    /// <summary>How a committee stands whose last decision is of this day.</summary>
    /// <param name="placeSince">The day from which its place is what it is, and belongs to what it belongs to; null where the place has ended.</param>
    public static CommitteeStanding Of(DateOnly? last, DateOnly? placeSince) => (last, placeSince) switch
    {
        (null, _) => CommitteeStanding.None,
        (_, null) => CommitteeStanding.Ended,
        ({ } day, { } since) => day < since ? CommitteeStanding.NotRenewed : CommitteeStanding.Renewed,
    };

    private static string Key(CommitteeMember member) => Vietnamese.Fold(member.Name);
}
