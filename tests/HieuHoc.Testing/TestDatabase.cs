using HieuHoc.Platform;

namespace HieuHoc.Testing;

/// <summary>A database of one test alone; it goes away with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<string, DbEngine> reach;
    private readonly Func<DbEngine, Task> drop;

    internal TestDatabase(string address, Func<string, DbEngine> reach, Func<DbEngine, Task> drop)
    {
        (Address, this.reach, this.drop) = (address, reach, drop);
        Engine = reach(address);
    }

    public DbEngine Engine { get; }

    /// <summary>What another server is told to reach it: the file of SQLite, the connection string of PostgreSQL.</summary>
    public string Address { get; }

    /// <summary>The engine of another server, with connections of its own; the caller disposes it where it can be disposed.</summary>
    public DbEngine AnotherEngine() => reach(Address);

    /// <summary>With the schema and every pack of the product, on the engine of this run.</summary>
    public static Task<TestDatabase> FilledAsync(CancellationToken ct) => TestEngines.Chosen.FilledAsync(ct);

    /// <summary>With the schema, every pack and the demonstration of Quảng Trị, on the engine of this run.</summary>
    public static Task<TestDatabase> DemoAsync(CancellationToken ct) => TestEngines.Chosen.DemoAsync(ct);

    /// <summary>With the schema alone, on the engine of this run.</summary>
    public static Task<TestDatabase> MigratedAsync(CancellationToken ct) => TestEngines.Chosen.MigratedAsync(ct);

    /// <summary>Without a schema, on the engine of this run.</summary>
    public static Task<TestDatabase> EmptyAsync(CancellationToken ct) => TestEngines.Chosen.EmptyAsync(ct);

    /// <summary>With the schema and every pack, on SQLite whatever the engine of this run.</summary>
    public static Task<TestDatabase> FilledSqliteAsync(CancellationToken ct) => TestEngines.Sqlite.FilledAsync(ct);

    /// <summary>With the schema alone, on SQLite whatever the engine of this run.</summary>
    public static Task<TestDatabase> MigratedSqliteAsync(CancellationToken ct) => TestEngines.Sqlite.MigratedAsync(ct);

    /// <summary>Without a schema, on SQLite whatever the engine of this run.</summary>
    public static Task<TestDatabase> EmptySqliteAsync(CancellationToken ct) => TestEngines.Sqlite.EmptyAsync(ct);

    /// <summary>Without a schema, on PostgreSQL whatever the engine of this run; skips the test where there is none.</summary>
    public static Task<TestDatabase> EmptyPostgresAsync(CancellationToken ct) => TestEngines.Postgres.EmptyAsync(ct);

    /// <summary>A context; the caller disposes it.</summary>
    public HieuHocDb Open() => Engine.Open();

    public async ValueTask DisposeAsync() => await drop(Engine);
}
