using System.Data.Common;
using System.Globalization;
using System.Net;
using HieuHoc.Access;
using HieuHoc.Data.Postgres;
using HieuHoc.Platform;
using HieuHoc.Testing;
using HieuHoc.Web.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>A disk that is full: a sentence, nothing half-written, and work goes on once there is room.</summary>
public sealed class FullDiskTests : WebTest
{
    private const int MostTries = 500;

    private readonly Limit limit = new();

    // SQLite alone can be told how far it may grow.
    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.MigratedSqliteAsync(Ct);

    protected override Task<Site> StartAsync() => Site.StartAsync(new LimitedEngine(Engine, limit), Time, Ct);

    [Fact]
    public async Task A_full_database_is_told_and_what_was_there_stays()
    {
        await using var db = Engine.Open();
        limit.Pages = await PagesAsync(db);

        var (full, kept) = await SignInUntilFullAsync();
        var sessions = await db.Sessions.CountAsync(Ct);
        limit.Pages = null;

        Assert.Equal((HttpStatusCode.InsufficientStorage, "Máy chủ hết chỗ lưu"), (full.Status, full.Heading));
        Assert.Equal(kept, sessions);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(await AsAsync(Officer), "/")).StatusCode);
    }

    [Fact]
    public void A_disk_without_room_is_known_from_every_side()
    {
        var engine = new PostgresEngine("Host=none");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        var files = Assert.ThrowsAny<IOException>(() => full.Write([1]));

        Assert.True(DiskFull.Is(new InvalidOperationException("outer", files), engine));
        Assert.True(DiskFull.Is(new PostgresException("full", "ERROR", "ERROR", PostgresErrorCodes.DiskFull), engine));
        Assert.False(DiskFull.Is(new PostgresException("other", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation), engine));
        Assert.False(DiskFull.Is(new FileNotFoundException(), engine));
    }

    private static async Task<int> PagesAsync(HieuHocDb db) =>
        (int)await db.Database.SqlQueryRaw<long>("select page_count as Value from pragma_page_count()").SingleAsync(Ct);

    /// <summary>Each sign-in writes some rows, until no page is left for them.</summary>
    private async Task<(PageView Page, int Kept)> SignInUntilFullAsync()
    {
        for (var kept = 0; kept < MostTries; kept++)
        {
            using var browser = Site.Stranger();
            var answer = await Site.PostAsync(browser, "/sign-in", [("UserName", Officer.UserName), ("Password", Officer.Password)], Ct);

            if (answer.StatusCode is not HttpStatusCode.Found)
            {
                return (await PageView.OfAsync(answer, Ct), kept);
            }
        }

        throw new InvalidOperationException("The database never came to its limit.");
    }

    /// <summary>An engine whose database may not grow beyond a number of pages, as a disk would not let it.</summary>
    private sealed class LimitedEngine(DbEngine engine, Limit limit) : WatchedEngine(engine, limit);

    private sealed class Limit : DbConnectionInterceptor
    {
        // What SQLite takes for no limit.
        private const long Most = 4_294_967_294;

        public int? Pages { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"pragma max_page_count = {Pages ?? Most}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
