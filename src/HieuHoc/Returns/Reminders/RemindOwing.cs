using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;

namespace HieuHoc.Returns.Reminders;

/// <summary>Once a day: reminds by mail who owes a return.</summary>
public sealed class RemindOwing(SendReminders sendReminders) : JobHandler
{
    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var written = await sendReminders.RunAsync(run.Owner, null, ct);

        return written.Refusal is { } refusal ? refusal : new JobResult(Said.Of("job.RemindOwing.done", ("count", written.Value)));
    }
}
