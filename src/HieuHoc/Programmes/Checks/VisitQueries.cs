using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>A place or an agency that may be visited, or named by a finding.</summary>
public sealed record VisitedUnit(int Id, string Name, bool IsAgency);

public static class VisitQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The visits that the actor sees with all that was found: those that their office keeps or that visit their part; who does
        /// not stay in an agency also those that offices under their place keep.
        /// </summary>
        public IQueryable<Visit> VisitsSeenWhole(Actor actor)
        {
            var (sees, own) = (actor.May(Capability.SeeVisits), db.SubjectsOf(actor));

            if (actor.OwnAgency is not null)
            {
                return db.Visits.Where(visit => sees && visit.Owner == actor.Owner && (own.Contains(visit.VisitedId) || (visit.AgencyId != null && own.Contains(visit.AgencyId.Value))));
            }

            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

            return db.Visits.Where(visit => sees && visit.Owner == actor.Owner && (reached.Contains(visit.PlaceId) || own.Contains(visit.VisitedId)));
        }

        /// <summary>The same, and those of which a finding names the actor's part.</summary>
        public IQueryable<Visit> VisitsVisibleTo(Actor actor)
        {
            var (whole, named) = (db.VisitsSeenWhole(actor).Select(visit => visit.Id), db.FindingsNaming(actor).Select(finding => finding.VisitId));

            return db.Visits.Where(visit => visit.Owner == actor.Owner && (whole.Contains(visit.Id) || named.Contains(visit.Id)));
        }

        /// <summary>Of the visits that the actor sees those of their own office, which they plan, carry out and follow up.</summary>
        public IQueryable<Visit> VisitsKeptBy(Actor actor)
        {
            var (keeps, agency) = (actor.May(Capability.KeepVisits), actor.OwnAgency);
            var within = db.AgencyReaches.Where(reach => reach.AncestorId == agency).Select(reach => (int?)reach.AgencyId);

            return db.VisitsSeenWhole(actor).Where(visit => keeps && visit.PlaceId == actor.PlaceId
                && (agency == null ? visit.AgencyId == null : within.Contains(visit.AgencyId)));
        }

        /// <summary>The findings of the visits that the actor sees whole, and those that name the actor's part.</summary>
        public IQueryable<Finding> FindingsVisibleTo(Actor actor)
        {
            var (whole, named) = (db.VisitsSeenWhole(actor).Select(visit => visit.Id), db.FindingsNaming(actor).Select(finding => finding.Id));

            return db.Findings.Where(finding => finding.Owner == actor.Owner && (whole.Contains(finding.VisitId) || named.Contains(finding.Id)));
        }

        /// <summary>
        /// The findings that the actor answers: those that name their agency or its divisions, or their place; a commune answers for
        /// the agencies there too, the province's people for none but their own.
        /// </summary>
        public IQueryable<Finding> FindingsAnsweredBy(Actor actor)
        {
            var answers = actor.May(Capability.AnswerFindings);
            var province = db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId);
            var within = db.AgencyReaches.Where(reach => reach.AncestorId == actor.AgencyId).Select(reach => reach.AgencyId);
            var there = db.Agencies.Where(agency => agency.PlaceId == actor.PlaceId && !province.Contains(actor.PlaceId)).Select(agency => agency.Id);
            var place = actor.OwnAgency is null ? actor.PlaceId : (int?)null;

            return db.FindingsVisibleTo(actor).Where(finding => answers
                && (within.Contains(finding.ResponsibleId) || (place != null && (finding.ResponsibleId == place || there.Contains(finding.ResponsibleId)))));
        }

        /// <summary>Whom the actor may visit and name: the communes under their place and the agencies that work for it, as on a day.</summary>
        public async Task<IReadOnlyList<VisitedUnit>> VisitedUnitsAsync(Actor actor, DateOnly day, CancellationToken ct)
        {
            var communes = (await db.ChildrenAsync(actor.PlaceId, day, ct)).Where(place => place.Level is PlaceLevel.Commune);
            var agencies = await db.WithNamesOn(db.AgenciesOn(day).Where(agency => agency.PlaceId == actor.PlaceId), day).ToListAsync(ct);

            return
            [
                .. communes.Select(place => new VisitedUnit(place.Id, place.FullName, IsAgency: false)),
                .. agencies.OrderBy(agency => agency.Name, Vietnamese.Order).ThenBy(agency => agency.Id).Select(agency => new VisitedUnit(agency.Id, agency.Name, IsAgency: true)),
            ];
        }

        /// <summary>A visit that the actor keeps, or why not.</summary>
        internal async Task<Outcome<Visit>> KeptVisitAsync(VisitId id, Actor actor, CancellationToken ct)
        {
            if (await db.VisitsKeptBy(actor).SingleOrDefaultAsync(visit => visit.Id == id, ct) is { } kept)
            {
                return kept;
            }

            return await db.VisitsVisibleTo(actor).AnyAsync(visit => visit.Id == id, ct) ? new VisitNotYoursToChange() : new VisitNotFound();
        }

        /// <summary>What a visit looks at, in the order of the list.</summary>
        internal IQueryable<VisitPoint> PointsOf(Visit visit) =>
            db.VisitPoints.Where(point => point.Owner == visit.Owner && point.VisitId == visit.Id).OrderBy(point => point.Number);

        /// <summary>The findings that name the actor's part.</summary>
        private IQueryable<Finding> FindingsNaming(Actor actor)
        {
            var (sees, own) = (actor.May(Capability.SeeVisits), db.SubjectsOf(actor));

            return db.Findings.Where(finding => sees && finding.Owner == actor.Owner && own.Contains(finding.ResponsibleId));
        }
    }
}
