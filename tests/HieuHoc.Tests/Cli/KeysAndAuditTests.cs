using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Cli;

[RunsOnce]
public sealed class KeysAndAuditTests : IDisposable
{
    private readonly CommandLine line = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_installation_gets_a_key_ring_beside_its_data_and_is_refused_without_it()
    {
        Assert.Equal(0, (await line.RunAsync("migrate")).Exit);
        var check = await line.RunAsync("keys", "check");
        var rotated = await line.RunAsync("keys", "rotate");
        File.Delete(line.Path("data.keys"));
        var missing = await line.RunAsync("keys", "check");

        Assert.Equal((0, 0), (check.Exit, rotated.Exit));
        Assert.Contains("khóa số 2", rotated.Out, StringComparison.Ordinal);
        Assert.Equal(1, missing.Exit);
        Assert.Contains("data.keys", missing.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await line.RunAsync("migrate")).Exit);
    }

    [Fact]
    public async Task A_row_that_was_put_into_the_audit_is_named_and_the_exit_code_says_so()
    {
        await line.RunAsync("migrate");
        var whole = await line.RunAsync("audit", "verify");
        var id = Guid.CreateVersion7();
        await using (var db = new SqliteEngine(line.Path("data/hieuhoc.db")).Open())
        {
            db.Add(new AuditEntry { Owner = 1, Id = id, At = DateTime.UnixEpoch, PersonId = null, Change = "X", Record = "x", Detail = "{}" });
            await db.SaveChangesAsync(Ct);
        }

        var broken = await line.RunAsync("audit", "verify");

        Assert.Equal((0, 1), (whole.Exit, broken.Exit));
        Assert.Contains($"{id}", broken.Error, StringComparison.Ordinal);
    }

    public void Dispose() => line.Dispose();
}
