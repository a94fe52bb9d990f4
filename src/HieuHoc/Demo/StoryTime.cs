namespace HieuHoc.Demo;

/// <summary>The clock of the story: communes report between 2 and 20 November 2026, in working hours.</summary>
internal sealed class StoryTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 10, 15, 8, 0, 0, TimeSpan.FromHours(7));
    private int communes;

    /// <summary>Working days of November.</summary>
    private static IReadOnlyList<int> VillageDays { get; } = [4, 5, 6, 9, 10];

    private static IReadOnlyList<int> AgencyDays { get; } = [9, 10, 11, 12, 13, 16, 17, 18, 19, 20];

    /// <summary>The year that is told.</summary>
    public const int Year = 2026;

    public static DateOnly Opening { get; } = new(2026, 10, 15);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void NextCommune()
    {
        var day = 2 + (communes++ * 18 / 78);
        now = new DateTimeOffset(2026, 11, day, 8, communes * 7 % 60, 0, TimeSpan.FromHours(7));
    }

    /// <summary>The afternoon on which a village reports.</summary>
    public void Village(int number) => now = new DateTimeOffset(2026, 11, VillageDays[number], 14, 10, 0, TimeSpan.FromHours(7));

    /// <summary>The morning on which an agency reports.</summary>
    public void Agency(int number) => now = new DateTimeOffset(2026, 11, AgencyDays[number % AgencyDays.Count], 8, 10 + number, 0, TimeSpan.FromHours(7));

    /// <summary>Eight in the morning of a day.</summary>
    public void Morning(DateOnly day) => now = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(7));

    public void NextStep() => now += TimeSpan.FromMinutes(95);
}
