using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

/// <summary>An agency with what held of it on a day.</summary>
public sealed record AgencyOnDay(
    int Id, string Code, AgencyLevel Level, AgencyKind Kind, int? PlaceId, string Name, string? ShortName, int? ParentId, bool Confirmed);

/// <summary>Agencies as they were on a day.</summary>
public static class AgencyQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The agencies that existed on a day.</summary>
        public IQueryable<Agency> AgenciesOn(DateOnly day) => db.Agencies.Where(agency =>
            (agency.ValidFrom == null || agency.ValidFrom <= day) && (agency.ValidTo == null || agency.ValidTo >= day));

        /// <summary>Chosen agencies with what they were called on a day and what they belonged to; those without a name then are left out.</summary>
        public IQueryable<AgencyOnDay> WithNamesOn(IQueryable<Agency> agencies, DateOnly day)
        {
            var names = db.AgencyNames.HoldingOn(day);
            var parents = db.AgencyParents.HoldingOn(day);

            return
                from agency in agencies
                join name in names on agency.Id equals name.AgencyId
                join above in parents on agency.Id equals above.AgencyId into aboves
                from parent in aboves.DefaultIfEmpty()
                select new AgencyOnDay(
                    agency.Id,
                    agency.Code,
                    agency.Level,
                    agency.Kind,
                    agency.PlaceId,
                    name.Name,
                    name.ShortName,
                    parent == null ? null : parent.ParentId,
                    agency.Confirmed);
        }

        /// <summary>The agency of a number on a day, or on its last; null when there is none or it began later.</summary>
        public async Task<AgencyOnDay?> AgencyOnDayAsync(int id, DateOnly day, CancellationToken ct)
        {
            var last = await db.Agencies.Where(agency => agency.Id == id).Select(agency => agency.ValidTo).SingleOrDefaultAsync(ct);
            var then = last < day ? last.Value : day;

            return await db.WithNamesOn(db.AgenciesOn(then).Where(agency => agency.Id == id), then).SingleOrDefaultAsync(ct);
        }

        /// <summary>The agencies of these kinds on a day, for a round or a short form that is asked of kinds; in the order of their numbers.</summary>
        public IQueryable<Agency> AgenciesOfKinds(IReadOnlyCollection<AgencyKind> kinds, DateOnly day) =>
            db.AgenciesOn(day).Where(agency => kinds.Contains(agency.Kind)).OrderBy(agency => agency.Id);

        /// <summary>The agencies of a place and of all under it, their predecessors included, whenever they existed.</summary>
        public IQueryable<Agency> AgenciesUnder(int placeId)
        {
            var places = db.PlaceReaches.Where(reach => reach.AncestorId == placeId).Select(reach => (int?)reach.PlaceId);
            var working = db.Agencies.Where(agency => places.Contains(agency.PlaceId)).Select(agency => agency.Id);
            var reaching = db.AgencyReaches.Where(reach => working.Contains(reach.AncestorId)).Select(reach => reach.AgencyId);

            return db.Agencies.Where(agency => reaching.Contains(agency.Id));
        }

        /// <summary>
        /// Who answers on a day for a matter that an agency answered for: the agency itself while it keeps it, else its
        /// successor, through chains of successions. Empty when nobody took the matter over by then.
        /// </summary>
        public async Task<IReadOnlyList<AgencyOnDay>> SuccessorsAsync(int agencyId, string matter, DateOnly day, CancellationToken ct)
        {
            var successions = (await db.AgencySuccessions.AsNoTracking().Where(succession => succession.EffectiveOn <= day).ToListAsync(ct))
                .ToLookup(succession => succession.FromId);
            var (found, waiting, seen) = (new List<int>(), new Stack<int>([agencyId]), new HashSet<int>());

            while (waiting.TryPop(out var next))
            {
                if (!seen.Add(next))
                {
                    continue;
                }

                var named = successions[next].Where(succession => succession.Matter == matter).ToList();
                var following = named.Count > 0 ? named : successions[next].Where(succession => succession.Matter == AgencySuccession.Everything).ToList();
                following.ForEach(succession => waiting.Push(succession.ToId));

                if (following.Count == 0)
                {
                    found.Add(next);
                }
            }

            var agencies = await db.WithNamesOn(db.AgenciesOn(day).Where(agency => found.Contains(agency.Id)), day).ToListAsync(ct);

            return [.. agencies.OrderBy(agency => agency.Id)];
        }

        /// <summary>What one subject is called on a day, or was on its last, or is at first; null when there is none.</summary>
        public async Task<string?> SubjectNameAsync(int id, DateOnly day, CancellationToken ct) =>
            (await db.PlaceOnDayAsync(id, day, ct))?.FullName ?? (await db.AgencyOnDayAsync(id, day, ct))?.Name
            ?? await db.PlaceNames.Where(name => name.PlaceId == id).OrderBy(name => name.ValidFrom).Select(name => name.FullName).FirstOrDefaultAsync(ct);

        /// <summary>
        /// What subjects are called on a day, places and agencies alike: a return or a figure may be about either. Of a place
        /// that had ended by then its last name, of one that began later its first.
        /// </summary>
        public IQueryable<SubjectName> SubjectNamesOn(DateOnly day)
        {
            var places = db.PlaceNames.AsNoTracking()
                .Where(name => name.ValidFrom <= day || !db.Set<PlaceName>().Any(other => other.PlaceId == name.PlaceId && other.ValidFrom < name.ValidFrom))
                .Where(name => name.ValidTo == null || name.ValidTo >= day
                    || !db.Set<PlaceName>().Any(other => other.PlaceId == name.PlaceId && other.ValidFrom > name.ValidFrom));
            var agencies = db.AgencyNames.HoldingOn(day);

            // From the subject to its name: of one list after the other PostgreSQL would read every place of the country.
            return
                from subject in db.Set<Subject>().AsNoTracking()
                from place in places.Where(name => name.PlaceId == subject.Id).DefaultIfEmpty()
                from agency in agencies.Where(name => name.AgencyId == subject.Id).DefaultIfEmpty()
                where place != null || agency != null
                select new SubjectName
                {
                    SubjectId = subject.Id,
                    Name = place != null ? place.Name : agency.Name,
                    FullName = place != null ? place.FullName : agency.Name,
                };
        }
    }

    /// <summary>The facts that hold on a day; one without a first day always did.</summary>
    public static IQueryable<T> HoldingOn<T>(this IQueryable<T> facts, DateOnly day)
        where T : AgencyFact =>
        facts.AsNoTracking().Where(fact => (fact.ValidFrom == null || fact.ValidFrom <= day) && (fact.ValidTo == null || fact.ValidTo >= day));
}

/// <summary>What a subject is called.</summary>
public sealed record SubjectName
{
    public required int SubjectId { get; init; }

    /// <summary>Without the kind of a place, so that lists sort by it.</summary>
    public required string Name { get; init; }

    public required string FullName { get; init; }
}
