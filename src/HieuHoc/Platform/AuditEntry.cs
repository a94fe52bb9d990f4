namespace HieuHoc.Platform;

/// <summary>
/// Who changed what, when and why: one row, committed together with the change. It holds ids and field names,
/// never what a person typed about a person.
/// </summary>
public sealed class AuditEntry
{
    public required short Owner { get; init; }

    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The person who acted; null when the installation itself did (a migration, the demo).</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>The absent colleague in whose stead they acted, by a recorded delegation; null when they acted for themselves.</summary>
    public Guid? ActingForId { get; init; }

    /// <summary>The kind of change, e.g. <c>ReturnConfirmed</c>.</summary>
    public required string Change { get; init; }

    /// <summary>The id of the record that changed, as text.</summary>
    public required string Record { get; init; }

    /// <summary>The change with its ids and field names, as JSON.</summary>
    public required string Detail { get; init; }
}
