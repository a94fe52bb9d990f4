using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>
/// What hangs on places and must go with them when some end and others take over, or begin. Each module that keeps such rows
/// brings one; it works inside the transaction of the change.
/// </summary>
public interface IFollowPlaces
{
    /// <summary>What would move, or end, if these places ended the day before; lines that count nothing are left out.</summary>
    Task<IReadOnlyList<MoveLine>> PreviewAsync(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn, CancellationToken ct);

    /// <summary>Moves it.</summary>
    Task MoveAsync(PlaceMove move, CancellationToken ct);
}

/// <summary>One line of a preview.</summary>
/// <param name="Key">The key of a sentence about <c>{count}</c> of something.</param>
public sealed record MoveLine(string Key, int Count);

/// <summary>Places that ended and those that took over, or places that begin, all on one day.</summary>
/// <param name="By">The person who recorded it; null for the installation itself.</param>
public sealed record PlaceMove(short Owner, DateOnly EffectiveOn, IReadOnlyList<PlaceSuccession> Successions, Moment Now, Guid? By)
{
    /// <summary>The places that begin and take over from nobody.</summary>
    public IReadOnlyList<int> Began { get; init; } = [];

    /// <summary>The places that ended.</summary>
    public IReadOnlyList<int> Ended => [.. Successions.Select(succession => succession.FromId).Distinct().Order()];

    /// <summary>The place that keeps the records of an ended one.</summary>
    public int HeirOf(int ended) => Successions.Single(succession => succession.FromId == ended && succession.IsDefault).ToId;
}
