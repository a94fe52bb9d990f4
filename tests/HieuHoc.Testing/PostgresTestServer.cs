using System.Collections.Concurrent;
using System.Threading.Channels;
using HieuHoc.Data.Postgres;
using Npgsql;

namespace HieuHoc.Testing;

/// <summary>PostgreSQL: a database per test in the cluster that the environment names.</summary>
internal sealed class PostgresTestServer : TestServer
{
    /// <summary>Enough for a test of parallel writers, few enough for many tests at once.</summary>
    private const int PoolSize = 12;

    /// <summary>How many databases of finished tests may wait to be dropped: each drop waits for the disk, so tests do not wait for it.</summary>
    private const int MaxWaiting = 16;

    private static int number;

    private readonly string connectionString;
    private readonly NpgsqlDataSource maintenance;
    private readonly Channel<string> toDrop = Channel.CreateBounded<string>(MaxWaiting);
    private readonly Lazy<Task> dropping;
    private readonly ConcurrentBag<string> templates = [];

    public PostgresTestServer(string connectionString)
    {
        this.connectionString = connectionString;
        maintenance = NpgsqlDataSource.Create(connectionString);
        dropping = new Lazy<Task>(() => Task.Run(DropAllAsync));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Finish();
    }

    public override async Task<TestDatabase> EmptyAsync(CancellationToken ct)
    {
        var name = NextName();
        await RunAsync($"create database \"{name}\" template template0 encoding 'UTF8'", ct);

        return At(name);
    }

    protected override async Task<TestDatabase> CopyAsync(string template, CancellationToken ct)
    {
        var name = NextName();
        await RunAsync($"create database \"{name}\" template \"{template}\"", ct);

        return At(name);
    }

    protected override async Task<string> KeepAsTemplateAsync(TestDatabase database)
    {
        var engine = (PostgresEngine)database.Engine;
        string name;

        await using (var db = engine.Open())
        await using (var command = await engine.CommandAsync(db, "select current_database()", [], CancellationToken.None))
        {
            name = (string)(await command.ExecuteScalarAsync())!;
            command.CommandText = "vacuum (analyze)";
            await command.ExecuteNonQueryAsync();
        }

        await engine.DisposeAsync();
        // Nobody, not even the server's own vacuum, may be connected to a template while it is copied.
        await RunAsync($"alter database \"{name}\" with allow_connections false", CancellationToken.None);
        templates.Add(name);

        return name;
    }

    private TestDatabase At(string name)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Database = name, MaxPoolSize = PoolSize };

        return new TestDatabase(settings.ConnectionString, address => new PostgresEngine(address), async engine =>
        {
            await ((PostgresEngine)engine).DisposeAsync();
            _ = dropping.Value;
            await toDrop.Writer.WriteAsync(name);
        });
    }

    private Task DropAsync(string name) => RunAsync($"drop database if exists \"{name}\" with (force)", CancellationToken.None);

    private async Task DropAllAsync()
    {
        await foreach (var name in toDrop.Reader.ReadAllAsync())
        {
            try
            {
                await DropAsync(name);
            }
            catch (NpgsqlException e)
            {
                // The tests did what they should; that a database of theirs is left is for the one who looks after the cluster.
                await Console.Error.WriteLineAsync($"The database {name} could not be dropped: {e.Message}");
            }
        }
    }

    private void Finish()
    {
        toDrop.Writer.Complete();
        dropping.Value.GetAwaiter().GetResult();

        foreach (var template in templates)
        {
            DropAsync(template).GetAwaiter().GetResult();
        }
    }

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = maintenance.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string NextName() => $"{Prefix}_{Interlocked.Increment(ref number)}";
}
