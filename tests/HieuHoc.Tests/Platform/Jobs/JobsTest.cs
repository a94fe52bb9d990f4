using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HieuHoc.Tests.Platform.Jobs;

/// <summary>A test with jobs of its own kind, run at once and never in the background.</summary>
public abstract class JobsTest : DatabaseTest
{
    private ServiceProvider? services;

    protected RunJobs RunJobs => Services.GetRequiredService<RunJobs>();

    protected Scripted Script { get; } = new();

    protected ServiceProvider Services => services ??= Compose();

    public override async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a handler under test needs beside the product's own.</summary>
    protected virtual void Add(IServiceCollection more) => more.AddKeyedScoped<JobHandler, ScriptedHandler>(nameof(ScriptedHandler));

    protected async Task<JobId> EnqueueAsync(object? args = null, short owner = 1)
    {
        await using var db = Engine.Open();
        var id = db.Enqueue<ScriptedHandler>(owner, args ?? new { }, null, Clock.Now);
        await db.SaveChangesAsync(Ct);

        return id;
    }

    protected Task<Job> StoredAsync(JobId id) => Stored().Jobs.SingleAsync(job => job.Id == id, Ct);

    private ServiceProvider Compose()
    {
        var composed = new ServiceCollection();
        composed.AddHieuHoc();
        composed.AddSingleton<TimeProvider>(Time);
        composed.AddSingleton(Engine);
        composed.AddSingleton(Keys);
        composed.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        composed.AddDbContext<HieuHocDb>(Engine.Configure, ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        composed.AddSingleton(Script);
        Add(composed);

        return composed.BuildServiceProvider();
    }
}

/// <summary>What the handler of a test does.</summary>
public sealed class Scripted
{
    public Func<JobRun, CancellationToken, Task<Outcome<JobResult>>> Does { get; set; } =
        (_, _) => Task.FromResult<Outcome<JobResult>>(new JobResult(Said.Of("jobState.Done")));

    public int Begun { get; set; }
}

/// <summary>Does what the test says.</summary>
public sealed class ScriptedHandler(Scripted script) : JobHandler
{
    public override Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        script.Begun++;

        return script.Does(run, ct);
    }
}
