using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

public static class ReportQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The reports of the actor's province and programme that their role writes.</summary>
        public IQueryable<Report> ReportsWrittenBy(Actor actor)
        {
            var (writes, all) = (actor.May(Capability.BuildReports), actor.Role is Role.StandingAgency);

            return db.Reports.Where(report => writes && report.Owner == actor.Owner && report.PlaceId == actor.PlaceId
                && (actor.Programme == null || report.Programme == actor.Programme)
                && (all || report.Writer == ReportWriter.Association));
        }

        /// <summary>Those that the actor writes; for who writes none, the locked ones: a draft is of its writers alone.</summary>
        public IQueryable<Report> ReportsVisibleTo(Actor actor) =>
            actor.May(Capability.BuildReports) ? db.ReportsWrittenBy(actor) : db.ReportsSentBeside(actor);

        /// <summary>
        /// The locked reports of the actor's province and programme. Who stays in an agency sees those that somebody of it, or of its
        /// divisions, has the office to write.
        /// </summary>
        private IQueryable<Report> ReportsSentBeside(Actor actor)
        {
            var (sees, agency, grants) = (actor.May(Capability.SeeReports), actor.OwnAgency, db.RoleGrants);
            var within = db.AgencyReaches.Where(reach => reach.AncestorId == agency).Select(reach => (int?)reach.AgencyId);

            return db.Reports.Where(report => sees && report.State == ReportState.Locked
                && report.Owner == actor.Owner && report.PlaceId == actor.PlaceId
                && (actor.Programme == null || report.Programme == actor.Programme)
                && (agency == null || grants.Any(grant => grant.Owner == report.Owner && within.Contains(grant.AgencyId)
                    && (grant.Programme == null || grant.Programme == report.Programme)
                    && (grant.Role == Role.StandingAgency || (grant.Role == Role.AssociationOfficer && report.Writer == ReportWriter.Association)))));
        }

        /// <summary>The other versions of the same report, the newest first.</summary>
        public IQueryable<Report> VersionsOf(Report report) => db.Reports
            .Where(other => other.Owner == report.Owner && other.Programme == report.Programme && other.Variant == report.Variant
                && other.PeriodId == report.PeriodId && other.Id != report.Id)
            .OrderByDescending(other => other.Number);

        /// <summary>What was written in a report, in the place of drafted sentences.</summary>
        public Task<List<ReportText>> TextsOfAsync(Report report, CancellationToken ct) => db.ReportTexts.AsNoTracking()
            .Where(text => text.Owner == report.Owner && text.ReportId == report.Id).OrderBy(text => text.Section).ToListAsync(ct);

        /// <summary>The report of what a record says, as of an instant or of now.</summary>
        public async Task<ReportAsked> AskedByAsync(Report report, DateTime? asOf, CancellationToken ct)
        {
            var period = await db.Periods.AsNoTracking().SingleAsync(period => period.Id == report.PeriodId, ct);
            var texts = await db.TextsOfAsync(report, ct);

            return new ReportAsked(report.PlaceId, period.LastDay.Year)
            {
                Programme = report.Programme,
                Variant = report.Variant,
                AsOf = asOf,
                Boundaries = report.Boundaries,
                Written = texts.Where(text => text.Text is not null).ToDictionary(text => text.Section, text => text.Text!),
            };
        }

        /// <summary>Saves, or says that somebody else changed the same report meanwhile.</summary>
        public async Task<Refusal?> SaveReportAsync(CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);

                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                return new ReportChangedMeanwhile();
            }
        }
    }
}
