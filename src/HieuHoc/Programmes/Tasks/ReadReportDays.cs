using System.Globalization;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>A day by which a confirmed plan asks for a report.</summary>
/// <param name="By">Who owes it, of those whose duties the actor sees; empty where it is the standing agency.</param>
public sealed record ReportDay(DateOnly Day, ConfirmedPlan Plan, PlanReport Report, IReadOnlyList<string> By);

/// <summary>
/// Reads the days by which confirmed plans ask for reports: of the agency under whose duties the plan asks for it, else of the standing
/// agency. What a round asks of the same for that day is the round's.
/// </summary>
public sealed class ReadReportDays(HieuHocDb db, PlanShelf shelf, ProgrammeClock clock)
{
    /// <summary>Those of a year from today on, of what is owed once also later ones, for whoever owes the reports and for who runs the programme.</summary>
    public async Task<IReadOnlyList<ReportDay>> ComingAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.SeeTasks))
        {
            return [];
        }

        var today = clock.Now.Day;
        var days = (from plan in await shelf.HoldingAsync(db, actor.Owner, ct)
                    from report in plan.Content.Reporting
                    from day in DaysOf(report, plan.Content.Document)
                    where day >= today && (report.DueYear is not null || day < today.AddYears(1))
                    select (Day: day, Plan: plan, Report: report)).ToList();

        if (days.Count == 0)
        {
            return [];
        }

        var byName = await db.AgenciesByNameAsync(actor.Owner, today, ct);
        var mine = await db.AgenciesWithTasksOf(actor).ToHashSetAsync(ct);
        var province = await db.OwnerPlaceAsync(actor.Owner, ct);
        var runs = actor.OwnAgency is null && actor.PlaceId == province;
        var owing = days.ConvertAll(day => (Of: day, By: OwedBy(day.Plan.Content, day.Report, byName)));
        var known = owing.SelectMany(one => one.By).Distinct().ToList();
        var names = await db.AgencyNamesAsync(known, today, ct);
        var asked = await AskedAsync(actor, ct);
        var places = await db.Agencies.Where(agency => agency.Kind == AgencyKind.PeoplesCommittee && EF.Parameter(known).Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.PlaceId, ct);

        return
        [
            .. from one in owing
               let still = one.By.Where(agency => mine.Contains(agency) && !IsAsked(one.Of.Day, one.Of.Report, agency, places.GetValueOrDefault(agency))).ToList()
               where still.Count > 0 || (one.By.Count == 0 && runs && !IsAsked(one.Of.Day, one.Of.Report, province, null))
               orderby one.Of.Day, one.Of.Plan.Id.Value
               select new ReportDay(one.Of.Day, one.Of.Plan, one.Of.Report, [.. still.Select(agency => names[agency]).Order(Vietnamese.Order)]),
        ];

        // The last day of a round is the last in time; "before the 15th" is the 14th.
        bool IsAsked(DateOnly day, PlanReport report, int subject, int? place) => new[] { subject, place ?? subject }
            .Any(one => asked.Contains((one, day)) || (report.Before is true && asked.Contains((one, day.AddDays(-1)))));
    }

    /// <summary>The days that a report is owed; of what names no year those of the years of the plan.</summary>
    public static IEnumerable<DateOnly> DaysOf(PlanReport report, PlanHead head)
    {
        if (report is not { DueMonth: { } month, DueDay: { } day })
        {
            return [];
        }

        var (first, last) = report.DueYear is { } year ? (year, year) : YearsOf(head);

        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(of => new DateOnly(of, month, Math.Min(day, DateTime.DaysInMonth(of, month))));
    }

    /// <summary>The years of a plan; of one that names none that of its issue.</summary>
    private static (int First, int Last) YearsOf(PlanHead head)
    {
        var first = head.Period?.From ?? head.IssuedOn?.Year ?? head.Period?.To;

        return first is { } from ? (from, head.Period?.To ?? from) : (1, 0);
    }

    /// <summary>Whom a plan asks for a report: the agencies under whose duties it stands; nobody where it stands by itself, or nobody can say who is meant.</summary>
    private static IReadOnlyList<int> OwedBy(PlanContent plan, PlanReport report, AgenciesByName byName)
    {
        var under = plan.Assignments.Where(given => given.Clause.Length > 0 && $"{report.Clause}.".StartsWith($"{given.Clause}.", StringComparison.Ordinal))
            .GroupBy(given => given.Clause.Length).MaxBy(same => same.Key)?.ToList() ?? [];

        // Agencies of bullets have one clause: the words of their duties tell whose the report is.
        var telling = under.Count > 1 ? under.FindAll(given => (given.Duties ?? []).Any(duty => Tells(duty, report))) : under;

        return [.. telling.SelectMany(given => given.Agencies is { Count: > 0 } linked ? linked.SelectMany(byName.Standing) : byName.SideBySide(given.Agency).SelectMany(Meant)).Distinct()];

        IReadOnlyList<int> Meant(string name) => byName.All(name) is { Count: > 0 } all ? all : byName.Meant(name) is [var only] ? [only] : [];
    }

    /// <summary>True of a duty to report that names the day: 5/12, ngày 05 tháng 12.</summary>
    private static bool Tells(string duty, PlanReport report) =>
        Vietnamese.Fold(duty) is var words && words.Contains("bao cao", StringComparison.Ordinal)
        && Regex.IsMatch(words, string.Create(CultureInfo.InvariantCulture, $@"(?<!\d)0?{report.DueDay}\s*(/|-|thang)\s*0?{report.DueMonth}(?!\d)"), RegexOptions.CultureInvariant);

    /// <summary>Of which subjects rounds ask something by which day.</summary>
    private async Task<HashSet<(int Subject, DateOnly Day)>> AskedAsync(Actor actor, CancellationToken ct)
    {
        var since = clock.Now.Day.AddDays(-1);
        var returns = await db.ReturnsVisibleTo(actor).Owed().Where(@return => @return.DueOn >= since).Select(@return => new { @return.SubjectId, @return.DueOn }).Distinct().ToListAsync(ct);

        return [.. returns.Select(@return => (@return.SubjectId, @return.DueOn))];
    }
}
