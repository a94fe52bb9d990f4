using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;

namespace HieuHoc.Figures;

/// <summary>Counts the roll-up of a programme anew, and mends what was not as the figures say.</summary>
public sealed class CheckRollUp(RebuildRollUp rebuild) : JobHandler
{
    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var rebuilt = await rebuild.RunAsync(run.Owner, ct);

        return new JobResult(Said.Of("job.CheckRollUp.done", ("figures", rebuilt.Figures), ("rows", rebuilt.Rows)));
    }
}
