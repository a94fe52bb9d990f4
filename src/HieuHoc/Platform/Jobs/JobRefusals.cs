namespace HieuHoc.Platform.Jobs;

/// <summary>There is no such job, or it is not this person's to see.</summary>
public sealed record JobNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The job has ended; there is nothing left to cancel.</summary>
public sealed record JobHasEnded(JobState State) : Refusal(RefusalKind.Conflict);

/// <summary>It was tried several times and broke each time, or its server was stopped each time.</summary>
public sealed record JobBrokeTooOften(int Attempts) : Refusal(RefusalKind.Conflict);

/// <summary>A person stopped it.</summary>
public sealed record JobWasCancelled() : Refusal(RefusalKind.Conflict);
