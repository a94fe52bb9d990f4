using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Tests.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class CancelJobTests : JobsTest
{
    private static readonly PersonId Me = new(Guid.CreateVersion7());
    private static readonly Actor Officer = new(1, Me, Role.CommuneOfficer, 1);
    private static readonly Actor Other = Officer with { PersonId = new(Guid.CreateVersion7()) };
    private static readonly Actor Administrator = Other with { Role = Role.Administrator };

    private CancelJob CancelJob => new(Stored(), Clock);

    [Fact]
    public async Task A_job_that_waits_ends_at_once_and_is_never_begun()
    {
        var id = await MineAsync();

        var outcome = await CancelJob.RunAsync(id, Officer, Ct);

        Assert.Null(outcome.Refusal);
        Assert.Equal(JobState.Cancelled, (await StoredAsync(id)).State);
        Assert.Equal((0, 0), (await RunJobs.RunDueAsync(Ct), Script.Begun));
        Assert.Equal(nameof(JobCancelAsked), (await Stored().AuditEntries.SingleAsync(Ct)).Change);
    }

    [Fact]
    public async Task A_job_that_runs_is_asked_to_stop_and_asking_twice_is_recorded_once()
    {
        var id = await MineAsync();
        await new JobQueue(Stored(), Clock).ClaimAsync(1, Ct);

        await CancelJob.RunAsync(id, Officer, Ct);
        var again = await CancelJob.RunAsync(id, Officer, Ct);

        var job = await StoredAsync(id);
        Assert.Null(again.Refusal);
        Assert.Equal((JobState.Running, true), (job.State, job.CancelAsked));
        Assert.Equal(1, await Stored().AuditEntries.CountAsync(Ct));
    }

    [Fact]
    public async Task A_job_that_was_asked_to_stop_when_its_server_died_is_not_begun_again()
    {
        var id = await MineAsync();
        await new JobQueue(Stored(), Clock).ClaimAsync(1, Ct);
        await CancelJob.RunAsync(id, Officer, Ct);
        Time.Pass(JobQueue.LeaseTime + TimeSpan.FromSeconds(1));

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal((JobState.Cancelled, 0), ((await StoredAsync(id)).State, Script.Begun));
    }

    [Fact]
    public async Task A_job_that_has_ended_cannot_be_stopped()
    {
        var id = await MineAsync();
        await RunJobs.RunDueAsync(Ct);

        Assert.Equal(new JobHasEnded(JobState.Done), (await CancelJob.RunAsync(id, Officer, Ct)).Refusal);
        Assert.False((await StoredAsync(id)).CancelAsked);
    }

    [Fact]
    public async Task The_job_of_another_person_does_not_exist_and_stays_as_it_is()
    {
        var id = await MineAsync();

        Assert.Equal(new JobNotFound(), (await CancelJob.RunAsync(id, Other, Ct)).Refusal);
        Assert.False((await StoredAsync(id)).CancelAsked);
    }

    [Fact]
    public async Task An_administrator_stops_any_job_of_the_programme_and_none_of_another()
    {
        var id = await MineAsync();

        Assert.Equal(new JobNotFound(), (await CancelJob.RunAsync(id, Administrator with { Owner = 2 }, Ct)).Refusal);
        Assert.Null((await CancelJob.RunAsync(id, Administrator, Ct)).Refusal);
    }

    [Fact]
    public async Task The_jobs_of_the_installation_are_seen_by_administrators_alone()
    {
        await EnqueueAsync();

        Assert.Equal(0, await Stored().JobsVisibleTo(Officer with { PersonId = null }).CountAsync(Ct));
        Assert.Equal(1, await Stored().JobsVisibleTo(Administrator).CountAsync(Ct));
    }

    private async Task<JobId> MineAsync()
    {
        await using var db = Engine.Open();
        var id = db.Enqueue<ScriptedHandler>(1, new { }, Me.Value, Clock.Now);
        await db.SaveChangesAsync(Ct);

        return id;
    }
}
