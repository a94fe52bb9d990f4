namespace HieuHoc.Platform;

/// <summary>One moment: the instant for ordering, and the day in Vietnam for deadlines.</summary>
/// <param name="Instant">UTC, cut to microseconds, which both engines keep.</param>
/// <param name="Day">The calendar day in Asia/Ho_Chi_Minh.</param>
public readonly record struct Moment(DateTime Instant, DateOnly Day);

/// <summary>The only clock of the programme: everything that has a date asks here.</summary>
public sealed class ProgrammeClock(TimeProvider time)
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Now, as an instant and as a day in Vietnam.</summary>
    public Moment Now
    {
        get
        {
            var utc = time.GetUtcNow().UtcDateTime;
            // PostgreSQL keeps microseconds; cutting here makes what was written equal what is read back.
            var instant = new DateTime(utc.Ticks - (utc.Ticks % 10), DateTimeKind.Utc);

            return new Moment(instant, DayOf(instant));
        }
    }

    /// <summary>An instant, UTC, cut to the millisecond, which scripts and receipts know.</summary>
    public static DateTime ToMillisecond(DateTime instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    /// <summary>The day in Vietnam on which an instant falls.</summary>
    public static DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant, UTC, at which a day begins in Vietnam.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Vietnam);

    /// <summary>An instant as a clock on a Vietnamese wall shows it.</summary>
    public static DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, Vietnam);
}
