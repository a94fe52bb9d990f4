using System.Data.Common;
using System.Net.Sockets;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Audit;
using HieuHoc.Platform.Jobs;
using HieuHoc.Returns.Reminders;

namespace HieuHoc.Web.Hosting;

/// <summary>What the server does between requests: jobs, the seals of the audit, and its own upkeep.</summary>
internal sealed partial class BackgroundWork(IServiceScopeFactory scopes, RunJobs jobs, ILogger<BackgroundWork> log)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    /// <summary>Three lines, so that a long job keeps neither the audit nor the plan waiting.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(
        RepeatAsync(() => jobs.RunDueAsync(ct), Often, ct),
        RepeatAsync(() => SealAsync(ct), Often, ct),
        RepeatAsync(() => PlanAsync(ct), Seldom, ct));

    /// <summary>Seals what has been committed, once.</summary>
    public async Task SealAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealAudit>().RunAsync(ct);
    }

    /// <summary>Writes down the jobs that nobody asks for, and lets the engine look after itself.</summary>
    public async Task PlanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlanJobs>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<PlanReminders>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DbEngine>().OptimiseAsync(ct);
    }

    private async Task RepeatAsync(Func<Task> work, TimeSpan pause, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(pause);

        try
        {
            do
            {
                await TryAsync(work);
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server stops; what was begun has been given back.
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e.GetBaseException() is DbException or IOException or SocketException)
        {
            // However deep it is wrapped: the database is away or busy: the next turn tries again, and requests tell people.
            LogFailed(log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Work between requests failed and is tried again.")]
    private static partial void LogFailed(ILogger log, Exception e);
}

/// <summary>Runs the work between requests while the server serves.</summary>
internal sealed class BackgroundServer(BackgroundWork work) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => work.RunAsync(stoppingToken);
}
