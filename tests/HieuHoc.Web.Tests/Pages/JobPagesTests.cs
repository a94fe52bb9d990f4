using System.Net;
using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Pages;

public sealed class JobPagesTests : WalkTest
{
    [Fact]
    public async Task A_job_is_followed_to_its_end_by_a_page_that_loads_itself_again_until_then()
    {
        var id = await EnqueueAsync(PersonIn(Role.CommuneOfficer));
        var browser = await AsAsync(Role.CommuneOfficer);

        var waiting = await PageAsync(browser, $"/jobs/{id.Value}");
        await Site.Services.GetRequiredService<RunJobs>().RunDueAsync(Ct);
        var done = await PageAsync(browser, $"/jobs/{id.Value}");

        Assert.Equal("3", waiting.Document.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal(("0", "100"), (Progress(waiting), Progress(done)));
        Assert.Contains("Đang chờ", waiting.Main, StringComparison.Ordinal);
        Assert.Contains("Đã dọn 0 tệp.", done.Main, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Empty(done.Document.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task A_job_is_stopped_by_its_button_and_not_twice()
    {
        var id = await EnqueueAsync(PersonIn(Role.CommuneOfficer));
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await PageAsync(browser, $"/jobs/{id.Value}");

        var stopped = await PressAsync(browser, page, "Dừng việc này");
        var again = await PressAsync(browser, page, "Dừng việc này");

        Assert.Contains("Đã dừng", stopped.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, 1), (again.Status, again.Errors.Count));
        Assert.Equal(
            ["Yêu cầu dừng việc", "Yêu cầu việc này"], stopped.Document.QuerySelectorAll(".history strong").Select(PageView.Words));
    }

    [Fact]
    public async Task Everyone_sees_their_own_jobs_and_the_administrator_all()
    {
        await EnqueueAsync(PersonIn(Role.CommuneOfficer));
        var installations = await EnqueueAsync(null);
        var officer = await AsAsync(Role.CommuneOfficer);
        var leader = await AsAsync(Role.CommuneLeader);
        var administrator = await AsAsync(Role.Administrator);

        Assert.Single(Rows(await PageAsync(officer, "/jobs")));
        Assert.Empty(Rows(await PageAsync(leader, "/jobs")));
        Assert.Equal(2, Rows(await PageAsync(administrator, "/jobs")).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/jobs/{installations.Value}")).Status);
    }

    [Fact]
    public async Task A_mail_that_nobody_could_send_is_shown_to_the_administrator_as_not_sent()
    {
        await using (var db = Engine.Open())
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            await db.SendMailAsync(new Letter("can.bo@hailang.invalid", "Nhắc hạn nộp", "bí mật"), Keys, 1, null, Clock.Now, Ct);
            await db.SaveChangesAsync(Ct);
            await transaction.CommitAsync(Ct);
        }

        await Site.Services.GetRequiredService<RunJobs>().RunDueAsync(Ct);

        var page = await PageAsync(await AsAsync(Role.Administrator), "/mails");
        Assert.Contains("Nhắc hạn nộp can.bo@hailang.invalid Chưa gửi", Assert.Single(Rows(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("bí mật", page.Main, StringComparison.Ordinal);
    }

    private static string? Progress(PageView page) => page.Document.QuerySelector("progress")?.GetAttribute("value");

    private async Task<JobId> EnqueueAsync(DemoPerson? by)
    {
        await using var db = Engine.Open();
        var person = by is null ? null : await db.People.SingleAsync(row => row.UserName == by.UserName, Ct);
        var id = db.Enqueue<SweepAttachments>(1, new { }, person?.Id.Value, Clock.Now);
        await db.SaveChangesAsync(Ct);

        return id;
    }
}
