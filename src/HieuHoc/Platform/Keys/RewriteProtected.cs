using HieuHoc.Platform.Jobs;

namespace HieuHoc.Platform.Keys;

/// <summary>Rows that hold something protected; their module writes them again after the keys were rotated.</summary>
public abstract class ProtectedRows
{
    /// <summary>
    /// Writes rows of a programme again that an older key protected, lookups too, at most so many, in one short transaction.
    /// Returns how many; 0 when none is left.
    /// </summary>
    public abstract Task<int> RewriteAsync(HieuHocDb db, KeyRing keys, short owner, int most, CancellationToken ct);
}

/// <summary>This server was started before the newest key was added.</summary>
public sealed record ServerHasOlderKeys(int KeyId) : Refusal(RefusalKind.Conflict);

/// <summary>Which key the rows are to be written under.</summary>
public sealed record RewriteUnder(int KeyId);

/// <summary>After a rotation: writes every protected row of a programme again under the newest key.</summary>
public sealed class RewriteProtected(HieuHocDb db, KeyRing keys, IEnumerable<ProtectedRows> all) : JobHandler
{
    private const int Batch = 500;

    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var under = run.Args<RewriteUnder>().KeyId;

        if (keys.CurrentId < under)
        {
            return new ServerHasOlderKeys(under);
        }

        var (rows, kinds, kind) = (0L, all.ToList(), 0);

        foreach (var protectedRows in kinds)
        {
            for (int written; (written = await protectedRows.RewriteAsync(db, keys, run.Owner, Batch, ct)) > 0;)
            {
                db.ChangeTracker.Clear();
                rows += written;
                await run.ReportAsync(kind, kinds.Count, Said.Of("job.RewriteProtected.done", ("count", rows)));
                ct.ThrowIfCancellationRequested();
            }

            kind++;
        }

        return new JobResult(Said.Of("job.RewriteProtected.done", ("count", rows)));
    }
}
