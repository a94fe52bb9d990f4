using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns.Reminders;

/// <summary>When who owes a return is reminded of it, and when nobody gets a mail.</summary>
public sealed record RemindersPack : PackDocument
{
    /// <summary>How many days before the last day in time, each at least one.</summary>
    public required IReadOnlyList<int> DaysBefore { get; init; }

    /// <summary>True when the last day itself is one on which to remind.</summary>
    public required bool OnTheDay { get; init; }

    /// <summary>Each how many days after it, until the return is sent; null for never.</summary>
    public required int? EveryDaysAfter { get; init; }

    /// <summary>The hour from which no mail goes out, by the clock in Vietnam.</summary>
    public required int QuietFromHour { get; init; }

    /// <summary>The hour from which mails go out again.</summary>
    public required int QuietToHour { get; init; }

    /// <summary>True when no mail goes out on a Saturday or a Sunday that is not itself the last day.</summary>
    public required bool QuietWeekends { get; init; }

    /// <summary>
    /// The days up to the last one. What would fall on a quiet weekend comes on the working day before it: whoever is reminded then
    /// has time left to act.
    /// </summary>
    public IReadOnlyList<DateOnly> UpTo(DateOnly dueOn)
    {
        var before = DaysBefore.Select(days => dueOn.AddDays(-days)).Select(day => QuietWeekends ? day.LastWorkingDay() : day);

        return [.. (OnTheDay ? before.Append(dueOn) : before).Distinct().Order()];
    }

    /// <summary>The day of the reminder that should have come last; null while none is due.</summary>
    public DateOnly? Latest(DateOnly dueOn, DateOnly today)
    {
        if (EveryDaysAfter is { } every && (today.DayNumber - dueOn.DayNumber) / every is var times and > 0)
        {
            // What is put off from a weekend may not have come yet: then the one before it came last.
            foreach (var nth in new[] { times, times - 1 }.Where(nth => nth > 0))
            {
                if (Later(dueOn.AddDays(nth * every)) is var day && day <= today)
                {
                    return day;
                }
            }
        }

        return UpTo(dueOn).Where(day => day <= today).Select(day => (DateOnly?)day).LastOrDefault();
    }

    /// <summary>True at an hour at which no mail goes out.</summary>
    public bool IsQuietAt(DateTime instant)
    {
        var hour = ProgrammeClock.Local(instant).Hour;

        return QuietFromHour > QuietToHour ? hour >= QuietFromHour || hour < QuietToHour : hour >= QuietFromHour && hour < QuietToHour;
    }

    /// <summary>True on a day on which no mail about this return goes out.</summary>
    public bool IsQuietOn(DateOnly day, DateOnly dueOn) => QuietWeekends && day != dueOn && day.LastWorkingDay() != day;

    private DateOnly Later(DateOnly day) => QuietWeekends ? WeekendRule.NextWorkingDay.LastInTime(day) : day;
}
