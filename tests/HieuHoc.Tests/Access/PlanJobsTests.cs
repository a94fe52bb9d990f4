using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Mail;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class PlanJobsTests : DatabaseTest
{
    private PlanJobs PlanJobs => new(Stored(), TestKeys.RingOf(TestKeys.Text.Split(',')[0]), Clock);

    private PlanJobs PlanRotated => new(Stored(), Keys, Clock);

    [Fact]
    public async Task Without_a_programme_there_is_nothing_to_plan()
    {
        await PlanJobs.RunAsync(Ct);

        Assert.Empty(await KindsAsync());
    }

    [Fact]
    public async Task Files_are_swept_once_a_day_for_the_whole_installation()
    {
        GivenTwoProgrammes();

        await PlanJobs.RunAsync(Ct);
        await PlanJobs.RunAsync(Ct);
        Assert.Equal([nameof(SweepAttachments)], await KindsAsync());
        await EndAllAsync();
        Time.Pass(TimeSpan.FromDays(1));
        await PlanJobs.RunAsync(Ct);
        Assert.Single(await KindsAsync());
        Time.Pass(TimeSpan.FromTicks(10));
        await PlanJobs.RunAsync(Ct);

        Assert.Equal([nameof(SweepAttachments), nameof(SweepAttachments)], await KindsAsync());
    }

    [Fact]
    public async Task Mails_that_wait_are_tried_again_every_hour()
    {
        GivenTwoProgrammes();
        Db.Add(new OutgoingMail
        {
            Owner = 2,
            Id = new MailId(Guid.CreateVersion7()),
            Recipient = "a@b.invalid",
            Subject = "s",
            Body = [],
            State = MailState.Waiting,
            AddedAt = Clock.Now.Instant,
        });
        await Db.SaveChangesAsync(Ct);

        await PlanJobs.RunAsync(Ct);
        await EndAllAsync();
        await PlanJobs.RunAsync(Ct);
        Assert.Equal((short)2, (await Stored().Jobs.SingleAsync(job => job.Kind == nameof(SendMails), Ct)).Owner);
        Time.Pass(TimeSpan.FromMinutes(61));
        await PlanJobs.RunAsync(Ct);

        Assert.Equal(2, (await KindsAsync()).Count(kind => kind == nameof(SendMails)));
    }

    [Fact]
    public async Task After_a_rotation_every_programme_writes_its_protected_rows_again_once()
    {
        GivenTwoProgrammes();
        await new EstablishKeys(Stored(), Clock).RunAsync(new KeyRingPlace(TestKeys.Text, "data"), Ct);

        await PlanRotated.RunAsync(Ct);
        await EndAllAsync();
        Time.Pass(TimeSpan.FromDays(30));
        await PlanRotated.RunAsync(Ct);

        Assert.Equal([1, 2], await Stored().Jobs.Where(job => job.Kind == nameof(RewriteProtected)).Select(job => (int)job.Owner).Order().ToListAsync(Ct));
    }

    private void GivenTwoProgrammes()
    {
        Given.Owner(Given.Place());
        Given.Owner(Given.Place("Huế"), id: 2);
    }

    private Task<int> EndAllAsync() => Stored().Jobs.ExecuteUpdateAsync(
        set => set.SetProperty(job => job.State, JobState.Done).SetProperty(job => job.DedupeKey, (string?)null), Ct);

    private Task<List<string>> KindsAsync() => Stored().Jobs.OrderBy(job => job.Kind).Select(job => job.Kind).ToListAsync(Ct);
}
