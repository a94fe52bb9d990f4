using System.Data.Common;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HieuHoc.Tests.Data;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration First = new(1, "0001_first", "create table one (id integer not null primary key)", "a1");
    private static readonly Migration Second = new(2, "0002_second", "create table two (id integer not null primary key)", "a2");

    // Its first command succeeds, so that there is something to take back.
    private static readonly Migration Failing =
        new(3, "0003_failing", "create table three (id integer not null primary key); insert into no_such_table values (1)", "a3");

    private TestDatabase? database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DbEngine Engine => database!.Engine;

    public async ValueTask InitializeAsync() => database = await TestDatabase.EmptyAsync(Ct);

    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task An_empty_database_gets_every_table_and_remembers_every_step()
    {
        await Engine.MigrateAsync(Ct);

        Assert.Contains("return_version", await TablesAsync());
        Assert.Equal(Own().Select(migration => migration.Name), await LedgerAsync());
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await Engine.MigrateAsync(Ct);
        var before = await EverythingAsync();

        await Engine.MigrateAsync(Ct);

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task What_is_new_runs_after_what_ran()
    {
        await RunAsync(First);

        await RunAsync(First, Second);

        Assert.Equal(["one", "two"], await TablesAsync());
        Assert.Equal(["0001_first", "0002_second"], await LedgerAsync());
    }

    [Fact]
    public async Task A_step_that_fails_on_an_empty_database_leaves_it_empty()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(First, Second, Failing));

        Assert.Empty(await TablesAsync());
    }

    [Fact]
    public async Task A_step_that_fails_takes_back_the_steps_before_it()
    {
        await RunAsync(First);
        var before = await EverythingAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(First, Second, Failing));

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_step_whose_text_changed_after_it_ran_is_refused()
    {
        await RunAsync(First);
        var before = await EverythingAsync();

        await Assert.ThrowsAsync<MigrationException>(() => RunAsync(First with { Sha256 = "b1" }, Second));

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await RunAsync(First, Second);
        var before = await EverythingAsync();

        await Assert.ThrowsAsync<MigrationException>(() => RunAsync(First));

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public void The_line_ends_of_a_checkout_do_not_change_a_hash() =>
        Assert.DoesNotContain(Own(), migration => migration.Sql.Contains('\r', StringComparison.Ordinal));

    [Fact]
    public async Task Several_servers_that_start_at_once_migrate_once()
    {
        var engines = Enumerable.Range(0, 6).Select(_ => database!.AnotherEngine()).ToList();

        await Task.WhenAll(engines.Select(engine => Task.Run(() => engine.MigrateAsync(Ct), Ct)));

        Assert.Equal(Own().Select(migration => migration.Name), await LedgerAsync());
        foreach (var engine in engines.OfType<IAsyncDisposable>())
        {
            await engine.DisposeAsync();
        }
    }

    private IReadOnlyList<Migration> Own() => Migration.In(Engine.GetType().Assembly);

    private async Task RunAsync(params Migration[] migrations)
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await Migrator.RunAsync(db.Database.GetDbConnection(), transaction.GetDbTransaction(), migrations, Ct);
        await transaction.CommitAsync(Ct);
    }

    private async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await Schema.ReadAsync(Engine, Ct)).Select(table => table.Name)];

    private async Task<IReadOnlyList<string>> LedgerAsync() =>
        [.. (await Schema.RowsAsync(Engine, "select name from schema_migration order by number", Ct)).Select(row => (string)row[0]!)];

    private async Task<IReadOnlyList<string>> EverythingAsync() =>
    [
        .. (await Schema.ReadAsync(Engine, Ct)).SelectMany(table => table.Lines()),
        .. (await Schema.RowsAsync(Engine, "select name, sha256, applied_at from schema_migration order by number", Ct)).Select(row => string.Join(' ', row)),
    ];
}
