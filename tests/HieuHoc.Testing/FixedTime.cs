namespace HieuHoc.Testing;

/// <summary>A clock that stands still and moves only by hand: eight in the morning of 20 November 2026 in Vietnam.</summary>
public sealed class FixedTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void MoveTo(DateTimeOffset instant) => now = instant;

    public void Pass(TimeSpan span) => now += span;
}
