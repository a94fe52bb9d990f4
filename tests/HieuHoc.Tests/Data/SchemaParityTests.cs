using System.Reflection;
using HieuHoc.Data.Postgres;
using HieuHoc.Data.Sqlite;
using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

public sealed class SchemaParityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        await using var migrated = await TestDatabase.EmptyAsync(Ct);
        await using var modelled = await TestDatabase.EmptyAsync(Ct);

        await migrated.Engine.MigrateAsync(Ct);
        await using (var db = modelled.Open())
        {
            await db.Database.EnsureCreatedAsync(Ct);
        }

        Assert.Equal(await LinesAsync(modelled.Engine), await LinesAsync(migrated.Engine));
    }

    [Theory]
    [InlineData("create table extra (id integer not null primary key)")]
    [InlineData("alter table round add column extra text")]
    [InlineData("drop index ux_round_owner_code")]
    [InlineData("create index ix_extra on round (due_on)")]
    [InlineData("drop index ux_round_owner_code; create unique index ux_round_owner_code on round (code, owner)")]
    public async Task A_difference_is_found(string change)
    {
        await using var database = await TestDatabase.EmptyAsync(Ct);
        await database.Engine.MigrateAsync(Ct);
        var before = await LinesAsync(database.Engine);

        await using (var db = database.Open())
        {
            await database.Engine.ExecuteAsync(db, change, [], Ct);
        }

        Assert.NotEqual(before, await LinesAsync(database.Engine));
    }

    [Fact]
    public void The_migrations_of_both_engines_go_together()
    {
        var sqlite = NamesIn(typeof(SqliteEngine).Assembly);

        Assert.Equal(sqlite, NamesIn(typeof(PostgresEngine).Assembly));
        Assert.Equal(Enumerable.Range(1, sqlite.Count), Migration.In(typeof(SqliteEngine).Assembly).Select(migration => migration.Number));
    }

    private static IReadOnlyList<string> NamesIn(Assembly assembly) => [.. Migration.In(assembly).Select(migration => migration.Name)];

    private static async Task<IReadOnlyList<string>> LinesAsync(DbEngine engine) =>
        [.. (await Schema.ReadAsync(engine, Ct)).SelectMany(table => table.Lines())];
}
