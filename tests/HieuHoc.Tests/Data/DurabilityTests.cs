using HieuHoc.Data.Postgres;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

/// <summary>What keeps an acknowledged record through a power cut: the settings of both engines, whichever this run is about.</summary>
public sealed class DurabilityTests
{
    private const long Full = 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_of_this_run_keeps_what_it_acknowledged()
    {
        await using var database = await TestDatabase.FilledAsync(Ct);

        Assert.Null(await database.Engine.CheckDurabilityAsync(Ct));
    }

    [Fact]
    public async Task Every_connection_to_a_file_waits_for_the_disk()
    {
        await using var database = await TestDatabase.EmptySqliteAsync(Ct);
        await using var one = database.Open();
        await using var two = database.Open();
        await using var three = database.Open();

        // All open at once, so that each has a connection of its own.
        long[] settings = [await SynchronousAsync(one), await SynchronousAsync(two), await SynchronousAsync(three)];

        Assert.All(settings, setting => Assert.Equal(Full, setting));
    }

    [Fact]
    public async Task A_connection_that_comes_back_from_the_pool_waits_for_the_disk_again()
    {
        await using var database = await TestDatabase.EmptySqliteAsync(Ct);
        await using (var careless = database.Open())
        {
            await database.Engine.ExecuteAsync(careless, "pragma synchronous = off", [], Ct);
            Assert.Equal(0, await SynchronousAsync(careless));
        }

        await using var next = database.Open();

        Assert.Equal(Full, await SynchronousAsync(next));
    }

    [Fact]
    public async Task A_context_that_queries_writes_and_saves_waits_for_the_disk()
    {
        await using var database = await TestDatabase.EmptySqliteAsync(Ct);
        await database.Engine.MigrateAsync(Ct);
        await using var db = database.Open();

        await using var transaction = await db.Database.BeginTransactionAsync(Ct);

        Assert.Equal(Full, await SynchronousAsync(db));
    }

    [Fact]
    public async Task A_file_is_read_while_it_is_written()
    {
        await using var database = await TestDatabase.EmptySqliteAsync(Ct);
        await using var db = database.Open();

        var mode = await ScalarAsync(db, "pragma journal_mode");

        Assert.Equal("wal", mode);
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_wait_for_its_disk_is_refused()
    {
        await using var database = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var db = database.Open();
        var name = await ScalarAsync(db, "select current_database()");
        await database.Engine.ExecuteAsync(db, $"alter database \"{name}\" set synchronous_commit = off", [], Ct);
        await using var server = (PostgresEngine)database.AnotherEngine();

        var refusal = await server.CheckDurabilityAsync(Ct);

        Assert.Equal(new DatabaseNotDurable("synchronous_commit", "off", "on"), refusal);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("on")]
    public async Task A_PostgreSQL_that_waits_for_its_own_disk_is_taken(string setting)
    {
        await using var database = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var server = new PostgresEngine($"{database.Address};Options=-c synchronous_commit={setting}");

        Assert.Null(await server.CheckDurabilityAsync(Ct));
    }

    private static async Task<long> SynchronousAsync(HieuHocDb db) => (long)(await ScalarAsync(db, "pragma synchronous"))!;

    private static async Task<object?> ScalarAsync(HieuHocDb db, string sql)
    {
        await using var command = await db.Engine.CommandAsync(db, sql, [], Ct);

        return await command.ExecuteScalarAsync(Ct);
    }
}
