using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;

namespace HieuHoc.Access.Capture;

/// <summary>What a device saved because it could not send it, in the order in which it was done.</summary>
/// <param name="SavedAt">By the clock of the device.</param>
public sealed record DeviceFile(Guid Device, DateTimeOffset SavedAt, IReadOnlyList<DeviceFileAct> Acts)
{
    /// <summary>Null when it is not what devices save.</summary>
    internal static DeviceFile? Read(byte[] json) => CompactText.Read<DeviceFile>(json) is { } file && file.Acts.All(act => act is not null) ? file : null;
}

/// <summary>One thing that was done: what a device that has network sends in one request.</summary>
public sealed record DeviceFileAct(string Kind, Guid Id, int? StartedFrom, DateTimeOffset ActedAt, JsonElement Body);

/// <summary>What became of a file that somebody brought.</summary>
/// <param name="Person">Whose device it is, by the name of the post.</param>
/// <param name="Browser">The family of its browser and system.</param>
/// <param name="SavedAt">UTC, by the clock of the device.</param>
public sealed record RelayedFile(string Person, string Browser, DateTime SavedAt, IReadOnlyList<RelayedAct> Acts)
{
    /// <summary>True when nothing in it was new.</summary>
    public bool HadArrived => Acts.Count > 0 && Acts.All(act => act.WasKnown);
}

/// <summary>What became of one thing that was done: a receipt, or why not.</summary>
/// <param name="Title">Of the record; null where its person sees none of this id.</param>
/// <param name="Detail">What tells it from others of the same title.</param>
/// <param name="ActedAt">UTC, by the clock of the device.</param>
public sealed record RelayedAct(string Kind, Guid RecordId, string? Title, string? Detail, DateTime ActedAt, Outcome<Receipt> Taken)
{
    /// <summary>True when it had arrived before.</summary>
    public required bool WasKnown { get; init; }
}
