using System.Text.Json;

namespace HieuHoc.Platform.Jobs;

/// <summary>What a job came to.</summary>
/// <param name="Link">The address of what it made, on this site.</param>
public sealed record JobResult(Said Said, string? Link = null);

/// <summary>
/// Does the jobs of one kind; the kind is the name of its type, its title the text <c>job.Kind</c>. A job may be begun
/// again after a crash or a restart, so what is done twice must come to the same.
/// </summary>
public abstract class JobHandler
{
    /// <summary>Does the job. When somebody asks to cancel, <paramref name="ct"/> ends it at the next report.</summary>
    public abstract Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct);
}

/// <summary>One attempt at a job, as its handler sees it.</summary>
public sealed class JobRun(Job job, Func<int, Said, Task> report)
{
    public short Owner => job.Owner;

    public Guid? CreatedBy => job.CreatedBy;

    /// <summary>What was given when the job was written down.</summary>
    public T Args<T>() => JsonSerializer.Deserialize<T>(job.Args, Json.Compact)!;

    /// <summary>
    /// Says how far it is, keeps the lease, and notices that somebody wants it cancelled. At least once a minute, and never
    /// inside a transaction of the handler: on SQLite the report would wait for it.
    /// </summary>
    public Task ReportAsync(long done, long total, Said said) =>
        report(total <= 0 ? 0 : (int)Math.Clamp(done * 100 / total, 0, 100), said);
}
