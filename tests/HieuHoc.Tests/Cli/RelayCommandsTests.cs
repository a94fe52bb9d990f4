using System.Security.Cryptography;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Data.Sqlite;
using HieuHoc.Demo;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Cli;

/// <summary>A village's file over the real command line, on an installation with the demonstration.</summary>
[RunsOnce]
public sealed class RelayCommandsTests(DemoInstallation installation) : IClassFixture<DemoInstallation>
{
    private const string Meetings = "village-meeting.held";

    private CommandLine Cli => installation.CommandLine;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_received_once_and_again_with_the_same_receipts()
    {
        var file = await FileAsync("thon.hieuhoc", "11");

        var first = await Cli.RunAsync("relay", "import", file);
        var again = await Cli.RunAsync("relay", "import", file);
        var machine = await Cli.RunAsync("relay", "import", file, "--json");

        Assert.Equal((0, "", 0), (first.Exit, first.Error, again.Exit));
        Assert.Contains("Đã nhận 1 trên 1 lần nhập", first.Out, StringComparison.Ordinal);
        Assert.Contains("đã nhận từ trước", again.Out, StringComparison.Ordinal);
        var act = JsonDocument.Parse(machine.Out).RootElement.GetProperty("acts").EnumerateArray().Single();
        Assert.True(act.GetProperty("wasKnown").GetBoolean());
        Assert.Contains(act.GetProperty("receipt").GetProperty("code").GetString()!, first.Out, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, act.GetProperty("refusal").ValueKind);
    }

    [Fact]
    public async Task What_was_not_taken_is_told_and_the_exit_code_says_so()
    {
        var file = await FileAsync("sai.hieuhoc", "không rõ");

        var ran = await Cli.RunAsync("relay", "import", file);
        var machine = await Cli.RunAsync("relay", "import", file, "--json");

        Assert.Equal((1, 1), (ran.Exit, machine.Exit));
        Assert.Contains("chưa nhận", ran.Out, StringComparison.Ordinal);
        Assert.Equal(
            nameof(AnswersUnreadable), JsonDocument.Parse(machine.Out).RootElement.GetProperty("acts").EnumerateArray().Single().GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task A_file_that_no_telephone_saved_is_refused_with_a_sentence()
    {
        var path = Cli.Path("anh.jpg");
        await File.WriteAllTextAsync(path, "không phải tệp của thôn", Ct);

        var ran = await Cli.RunAsync("relay", "import", path);

        Assert.Equal((1, ""), (ran.Exit, ran.Out));
        Assert.StartsWith("Đây không phải tệp do điện thoại của thôn lưu", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Cli.RunAsync("relay", "import", Cli.Path("khong-co"))).Exit);
    }

    [Fact]
    public async Task Where_no_programme_runs_no_telephone_is_known()
    {
        using var empty = new CommandLine();
        await empty.RunAsync("migrate");
        var path = empty.Path("tep");
        await File.WriteAllTextAsync(path, "x", Ct);

        var ran = await empty.RunAsync("relay", "import", path);

        Assert.Equal((1, ""), (ran.Exit, ran.Out));
        Assert.StartsWith("Điện thoại lưu tệp này không thuộc", ran.Error, StringComparison.Ordinal);
    }

    /// <summary>A file of a telephone of the demonstration's village head, who typed how many meetings there were.</summary>
    private async Task<string> FileAsync(string name, string meetings)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var db = new SqliteEngine(Cli.Path("data/hieuhoc.db")).Open();
        var head = await db.People.AsNoTracking().SingleAsync(person => person.UserName == DemoPeople.HeadUserName, Ct);
        var grants = db.RoleGrants.Where(grant => grant.PersonId == head.Id).Select(grant => grant.PlaceId);
        var @return = await db.Returns.AsNoTracking().Where(@return => grants.Contains(@return.SubjectId)).Select(@return => @return.Id).SingleAsync(Ct);
        var device = new Device
        {
            Owner = head.Owner,
            Id = new DeviceId(Guid.CreateVersion7()),
            PersonId = head.Id,
            Browser = "Chrome · Android",
            KeyHash = [],
            PinHash = "",
            EnrolledAt = DateTime.UtcNow,
            SigningKey = key.ExportSubjectPublicKeyInfo(),
        };
        db.Add(device);
        await db.SaveChangesAsync(Ct);
        var acts = new[]
        {
            new
            {
                kind = "returns",
                id = @return.Value,
                startedFrom = (int?)null,
                actedAt = DateTime.UtcNow.AddHours(-1),
                body = new { values = new Dictionary<string, object> { [Meetings] = new { value = meetings, was = (string?)null } }, done = false },
            },
        };
        var ring = new KeyRingPlace(Cli.Path("data.keys"), Cli.Path("data")).Read().Value;
        var sealedText = SealedFile.Of(new { device = device.Id.Value, savedAt = DateTime.UtcNow, acts }, device.Id.Value, key, new InstallationKey(ring).Public);
        await File.WriteAllTextAsync(Cli.Path(name), sealedText, Ct);

        return Cli.Path(name);
    }
}
