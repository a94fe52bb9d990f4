namespace HieuHoc.Returns;

/// <summary>
/// What becomes of a due day that falls on a Saturday or a Sunday. Public holidays move nothing: which days they are is decided
/// year by year, and whether a report's day moves with them the law leaves open; an office that wants it names another day.
/// </summary>
public enum WeekendRule
{
    /// <summary>The day stays; pages name the last working day before it.</summary>
    Strict,

    /// <summary>What arrives on the next working day is in time.</summary>
    NextWorkingDay,
}

/// <summary>Days from Monday to Friday, and what a due day makes of the others.</summary>
public static class WorkingDays
{
    /// <summary>The last day in time of what is due on a day.</summary>
    public static DateOnly LastInTime(this WeekendRule rule, DateOnly due) => (rule, due.DayOfWeek) switch
    {
        (WeekendRule.NextWorkingDay, DayOfWeek.Saturday) => due.AddDays(2),
        (WeekendRule.NextWorkingDay, DayOfWeek.Sunday) => due.AddDays(1),
        _ => due,
    };

    /// <summary>The day itself, or the Friday before it.</summary>
    public static DateOnly LastWorkingDay(this DateOnly day) =>
        day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => -2, _ => 0 });
}
