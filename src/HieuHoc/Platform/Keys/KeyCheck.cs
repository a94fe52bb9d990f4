namespace HieuHoc.Platform.Keys;

/// <summary>A known text under one key of the ring, by which a start knows whether it has the ring that wrote this database.</summary>
public sealed class KeyCheck
{
    public required int KeyId { get; init; }

    /// <summary>The known text, protected.</summary>
    public required byte[] KnownText { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }
}
