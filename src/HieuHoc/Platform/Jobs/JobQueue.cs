using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Jobs;

/// <summary>Takes jobs, keeps them, gives them back: the only place that knows how a lease works.</summary>
public sealed class JobQueue(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>How long a server may be silent about a job before another takes it.</summary>
    public static TimeSpan LeaseTime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a job is begun before it counts as broken.</summary>
    public const int MostAttempts = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The programmes that have a job to be begun.</summary>
    public async Task<IReadOnlyList<short>> OwnersAsync(CancellationToken ct)
    {
        var now = clock.Now.Instant;

        return await db.Jobs.AsNoTracking()
            .Where(job => (job.State == JobState.Waiting && job.RunAfter <= now) || (job.State == JobState.Running && job.LeaseUntil < now))
            .Select(job => job.Owner).Distinct().Order().ToListAsync(ct);
    }

    /// <summary>Takes the job that has waited longest; null when none is due. Of two servers one gets it.</summary>
    public async Task<Job?> ClaimAsync(short owner, CancellationToken ct)
    {
        var now = clock.Now.Instant;
        var lease = Guid.CreateVersion7();
        await db.Engine.ExecuteAsync(
            db,
            $"""
            update job set state = 'Running', dedupe_key = null, attempts = attempts + 1, lease = @p1, lease_until = @p2
            where owner = @p0 and id = (
                select id from job
                where owner = @p0 and ((state = 'Waiting' and run_after <= @p3) or (state = 'Running' and lease_until < @p3))
                order by run_after, id limit 1 {db.Engine.SkipLocked})
            """,
            [owner, lease, now + LeaseTime, now],
            ct);

        return await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Owner == owner && job.Lease == lease, ct);
    }

    /// <summary>Keeps the lease and tells how far it is; true when the handler must stop: cancelled, or taken by another.</summary>
    public async Task<bool> ReportAsync(Job job, int progress, Said said, CancellationToken ct)
    {
        var until = clock.Now.Instant + LeaseTime;
        var json = said.ToJson();
        var kept = await Held(job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Progress, progress).SetProperty(row => row.Said, json).SetProperty(row => row.LeaseUntil, until), ct);

        return kept == 0 || await db.Jobs.AnyAsync(row => row.Owner == job.Owner && row.Id == job.Id && row.CancelAsked, ct);
    }

    /// <summary>Ends the job, unless another server has it by now.</summary>
    public Task EndAsync(Job job, JobState state, Said said, string? link, CancellationToken ct)
    {
        var now = clock.Now.Instant;
        var json = said.ToJson();

        return Held(job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state)
                .SetProperty(row => row.Progress, row => state == JobState.Done ? 100 : row.Progress)
                .SetProperty(row => row.Said, json)
                .SetProperty(row => row.Result, link)
                .SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.Lease, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (DateTime?)null),
            ct);
    }

    /// <summary>Gives it back, to be begun again after a wait that doubles.</summary>
    public Task RetryAsync(Job job, CancellationToken ct)
    {
        var after = clock.Now.Instant + WaitAfter(job.Attempts);

        return GiveBackAsync(job, after, ct);
    }

    /// <summary>Gives it back because the server stops: it begins again at once, and the attempt does not count.</summary>
    public Task ReleaseAsync(Job job, CancellationToken ct) => GiveBackAsync(job, job.RunAfter, ct, attempts: job.Attempts - 1);

    /// <summary>30 seconds, one minute, two …, an hour at most.</summary>
    public static TimeSpan WaitAfter(int attempts) =>
        attempts >= MostAttempts ? LongestWait : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << (attempts - 1), LongestWait.Ticks));

    private Task<int> GiveBackAsync(Job job, DateTime after, CancellationToken ct, int? attempts = null)
    {
        var begun = attempts ?? job.Attempts;

        return Held(job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, JobState.Waiting)
                .SetProperty(row => row.RunAfter, after)
                .SetProperty(row => row.Attempts, begun)
                .SetProperty(row => row.Lease, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (DateTime?)null),
            ct);
    }

    private IQueryable<Job> Held(Job job) =>
        db.Jobs.Where(row => row.Owner == job.Owner && row.Id == job.Id && row.Lease == job.Lease);
}
