using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Somebody asked that a job stops.</summary>
public sealed record JobCancelAsked(JobId Job) : Change(Job.Value.ToString());

/// <summary>Asks that a job stops: one that waits ends at once, one that runs at its next step; what it finished stays.</summary>
public sealed class CancelJob(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<Job>> RunAsync(JobId id, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var visible = db.JobsVisibleTo(actor).Where(job => job.Id == id);
        // Written first, so that the runner cannot begin or end it between the look and the word.
        var asked = await visible
            .Where(job => (job.State == JobState.Waiting || job.State == JobState.Running) && !job.CancelAsked)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.CancelAsked, true), ct);
        var job = await visible.SingleOrDefaultAsync(ct);

        if (job is null)
        {
            return new JobNotFound();
        }

        if (job.HasEnded)
        {
            return new JobHasEnded(job.State);
        }

        if (asked > 0)
        {
            db.Record(new JobCancelAsked(id), job.Owner, actor.PersonId?.Value, clock.Now);
        }

        if (job.State is JobState.Waiting)
        {
            job.Cancel(clock.Now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return job;
    }
}
