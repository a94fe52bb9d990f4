using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What happens on a day of a round.</summary>
public enum CalendarKind
{
    Opens,

    /// <summary>The figures are as of the end of this day.</summary>
    CutOff,

    /// <summary>Who has not sent is reminded.</summary>
    Remind,

    /// <summary>The last day in time.</summary>
    Due,

    /// <summary>The last day in time of those who were given more.</summary>
    Extended,

    Closed,
}

/// <summary>A day of a round, for whoever looks.</summary>
/// <param name="Level">Whose last day it is; null where the day is everybody's.</param>
/// <param name="Count">How many returns that the actor sees have this last day, or are not sent and reminded of.</param>
public sealed record CalendarDay(DateOnly Day, CalendarKind Kind, Round Round, SubjectLevel? Level = null, int Count = 0);

/// <summary>Reads the days of rounds: opening, cut-off, last days with their extensions, reminders to come, closing.</summary>
public sealed class ReadRoundCalendar(HieuHocDb db, PackShelf shelf, ReadReminders readReminders, ProgrammeClock clock)
{
    /// <summary>The days in their order, of the returns that the actor sees.</summary>
    public async Task<IReadOnlyList<CalendarDay>> RunAsync(IReadOnlyList<Round> rounds, Actor actor, CancellationToken ct)
    {
        var ids = rounds.Select(round => round.Id).ToList();
        var plan = await readReminders.PlanAsync(actor.Owner, ct);
        var owed = await db.ReturnsVisibleTo(actor).Owed().Where(@return => ids.Contains(@return.RoundId))
            .GroupBy(@return => new { @return.RoundId, @return.FormPackId, @return.DueOn, @return.State })
            .Select(same => new { same.Key.RoundId, same.Key.FormPackId, same.Key.DueOn, same.Key.State, Count = same.Count() })
            .ToListAsync(ct);
        var asked = (await db.RoundForms.AsNoTracking().Where(form => form.Owner == actor.Owner && ids.Contains(form.RoundId)).ToListAsync(ct))
            .ToDictionary(form => (form.RoundId, form.FormPackId), form => form.DueOn);
        var days = new List<CalendarDay>();

        foreach (var round in rounds)
        {
            days.AddRange(Fixed(round));

            foreach (var due in owed.Where(row => row.RoundId == round.Id).GroupBy(row => (row.FormPackId, row.DueOn)))
            {
                var level = (await db.FormAsync(shelf, due.Key.FormPackId, ct)).Level;
                var kind = asked[(round.Id, due.Key.FormPackId)] == due.Key.DueOn ? CalendarKind.Due : CalendarKind.Extended;
                days.Add(new CalendarDay(due.Key.DueOn, kind, round, level, due.Sum(row => row.Count)));
                days.AddRange(Reminders(round, plan, due.Key.DueOn, due.Where(row => !ReturnSteps.Arrived.Contains(row.State)).Sum(row => row.Count)));
            }
        }

        return [.. days.GroupBy(day => (day.Day, day.Kind, day.Round.Id, day.Level)).Select(Together)
            .OrderBy(day => day.Day).ThenBy(day => day.Kind).ThenBy(day => day.Round.Code, StringComparer.Ordinal).ThenBy(day => day.Level)];
    }

    private static IEnumerable<CalendarDay> Fixed(Round round)
    {
        yield return new CalendarDay(round.OpensOn, CalendarKind.Opens, round);
        yield return new CalendarDay(round.CutOffOn, CalendarKind.CutOff, round);

        if (round.ClosedAt is { } closed)
        {
            yield return new CalendarDay(ProgrammeClock.DayOf(closed), CalendarKind.Closed, round);
        }
    }

    /// <summary>The reminders of what is not sent now, from today on.</summary>
    private IEnumerable<CalendarDay> Reminders(Round round, RemindersPack? plan, DateOnly dueOn, int unsent) =>
        plan is null || unsent == 0 || round.ClosedAt is not null
            ? []
            : plan.UpTo(dueOn).Where(day => day >= clock.Now.Day).Select(day => new CalendarDay(day, CalendarKind.Remind, round, Count: unsent));

    private static CalendarDay Together(IEnumerable<CalendarDay> same)
    {
        var all = same.ToList();

        return all[0] with { Count = all.Sum(day => day.Count) };
    }
}
