using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Testing;

/// <summary>SQLite: a file per test in a folder that goes away with the process.</summary>
internal sealed class SqliteTestServer : TestServer
{
    private static readonly string Folder = MakeFolder();
    private static int number;

    public override Task<TestDatabase> EmptyAsync(CancellationToken ct) => Task.FromResult(At(NextFile()));

    protected override Task<TestDatabase> CopyAsync(string template, CancellationToken ct)
    {
        var file = NextFile();
        File.Copy(template, file);

        return Task.FromResult(At(file));
    }

    protected override async Task<string> KeepAsTemplateAsync(TestDatabase database)
    {
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)");
        }

        Close(database.Engine);

        return ((SqliteEngine)database.Engine).File;
    }

    private static TestDatabase At(string file) => new(file, path => new SqliteEngine(path), engine =>
    {
        Close(engine);

        foreach (var path in (string[])[file, file + "-wal", file + "-shm"])
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    });

    /// <summary>Closes the connections that wait in the pool, so that the file is whole.</summary>
    private static void Close(DbEngine engine)
    {
        using var db = engine.Open();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    private static string NextFile() => Path.Combine(Folder, $"{Interlocked.Increment(ref number)}.db");

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix + "_").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        return folder;
    }
}
