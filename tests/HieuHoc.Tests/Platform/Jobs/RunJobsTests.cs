using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Platform.Jobs;

public sealed class RunJobsTests : JobsTest
{
    private JobQueue Queue => new(Stored(), Clock);

    [Fact]
    public async Task A_job_is_done_once_with_what_it_was_told_and_says_what_it_came_to()
    {
        var told = 0;
        Script.Does = (run, _) =>
        {
            told = run.Args<Told>().Number;

            return Task.FromResult<Outcome<JobResult>>(new JobResult(Said.Of("job.SendMails.done", ("count", 3)), "/reports"));
        };
        var id = await EnqueueAsync(new Told(7));

        var (first, second) = (await RunJobs.RunDueAsync(Ct), await RunJobs.RunDueAsync(Ct));

        var job = await StoredAsync(id);
        Assert.Equal((1, 0, 7, 1), (first, second, told, Script.Begun));
        Assert.Equal((JobState.Done, 100, "/reports", Clock.Now.Instant), (job.State, job.Progress, job.Result, job.EndedAt));
        Assert.Equal("job.SendMails.done", Said.FromJson(job.Said!).Key);
    }

    [Fact]
    public async Task A_job_is_lost_with_the_change_that_caused_it()
    {
        await using (var db = Engine.Open())
        await using (await db.Database.BeginTransactionAsync(Ct))
        {
            db.Enqueue<ScriptedHandler>(1, new { }, null, Clock.Now);
            await db.EnqueueOnceAsync<ScriptedHandler>(1, "key", new { }, null, Clock.Now, Ct);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await RunJobs.RunDueAsync(Ct));
        Assert.Empty(await Stored().Jobs.ToListAsync(Ct));
    }

    [Fact]
    public async Task While_a_job_waits_no_second_of_the_same_key_is_made_and_once_it_began_one_is()
    {
        await EnqueueOnceAsync("key");
        await EnqueueOnceAsync("key");
        await EnqueueOnceAsync("other");
        Assert.Equal(2, await Stored().Jobs.CountAsync(Ct));

        await Queue.ClaimAsync(1, Ct);
        await EnqueueOnceAsync("key");

        Assert.Equal(3, await Stored().Jobs.CountAsync(Ct));
    }

    [Fact]
    public async Task A_job_that_must_not_be_made_twice_needs_the_transaction_of_its_change() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Db.EnqueueOnceAsync<ScriptedHandler>(1, "key", new { }, null, Clock.Now, Ct));

    [Fact]
    public async Task A_refusal_of_the_handler_is_told_and_not_tried_again()
    {
        Script.Does = (_, _) => Task.FromResult<Outcome<JobResult>>(new JobHasEnded(JobState.Done));
        var id = await EnqueueAsync();

        await RunJobs.RunDueAsync(Ct);
        Time.Pass(TimeSpan.FromDays(1));
        await RunJobs.RunDueAsync(Ct);

        var job = await StoredAsync(id);
        Assert.Equal((JobState.Refused, 1), (job.State, Script.Begun));
        Assert.Equal(new Texts().Of(new JobHasEnded(JobState.Done)), Said.FromJson(job.Said!).In(new Texts()));
    }

    [Fact]
    public async Task A_broken_job_is_tried_again_after_a_wait_that_doubles_and_fails_in_the_end()
    {
        Script.Does = (_, _) => throw new InvalidOperationException("broken");
        var id = await EnqueueAsync();
        var waits = new List<TimeSpan>();

        for (var attempt = 1; attempt < JobQueue.MostAttempts; attempt++)
        {
            Assert.Equal(1, await RunJobs.RunDueAsync(Ct));
            var job = await StoredAsync(id);
            Assert.Equal((JobState.Waiting, attempt), (job.State, job.Attempts));
            var wait = job.RunAfter - Clock.Now.Instant;
            waits.Add(wait);
            Time.Pass(wait - TimeSpan.FromTicks(10));
            Assert.Equal(0, await RunJobs.RunDueAsync(Ct));
            Time.Pass(TimeSpan.FromTicks(10));
        }

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32], waits.Select(wait => wait.TotalMinutes));
        Assert.Equal((JobState.Failed, JobQueue.MostAttempts), ((await StoredAsync(id)).State, Script.Begun));
        Assert.Equal(TimeSpan.FromHours(1), JobQueue.WaitAfter(JobQueue.MostAttempts));
    }

    [Fact]
    public async Task A_job_whose_server_was_killed_begins_again_when_its_lease_has_ended()
    {
        var id = await EnqueueAsync();
        await Queue.ClaimAsync(1, Ct);

        Time.Pass(JobQueue.LeaseTime);
        Assert.Equal(0, await RunJobs.RunDueAsync(Ct));
        Time.Pass(TimeSpan.FromTicks(10));
        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((JobState.Done, 2), ((await StoredAsync(id)).State, (await StoredAsync(id)).Attempts));
    }

    [Fact]
    public async Task A_job_that_kills_its_server_each_time_is_given_up()
    {
        var id = await EnqueueAsync();

        for (var attempt = 0; attempt < JobQueue.MostAttempts; attempt++)
        {
            Assert.NotNull(await Queue.ClaimAsync(1, Ct));
            Time.Pass(JobQueue.LeaseTime + TimeSpan.FromSeconds(1));
        }

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((JobState.Failed, 0), ((await StoredAsync(id)).State, Script.Begun));
    }

    [Fact]
    public async Task Progress_is_stored_as_it_goes_and_keeps_the_lease()
    {
        Job? seen = null;
        Script.Does = async (run, _) =>
        {
            Time.Pass(TimeSpan.FromMinutes(4));
            await run.ReportAsync(1, 3, Said.Of("job.SendMails.done", ("count", 1)));
            Time.Pass(TimeSpan.FromMinutes(4));
            seen = await Stored().Jobs.SingleAsync(Ct);

            return new JobResult(Said.Of("jobState.Done"));
        };
        await EnqueueAsync();

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((33, JobState.Running), (seen!.Progress, seen.State));
        Assert.True(seen.LeaseUntil > Clock.Now.Instant);
    }

    [Fact]
    public async Task A_handler_learns_that_somebody_asked_to_cancel()
    {
        Script.Does = async (run, ct) =>
        {
            await Stored().Jobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.CancelAsked, true), Ct);
            await run.ReportAsync(1, 2, Said.Of("job.SendMails.done", ("count", 1)));
            ct.ThrowIfCancellationRequested();

            return new JobResult(Said.Of("jobState.Done"));
        };
        var id = await EnqueueAsync();

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((JobState.Cancelled, 50), ((await StoredAsync(id)).State, (await StoredAsync(id)).Progress));
    }

    [Fact]
    public async Task A_job_that_another_server_took_meanwhile_stops_here_and_ends_there()
    {
        var id = await EnqueueAsync();
        Script.Does = async (run, ct) =>
        {
            Time.Pass(JobQueue.LeaseTime + TimeSpan.FromSeconds(1));
            Assert.NotNull(await Queue.ClaimAsync(1, Ct));
            await run.ReportAsync(1, 2, Said.Of("job.SendMails.done", ("count", 1)));
            ct.ThrowIfCancellationRequested();

            return new JobResult(Said.Of("jobState.Done"));
        };

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((JobState.Running, 0), ((await StoredAsync(id)).State, (await StoredAsync(id)).Progress));
    }

    [Fact]
    public async Task A_job_that_the_stopping_server_gives_back_begins_again_at_once_and_loses_no_attempt()
    {
        using var stop = new CancellationTokenSource();
        Script.Does = async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();

            return new JobResult(Said.Of("jobState.Done"));
        };
        var id = await EnqueueAsync();

        await RunJobs.RunDueAsync(stop.Token);

        Assert.Equal((JobState.Waiting, 0), ((await StoredAsync(id)).State, (await StoredAsync(id)).Attempts));
        Assert.NotNull(await Queue.ClaimAsync(1, Ct));
    }

    [Fact]
    public async Task Of_many_servers_each_job_is_taken_by_one()
    {
        for (var i = 0; i < 20; i++)
        {
            await EnqueueAsync();
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = Engine.Open();
            var queue = new JobQueue(db, Clock);
            var mine = new List<JobId>();

            while (await queue.ClaimAsync(1, Ct) is { } job)
            {
                mine.Add(job.Id);
            }

            return mine;
        })));

        Assert.Equal(20, taken.Sum(mine => mine.Count));
        Assert.Equal(20, taken.SelectMany(mine => mine).Distinct().Count());
    }

    [Fact]
    public async Task The_jobs_of_one_programme_are_never_taken_for_another()
    {
        await EnqueueAsync(owner: 2);

        Assert.Null(await Queue.ClaimAsync(1, Ct));
        Assert.Equal([2], await Queue.OwnersAsync(Ct));
        Assert.Equal(1, await RunJobs.RunDueAsync(Ct));
    }

    [Fact]
    public async Task A_job_for_later_waits_for_its_time()
    {
        await using (var db = Engine.Open())
        {
            db.Enqueue<ScriptedHandler>(1, new { }, null, Clock.Now with { Instant = Clock.Now.Instant.AddHours(1) });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await RunJobs.RunDueAsync(Ct));
        Time.Pass(TimeSpan.FromHours(1));

        Assert.Equal(1, await RunJobs.RunDueAsync(Ct));
    }

    [Fact]
    public void Every_kind_of_job_has_a_title()
    {
        var texts = new Texts();

        Assert.NotEmpty(HieuHocServices.JobHandlers());
        Assert.DoesNotContain(HieuHocServices.JobHandlers(), handler => !texts.Has($"job.{handler.Name}"));
    }

    private async Task EnqueueOnceAsync(string key)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.EnqueueOnceAsync<ScriptedHandler>(1, key, new { }, null, Clock.Now, Ct);
        await transaction.CommitAsync(Ct);
    }

    private sealed record Told(int Number);
}
