namespace HieuHoc.Platform.Audit;

/// <summary>A link of the chain over the audit: which rows it holds, and a hash over them and the link before.</summary>
public sealed class AuditSeal
{
    public required short Owner { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>How many rows it holds.</summary>
    public required int Count { get; init; }

    /// <summary>For every row its id and the hash of its content, in the order of the ids.</summary>
    public required byte[] Rows { get; init; }

    /// <summary>UTC; the oldest of its rows.</summary>
    public required DateTime FirstAt { get; init; }

    /// <summary>UTC; the youngest of its rows.</summary>
    public required DateTime LastAt { get; init; }

    /// <summary>UTC; everything that had been committed by then was sealed; null while the sealer has never caught up.</summary>
    public required DateTime? CompleteAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <summary>The key of the ring without which nobody makes the hash.</summary>
    public required int KeyId { get; init; }

    /// <summary>Over everything above and the hash of the link before.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>A row of the audit that no seal holds yet; written with the row, taken away by the seal.</summary>
public sealed class AuditUnsealed
{
    public required short Owner { get; init; }

    public required Guid EntryId { get; init; }
}

/// <summary>
/// What makes the hashes of a record's personal values meaningful. When it is deleted, nobody can tell any more what
/// the hashes in the audit stood for.
/// </summary>
public sealed class AuditSalt
{
    public required short Owner { get; init; }

    /// <summary>The id of the record, as text.</summary>
    public required string Record { get; init; }

    public required byte[] Salt { get; init; }
}
