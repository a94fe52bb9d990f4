namespace HieuHoc.Demo;

/// <summary>The clock of the story: communes report between 2 and 20 November 2026, in working hours.</summary>
internal sealed class StoryTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 10, 15, 8, 0, 0, TimeSpan.FromHours(7));
    private int communes;

    /// <summary>Working days of November.</summary>
    private static IReadOnlyList<int> VillageDays { get; } = [4, 5, 6, 9, 10];

    public static DateOnly Opening { get; } = new(2026, 10, 15);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void NextCommune()
    {
        var day = 2 + (communes++ * 18 / 78);
        now = new DateTimeOffset(2026, 11, day, 8, communes * 7 % 60, 0, TimeSpan.FromHours(7));
    }

    /// <summary>The afternoon on which a village reports.</summary>
    public void Village(int number) => now = new DateTimeOffset(2026, 11, VillageDays[number], 14, 10, 0, TimeSpan.FromHours(7));

    public void NextStep() => now += TimeSpan.FromMinutes(95);
}
