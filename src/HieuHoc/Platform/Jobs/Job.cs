namespace HieuHoc.Platform.Jobs;

public readonly record struct JobId(Guid Value) : IRecordId;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Not begun, or to be tried again.</summary>
    Waiting,

    /// <summary>A server works on it; when its lease ends it may be taken by another.</summary>
    Running,

    Done,

    /// <summary>It could not be done, for a reason that is told.</summary>
    Refused,

    /// <summary>A person stopped it.</summary>
    Cancelled,

    /// <summary>It broke too often; whoever looks after the installation finds more in the log.</summary>
    Failed,
}

/// <summary>Long work, written down in the transaction of the change that causes it; it survives a restart.</summary>
public sealed class Job
{
    public required short Owner { get; init; }

    public required JobId Id { get; init; }

    /// <summary>The name of its handler's type, e.g. <c>RebuildRollUp</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the handler is told, as JSON.</summary>
    public required string Args { get; init; }

    /// <summary>While it waits, no second job of this kind and key is made; null once it began.</summary>
    public string? DedupeKey { get; set; }

    /// <summary>UTC; not before.</summary>
    public required DateTime RunAfter { get; set; }

    public int Attempts { get; set; }

    /// <summary>Whose turn it is: another one took the job when this changed.</summary>
    public Guid? Lease { get; set; }

    /// <summary>UTC; until then nobody else takes it.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>0 to 100.</summary>
    public int Progress { get; set; }

    /// <summary>What it is doing or came to, as a key and values; null before it begins.</summary>
    public string? Said { get; set; }

    /// <summary>The address of what it made, on this site; null when there is nothing to open.</summary>
    public string? Result { get; set; }

    public bool CancelAsked { get; set; }

    public required JobState State { get; set; }

    /// <summary>Null when the installation itself asked for it.</summary>
    public required Guid? CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; null while it has not ended.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Stops it before it began.</summary>
    public void Cancel(Moment now) =>
        (State, DedupeKey, EndedAt, Said) = (JobState.Cancelled, null, now.Instant, Jobs.Said.Of(new JobWasCancelled()).ToJson());

    /// <summary>True when nothing more happens to it.</summary>
    public bool HasEnded => State is not (JobState.Waiting or JobState.Running);
}
