using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

public static class TaskQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The tasks of the programme that the actor sees: of the province all, of an agency or a commune those in which it has a part, or had.</summary>
        public IQueryable<ProgrammeTask> TasksVisibleTo(Actor actor)
        {
            var (sees, agency, given, rows, owners) = (actor.May(Capability.SeeTasks), actor.OwnAgency, db.TaskAgencies, db.AnnualRows, db.Owners);
            var mine = db.AgenciesWithTasksOf(actor);

            return db.ProgrammeTasks.Where(task => sees && task.Owner == actor.Owner
                && ((agency == null && owners.Any(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId))
                    || given.Any(part => part.Owner == actor.Owner && part.TaskId == task.Id && mine.Contains(part.ActingId ?? part.AgencyId))
                    // What was planned stays, though the agency has a part in it no longer.
                    || rows.Any(row => row.Owner == actor.Owner && row.TaskId == task.Id && mine.Contains(row.ActingId ?? row.AgencyId))));
        }

        /// <summary>The tasks that the actor gives and changes: who runs the programme, for the province.</summary>
        public IQueryable<ProgrammeTask> TasksKeptBy(Actor actor)
        {
            var (keeps, owners) = (actor.May(Capability.KeepPlans), db.Owners);

            return db.TasksVisibleTo(actor).Where(task => keeps && owners.Any(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId));
        }

        /// <summary>The rows of the annual plans of those agencies whose tasks the actor sees.</summary>
        public IQueryable<AnnualRow> AnnualRowsVisibleTo(Actor actor)
        {
            var sees = actor.May(Capability.SeeTasks);
            var mine = db.AgenciesWithTasksOf(actor);

            return db.AnnualRows.Where(row => sees && row.Owner == actor.Owner && mine.Contains(row.ActingId ?? row.AgencyId));
        }

        /// <summary>Of the rows that the actor sees those that they write in.</summary>
        public IQueryable<AnnualRow> AnnualRowsKeptBy(Actor actor)
        {
            var planned = db.AgenciesPlannedBy(actor);

            return db.AnnualRowsVisibleTo(actor).Where(row => planned.Contains(row.ActingId ?? row.AgencyId));
        }

        /// <summary>
        /// The agencies whose tasks the actor sees, those that ended and went over included: who stays in an agency sees that one with its
        /// divisions, the province all, a commune its people's committee.
        /// </summary>
        public IQueryable<int> AgenciesWithTasksOf(Actor actor)
        {
            if (actor.OwnAgency is { } own)
            {
                return db.AgencyReaches.Where(reach => reach.AncestorId == own).Select(reach => reach.AgencyId);
            }

            var owners = db.Owners.Where(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId);
            var places = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => (int?)reach.PlaceId);
            var working = db.Agencies.Where(agency => places.Contains(agency.PlaceId) && (agency.Kind == AgencyKind.PeoplesCommittee || owners.Any())).Select(agency => agency.Id);

            return db.AgencyReaches.Where(reach => working.Contains(reach.AncestorId)).Select(reach => reach.AgencyId);
        }

        /// <summary>The agencies whose annual plans the actor draws up: the own one, or that of the commune; the standing agency those of all.</summary>
        public IQueryable<int> AgenciesPlannedBy(Actor actor)
        {
            var keeps = actor.May(Capability.KeepAnnualPlans);

            if (actor.Role is Role.StandingAgency or Role.CommuneOfficer)
            {
                return db.AgenciesWithTasksOf(actor).Where(_ => keeps);
            }

            var own = actor.AgencyId;

            return db.AgencyReaches.Where(reach => keeps && reach.AncestorId == own).Select(reach => reach.AgencyId);
        }

        /// <summary>True for who gives the tasks of the programme.</summary>
        public async Task<bool> KeepsTasksAsync(Actor actor, CancellationToken ct) =>
            actor.May(Capability.KeepPlans) && await db.Owners.AnyAsync(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId, ct);
    }
}
