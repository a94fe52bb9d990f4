using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

public static class MoneyQueries
{
    /// <summary>The first year that the product keeps money of.</summary>
    public const int FirstYear = 2010;

    private const int LastYear = 9998;

    /// <summary>The kinds of the province's agencies that are asked what money they need.</summary>
    private static readonly AgencyKind[] Asked =
        [AgencyKind.Department, AgencyKind.StudyPromotion, AgencyKind.Association, AgencyKind.MassOrganisation, AgencyKind.ArmedForces, AgencyKind.Press];

    /// <summary>True of a year that money is kept of.</summary>
    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    extension(HieuHocDb db)
    {
        /// <summary>
        /// The places and agencies whose budget the actor sees: the own agency with its divisions for who stays in one, the own alone
        /// for the Association, else the place with all under it and the agencies there.
        /// </summary>
        public IQueryable<int> BudgetsVisibleTo(Actor actor) =>
            actor.Role is Role.AssociationOfficer ? db.Set<Subject>().Where(subject => subject.Id == actor.OwnSubject).Select(subject => subject.Id) : db.FundKeepersVisibleTo(actor);

        /// <summary>The places and agencies whose fund books the actor sees: the same, and for the Association all of its place too.</summary>
        public IQueryable<int> FundKeepersVisibleTo(Actor actor)
        {
            var sees = actor.May(Capability.SeeMoney);

            if (actor.OwnAgency is { } agency)
            {
                return db.AgencyReaches.Where(reach => sees && reach.AncestorId == agency).Select(reach => reach.AgencyId);
            }

            var places = db.PlaceReaches.Where(reach => sees && reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var agencies = db.Agencies.Where(known => known.PlaceId != null && places.Contains(known.PlaceId.Value)).Select(known => known.Id);

            return places.Concat(agencies);
        }

        /// <summary>The rounds of budget requests of the programme.</summary>
        public IQueryable<BudgetRound> BudgetRoundsVisibleTo(Actor actor) =>
            db.BudgetRounds.Where(round => round.Owner == actor.Owner && actor.May(Capability.SeeMoney));

        /// <summary>The requests of the places and agencies that the actor sees.</summary>
        public IQueryable<BudgetRequest> BudgetRequestsVisibleTo(Actor actor)
        {
            var subjects = db.BudgetsVisibleTo(actor);

            return db.BudgetRequests.Where(request => request.Owner == actor.Owner && subjects.Contains(request.SubjectId));
        }

        /// <summary>The allocations and spendings of the places and agencies that the actor sees.</summary>
        public IQueryable<BudgetEntry> BudgetEntriesVisibleTo(Actor actor)
        {
            var subjects = db.BudgetsVisibleTo(actor);

            return db.BudgetEntries.Where(entry => entry.Owner == actor.Owner && subjects.Contains(entry.SubjectId));
        }

        /// <summary>The same of a year, with those that correct one of the year into another.</summary>
        public IQueryable<BudgetEntry> BudgetEntriesOf(int year, Actor actor)
        {
            var entries = db.BudgetEntriesVisibleTo(actor).AsNoTracking();

            return entries.Where(entry => entry.Year == year || entries.Any(wrong => wrong.Id == entry.Corrects && wrong.Year == year));
        }

        /// <summary>The tasks that money of a year may be for: those that the actor sees and that are worked at in it.</summary>
        public IQueryable<ProgrammeTask> TasksToPayFor(int year, Actor actor) =>
            db.TasksVisibleTo(actor).Where(task => task.FromYear <= year && year <= task.ToYear && (task.DueOn == null || year <= task.DueOn.Value.Year));

        /// <summary>The funds whose books the actor sees.</summary>
        public IQueryable<StudyFund> StudyFundsVisibleTo(Actor actor)
        {
            var keepers = db.FundKeepersVisibleTo(actor);

            return db.StudyFunds.Where(fund => fund.Owner == actor.Owner && keepers.Contains(fund.SubjectId));
        }

        /// <summary>Who is asked for a request on a day: the communes of a province and its agencies of the kinds that have money.</summary>
        internal async Task<IReadOnlyList<int>> AskedForBudgetsAsync(int province, DateOnly day, CancellationToken ct)
        {
            var agencies = db.AgenciesOn(day)
                .Where(agency => agency.PlaceId == province && agency.Level == AgencyLevel.Province && Asked.Contains(agency.Kind)).Select(agency => agency.Id);

            return [.. await db.CommunesUnder(province, PlaceLevel.Province, day).OrderBy(id => id).ToListAsync(ct), .. await agencies.OrderBy(id => id).ToListAsync(ct)];
        }
    }
}
