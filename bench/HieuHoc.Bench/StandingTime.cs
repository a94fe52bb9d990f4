namespace HieuHoc.Bench;

/// <summary>A clock that stands at one instant, so that the same data is judged alike on every day of measuring.</summary>
internal sealed class StandingTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
