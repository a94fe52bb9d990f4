using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>Who stands on a day for agencies that ended, whatever the matter.</summary>
public sealed class AgencyHeirs
{
    private readonly HashSet<int> ended;
    private readonly ILookup<int, int> following;

    internal AgencyHeirs(HashSet<int> ended, ILookup<int, int> following) => (this.ended, this.following) = (ended, following);

    /// <summary>
    /// The agency itself while it exists; else all who took something over from it, through chains of successions. Empty when it ended
    /// and nobody did.
    /// </summary>
    public IReadOnlyList<int> Of(int agencyId)
    {
        var (found, waiting, seen) = (new SortedSet<int>(), new Stack<int>([agencyId]), new HashSet<int>());

        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (!ended.Contains(next))
            {
                found.Add(next);

                continue;
            }

            foreach (var heir in following[next])
            {
                waiting.Push(heir);
            }
        }

        return [.. found];
    }

    /// <summary>The one that stands for it; the agency itself where nobody, or more than one, took over from it.</summary>
    public int For(int agencyId) => Of(agencyId) is [var only] ? only : agencyId;
}

public static class AgencyHeirQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>Who stands on a day for agencies that ended by then.</summary>
        public async Task<AgencyHeirs> AgencyHeirsAsync(DateOnly day, CancellationToken ct)
        {
            var ended = await db.Agencies.Where(agency => agency.ValidTo < day).Select(agency => agency.Id).ToHashSetAsync(ct);
            var successions = await db.AgencySuccessions.AsNoTracking().Where(succession => succession.EffectiveOn <= day)
                .Select(succession => new { succession.FromId, succession.ToId }).ToListAsync(ct);

            return new AgencyHeirs(ended, successions.ToLookup(succession => succession.FromId, succession => succession.ToId));
        }

        /// <summary>What agencies are called on a day, or were on their last.</summary>
        public async Task<IReadOnlyDictionary<int, string>> AgencyNamesAsync(IReadOnlyCollection<int> agencies, DateOnly day, CancellationToken ct) =>
            (await db.AgencyNames.AsNoTracking().Where(name => EF.Parameter(agencies).Contains(name.AgencyId) && (name.ValidFrom == null || name.ValidFrom <= day)).ToListAsync(ct))
                .GroupBy(name => name.AgencyId)
                .ToDictionary(names => names.Key, names => names.MaxBy(name => name.ValidTo ?? DateOnly.MaxValue)!.Name);
    }
}
