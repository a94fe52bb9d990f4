using System.Text;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Mail;
using HieuHoc.Testing;
using HieuHoc.Tests.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Tests.Platform.Mail;

public sealed class MailTests : JobsTest
{
    private const string Text = "Đường dẫn mở một lần: https://hieuhoc.invalid/x";

    private readonly SmtpListener listener = new();
    private SmtpSettings? settings;

    public MailTests() => settings = SmtpSettings.Read($"smtp://127.0.0.1:{listener.Port}", "hieuhoc@quangtri.invalid");

    [Fact]
    public async Task A_mail_reaches_the_server_with_its_Vietnamese_letters_and_is_not_sent_twice()
    {
        await WriteAsync("can.bo@hailang.invalid");

        await RunJobs.RunDueAsync(Ct);
        await WriteAsync("khac@hailang.invalid");
        await RunJobs.RunDueAsync(Ct);

        Assert.Equal(2, listener.Mails.Count);
        Assert.Contains("To: can.bo@hailang.invalid", listener.Mails[0], StringComparison.Ordinal);
        Assert.Contains("From: hieuhoc@quangtri.invalid", listener.Mails[0], StringComparison.Ordinal);
        Assert.Contains("text/plain", listener.Mails[0], StringComparison.Ordinal);
        var body = listener.Mails[0][(listener.Mails[0].IndexOf("\n\n", StringComparison.Ordinal) + 2)..].ReplaceLineEndings("");
        Assert.Equal(Text, Encoding.UTF8.GetString(Convert.FromBase64String(body)));
        Assert.All(await Stored().OutgoingMails.ToListAsync(Ct), mail => Assert.Equal((MailState.Sent, Clock.Now.Instant), (mail.State, mail.SentAt)));
    }

    [Fact]
    public async Task Without_a_server_mails_wait_and_the_job_says_why()
    {
        settings = null;
        await WriteAsync("can.bo@hailang.invalid");

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal(MailState.Waiting, (await Stored().OutgoingMails.SingleAsync(Ct)).State);
        var job = await Stored().Jobs.SingleAsync(Ct);
        Assert.Equal((JobState.Refused, "refusal.MailServerNotNamed"), (job.State, Said.FromJson(job.Said!).Key));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_leaves_the_mails_waiting()
    {
        await using (var gone = new SmtpListener())
        {
            settings = SmtpSettings.Read($"smtp://127.0.0.1:{gone.Port}", null);
        }

        await WriteAsync("can.bo@hailang.invalid");

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal(MailState.Waiting, (await Stored().OutgoingMails.SingleAsync(Ct)).State);
        Assert.Equal("refusal.MailServerUnwilling", Said.FromJson((await Stored().Jobs.SingleAsync(Ct)).Said!).Key);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_take_is_marked_and_the_others_are_sent()
    {
        await WriteAsync("no.body@hailang.invalid");
        await WriteAsync("not an address");
        await WriteAsync("can.bo@hailang.invalid");

        await RunJobs.RunDueAsync(Ct);

        Assert.Single(listener.Mails);
        var states = await Stored().OutgoingMails.ToDictionaryAsync(mail => mail.Recipient, mail => mail.State, Ct);
        Assert.Equal(
            (MailState.NotTaken, MailState.NotTaken, MailState.Sent),
            (states["no.body@hailang.invalid"], states["not an address"], states["can.bo@hailang.invalid"]));
    }

    [Theory]
    [InlineData("127.0.0.1", "a@b.invalid", true)]
    [InlineData("127.0.0.1", "a@b.vn", false)]
    [InlineData("192.0.2.1", "a@b.invalid", false)]
    public async Task A_demonstration_writes_to_nobody_outside(string host, string to, bool taken)
    {
        var mailer = new SmtpMailer(SmtpSettings.Read($"smtp://{host}:{listener.Port}", null), demo: true);

        var refusal = await mailer.SendAsync(new Letter(to, "s", "t"), Ct);

        Assert.Equal(taken ? null : new MailNotInDemo(), refusal);
    }

    [Fact]
    public async Task The_text_of_a_mail_cannot_be_read_in_the_database_and_is_written_again_after_a_rotation()
    {
        var older = TestKeys.RingOf(TestKeys.Text.Split(',')[0]);
        settings = null;
        await WriteAsync("can.bo@hailang.invalid", older);
        var before = (await Stored().OutgoingMails.SingleAsync(Ct)).Body;
        Assert.DoesNotContain("https", Encoding.Latin1.GetString(before), StringComparison.Ordinal);

        await using (var db = Engine.Open())
        {
            db.Enqueue<RewriteProtected>(1, new RewriteUnder(2), null, Clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        await RunJobs.RunDueAsync(Ct);

        var mail = await Stored().OutgoingMails.SingleAsync(Ct);
        Assert.Equal((1, 2), (KeyRing.KeyIdOf(before), KeyRing.KeyIdOf(mail.Body)));
        Assert.Equal(Text, Keys.UnprotectText("mail.body", mail.Body, $"1/{mail.Id.Value}"));
    }

    [Fact]
    public async Task A_server_that_has_not_read_the_newest_key_writes_nothing_again()
    {
        await using (var db = Engine.Open())
        {
            db.Enqueue<RewriteProtected>(1, new RewriteUnder(3), null, Clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        await RunJobs.RunDueAsync(Ct);

        Assert.Equal("refusal.ServerHasOlderKeys", Said.FromJson((await Stored().Jobs.SingleAsync(Ct)).Said!).Key);
    }

    [Theory]
    [InlineData("smtp://mail.invalid", "mail.invalid", 587, false, null, null)]
    [InlineData("smtps://mail.invalid:465", "mail.invalid", 465, true, null, null)]
    [InlineData("smtp://me:s%40id@mail.invalid:25", "mail.invalid", 25, false, "me", "s@id")]
    public void A_server_is_named_in_one_line(string line, string host, int port, bool encrypted, string? user, string? password) =>
        Assert.Equal(new SmtpSettings(host, port, encrypted, user, password, $"hieuhoc@{host}"), SmtpSettings.Read(line, null));

    [Theory]
    [InlineData(null)]
    [InlineData("mail.invalid")]
    [InlineData("https://mail.invalid")]
    public void What_names_no_server_is_none(string? line) => Assert.Null(SmtpSettings.Read(line, null));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await listener.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Add(IServiceCollection more) => more.AddTransient<IMailer>(_ => new SmtpMailer(settings, demo: false));

    private async Task WriteAsync(string to, KeyRing? keys = null)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.SendMailAsync(new Letter(to, "Thư của Hiếu Học", Text), keys ?? Keys, 1, null, Clock.Now, Ct);
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
    }
}
