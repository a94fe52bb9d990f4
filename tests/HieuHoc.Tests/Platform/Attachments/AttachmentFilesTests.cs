using System.Security.Cryptography;
using System.Text;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Tests.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Tests.Platform.Attachments;

public sealed class AttachmentFilesTests : JobsTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-files-").FullName;

    private AttachmentFiles AttachmentFiles => new(folder, Clock);

    [Fact]
    public async Task A_file_lies_under_the_hash_of_its_content_and_twice_the_same_lies_once()
    {
        var first = (await KeepAsync("content")).Value;
        var second = (await KeepAsync("content")).Value;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("content"u8)), first.Sha256);
        Assert.Equal((first, 7L), (second, first.Size));
        Assert.Equal("content", await ReadAsync(first.Sha256));
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing(long most, bool taken)
    {
        var kept = await AttachmentFiles.KeepAsync(new MemoryStream("content"u8.ToArray()), most, Ct);

        Assert.Equal(taken ? null : new AttachmentTooLarge(0), kept.Refusal);
        Assert.Equal(taken ? 1 : 0, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_file_that_arrives_broken_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => AttachmentFiles.KeepAsync(new BrokenStream(), 100, Ct));

        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_without_a_row_is_swept_after_a_day_and_one_with_a_row_never()
    {
        var named = (await KeepAsync("named")).Value;
        var alone = (await KeepAsync("alone")).Value;
        await AddRowAsync(named, owner: 2);

        Time.Pass(AttachmentFiles.Grace);
        await SweepAsync();
        Assert.Equal(2, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
        Time.Pass(TimeSpan.FromSeconds(1));
        await SweepAsync();

        Assert.Equal("named", await ReadAsync(named.Sha256));
        Assert.Throws<FileNotFoundException>(() => AttachmentFiles.Open(alone.Sha256));
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_ended_attachment_keeps_its_file()
    {
        var named = (await KeepAsync("named")).Value;
        await AddRowAsync(named, ended: true);

        Time.Pass(TimeSpan.FromDays(400));
        await SweepAsync();

        Assert.Equal("named", await ReadAsync(named.Sha256));
    }

    [Fact]
    public async Task A_content_that_is_added_again_while_its_old_file_is_swept_stays()
    {
        var kept = (await KeepAsync("content")).Value;
        Time.Pass(TimeSpan.FromDays(2));
        Assert.Equal([kept.Sha256], AttachmentFiles.OldFiles());

        await KeepAsync("content");

        Assert.False(AttachmentFiles.Sweep(kept.Sha256));
        Assert.Equal("content", await ReadAsync(kept.Sha256));
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("A.PDF", "%PDF-1.7", "application/pdf")]
    [InlineData("a.docx", "PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("a.pdf", "<html>", null)]
    [InlineData("a.pdf", "", null)]
    [InlineData("a.html", "<html>", null)]
    [InlineData("a.svg", "<svg>", null)]
    [InlineData("a.html", "%PDF-1.7", null)]
    [InlineData("pdf", "%PDF-1.7", null)]
    public void Only_what_its_name_and_its_content_agree_on_is_taken(string name, string begins, string? expected) =>
        Assert.Equal(expected, AttachmentTypes.Of(name, Encoding.Latin1.GetBytes(begins)));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void Add(IServiceCollection more) => more.AddSingleton(AttachmentFiles);

    private Task<Outcome<KeptFile>> KeepAsync(string content) =>
        AttachmentFiles.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), 1000, Ct);

    private async Task<string> ReadAsync(string sha256)
    {
        using var reader = new StreamReader(AttachmentFiles.Open(sha256));

        return await reader.ReadToEndAsync(Ct);
    }

    private async Task SweepAsync()
    {
        await using var db = Engine.Open();
        db.Enqueue<SweepAttachments>(1, new { }, null, Clock.Now);
        await db.SaveChangesAsync(Ct);
        Assert.Equal(1, await RunJobs.RunDueAsync(Ct));
        Assert.DoesNotContain(await Stored().Jobs.ToListAsync(Ct), job => job.State is not JobState.Done);
    }

    private async Task AddRowAsync(KeptFile file, short owner = 1, bool ended = false)
    {
        await using var db = Engine.Open();
        var attachment = new Attachment
        {
            Owner = owner,
            Id = new AttachmentId(Guid.CreateVersion7()),
            Kind = "return",
            Record = "x",
            Sha256 = file.Sha256,
            Size = file.Size,
            MediaType = "application/pdf",
            Name = "a.pdf",
            AddedBy = null,
            AddedAt = Clock.Now.Instant,
        };

        if (ended)
        {
            attachment.End(null, Clock.Now);
        }

        db.Add(attachment);
        await db.SaveChangesAsync(Ct);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken");
    }
}
