using System.Text.Json;

namespace HieuHoc.Platform.Jobs;

public static class JobWriting
{
    extension(HieuHocDb db)
    {
        /// <summary>Writes a job down; it is saved, or lost, together with the change that causes it.</summary>
        public JobId Enqueue<THandler>(short owner, object args, Guid? person, Moment now)
            where THandler : JobHandler
        {
            var job = New<THandler>(owner, args, person, now);
            db.Add(job);

            return job.Id;
        }

        /// <summary>
        /// Writes a job down unless one of the same kind and key waits already. It runs inside the transaction of the change:
        /// the waiting job is held until that ends, so that it cannot begin without seeing the change.
        /// </summary>
        public async Task EnqueueOnceAsync<THandler>(
            short owner, string key, object args, Guid? person, Moment now, CancellationToken ct)
            where THandler : JobHandler
        {
            if (db.Transaction is null)
            {
                throw new InvalidOperationException("A job is written down in the transaction of its change.");
            }

            var job = New<THandler>(owner, args, person, now);
            await db.Engine.ExecuteAsync(
                db,
                $"""
                insert into job (owner, id, kind, args, dedupe_key, run_after, attempts, progress, cancel_asked, state, created_by, created_at)
                values (@p0, @p1, @p2, {db.Engine.AsJson("@p3")}, @p4, @p5, 0, 0, {db.Engine.False}, @p6, @p7, @p8)
                on conflict (owner, kind, dedupe_key) do update set dedupe_key = excluded.dedupe_key
                """,
                [job.Owner, job.Id, job.Kind, job.Args, key, job.RunAfter, job.State, job.CreatedBy, job.CreatedAt],
                ct);
        }
    }

    private static Job New<THandler>(short owner, object args, Guid? person, Moment now) => new()
    {
        Owner = owner,
        Id = new JobId(Guid.CreateVersion7()),
        Kind = typeof(THandler).Name,
        Args = JsonSerializer.Serialize(args, args.GetType(), Json.Compact),
        RunAfter = now.Instant,
        State = JobState.Waiting,
        CreatedBy = person,
        CreatedAt = now.Instant,
    };
}
