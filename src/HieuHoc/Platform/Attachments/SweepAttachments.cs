using HieuHoc.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Attachments;

/// <summary>Takes away the files that no attachment of any programme names, a day after they came.</summary>
public sealed class SweepAttachments(HieuHocDb db, AttachmentFiles files) : JobHandler
{
    private const int Batch = 500;

    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var old = files.OldFiles();
        var (seen, swept) = (0, 0);

        foreach (var batch in old.Chunk(Batch))
        {
            ct.ThrowIfCancellationRequested();
            // Of every programme: the folder is the installation's.
            var named = await db.Attachments.Where(row => batch.Contains(row.Sha256)).Select(row => row.Sha256).ToHashSetAsync(ct);
            swept += batch.Count(file => !named.Contains(file) && files.Sweep(file));
            seen += batch.Length;
            await run.ReportAsync(seen, old.Count, Said.Of("job.SweepAttachments.done", ("count", swept)));
        }

        return new JobResult(Said.Of("job.SweepAttachments.done", ("count", swept)));
    }
}
