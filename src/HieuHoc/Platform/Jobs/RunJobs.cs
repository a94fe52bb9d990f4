using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HieuHoc.Platform.Jobs;

/// <summary>Does what is due, one job after the other, each in a scope of its own.</summary>
public sealed partial class RunJobs(IServiceScopeFactory scopes, ILogger<RunJobs> log)
{
    /// <summary>Does every job that is due now; returns how many were begun.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var begun = 0;

        foreach (var owner in await OwnersAsync(ct))
        {
            while (!ct.IsCancellationRequested && await RunOneAsync(owner, ct))
            {
                begun++;
            }
        }

        return begun;
    }

    private async Task<IReadOnlyList<short>> OwnersAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<JobQueue>().OwnersAsync(ct);
    }

    private async Task<bool> RunOneAsync(short owner, CancellationToken ct)
    {
        // The handler's context is its own: a report is written while the handler is in the middle of its work.
        await using var scope = scopes.CreateAsyncScope();
        await using var work = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();

        if (await queue.ClaimAsync(owner, ct) is not { } job)
        {
            return false;
        }

        if (job.Attempts > JobQueue.MostAttempts)
        {
            await queue.EndAsync(job, JobState.Failed, Said.Of(new JobBrokeTooOften(JobQueue.MostAttempts)), null, ct);

            return true;
        }

        if (job.CancelAsked)
        {
            await queue.EndAsync(job, JobState.Cancelled, Said.Of(new JobWasCancelled()), null, ct);

            return true;
        }

        await RunAsync(job, queue, work.ServiceProvider, ct);

        return true;
    }

    private async Task RunAsync(Job job, JobQueue queue, IServiceProvider services, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var run = new JobRun(job, async (progress, said) =>
        {
            if (await queue.ReportAsync(job, progress, said, ct))
            {
                await stop.CancelAsync();
            }
        });

        try
        {
            var outcome = await services.GetRequiredKeyedService<JobHandler>(job.Kind).RunAsync(run, stop.Token);
            await (outcome.Refusal is { } refusal
                ? queue.EndAsync(job, JobState.Refused, Said.Of(refusal), null, CancellationToken.None)
                : queue.EndAsync(job, JobState.Done, outcome.Value.Said, outcome.Value.Link, CancellationToken.None));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await queue.ReleaseAsync(job, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queue.EndAsync(job, JobState.Cancelled, Said.Of(new JobWasCancelled()), null, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Whatever broke in one job must not stop the others; it is tried again, and the log has the reason.
            LogBroken(log, e, job.Kind, job.Id.Value.ToString("D", CultureInfo.InvariantCulture), job.Attempts);
            await (job.Attempts < JobQueue.MostAttempts
                ? queue.RetryAsync(job, CancellationToken.None)
                : queue.EndAsync(job, JobState.Failed, Said.Of(new JobBrokeTooOften(job.Attempts)), null, CancellationToken.None));
        }
    }

    [LoggerMessage(LogLevel.Error, "The job {Kind} {Id} broke at attempt {Attempt}.")]
    private static partial void LogBroken(ILogger log, Exception e, string kind, string id, int attempt);
}
