using System.Data.Common;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HieuHoc.Data.Postgres;

/// <summary>PostgreSQL 15 or newer: a province, and with Citus the country.</summary>
public sealed class PostgresEngine(string connectionString) : DbEngine, IAsyncDisposable
{
    /// <summary>The number under which one migration at a time locks the database.</summary>
    private const long MigrationLock = 0x48696575486f63;

    /// <summary>
    /// A page asks dozens of short queries: planned once instead of each time, and on connections that need no clearing,
    /// since nothing is ever set on one.
    /// </summary>
    private const string ForPages = "Max Auto Prepare=300;No Reset On Close=true";

    // One source for all contexts, so that they share one pool.
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Tuned(connectionString));

    public override string Name => "postgres";

    public override bool IsFull(DbException failure) => failure.SqlState == PostgresErrorCodes.DiskFull;

    public override string JsonColumnType => "jsonb";

    public override string SkipLocked => "for update skip locked";

    public override string False => "false";

    public override string AsJson(string parameter) => $"cast({parameter} as jsonb)";

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(source);

    public override void ConfigureTypes(ModelConfigurationBuilder types) => IdConverters.AsGuids(types);

    public override object Parameter(object? value) => value switch
    {
        null => DBNull.Value,
        IRecordId id => id.Value,
        Enum name => name.ToString(),
        _ => value,
    };

    public override async Task MigrateAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock(@key)", connection, transaction))
        {
            wait.Parameters.AddWithValue("key", MigrationLock);
            await wait.ExecuteNonQueryAsync(ct);
        }

        await Migrator.RunAsync(connection, transaction, Migration.In(typeof(PostgresEngine).Assembly), ct);
        await transaction.CommitAsync(ct);
    }

    // PostgreSQL's autovacuum does it.
    public override Task OptimiseAsync(CancellationToken ct) => Task.CompletedTask;

    public override Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct) => ExecuteAsync(db, $"analyze \"{table}\"", [], ct);

    public override async Task LockAsync(HieuHocDb db, string name, CancellationToken ct) =>
        await ExecuteAsync(db, "select pg_advisory_xact_lock(hashtext(@p0))", [name], ct);

    public override async Task<Refusal?> CheckDurabilityAsync(CancellationToken ct)
    {
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
        {
            await using var command = source.CreateCommand($"show {setting}");
            var value = (string?)await command.ExecuteScalarAsync(ct) ?? "";

            // local, remote_write and remote_apply wait for the own disk too; only "off" does not.
            if (value == "off")
            {
                return new DatabaseNotDurable(setting, value, "on");
            }
        }

        return null;
    }

    public override async Task BulkInsertAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var properties = Properties(db, table, columns);
        var types = properties.Select(property => property?.GetColumnType()).ToList();
        await using var writer = await connection.BeginBinaryImportAsync($"copy \"{table}\" ({names}) from stdin (format binary)", ct);

        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);

            for (var i = 0; i < row.Length; i++)
            {
                await WriteAsync(writer, Stored(row[i], properties[i]), types[i], ct);
            }
        }

        await writer.CompleteAsync(ct);
    }

    // A foreign key asks once for every row, at ten times the price of writing it; made again, it asks once for all.
    public override async Task FillAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var keys = await ForeignKeysAsync(db, table, ct);
        await AlterAsync(db, table, keys.Select(key => $"drop constraint \"{key.Name}\""), ct);
        await BulkInsertAsync(db, table, columns, rows, ct);
        await AlterAsync(db, table, keys.Select(key => $"add constraint \"{key.Name}\" {key.Definition}"), ct);
    }

    /// <summary>Closes the pool.</summary>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    // What the address says itself stands behind and wins.
    private static string Tuned(string address)
    {
        var settings = new NpgsqlConnectionStringBuilder($"{ForPages};{address}");
        settings.Options = $"-c jit=off {settings.Options}".TrimEnd();

        return settings.ConnectionString;
    }

    private async Task<IReadOnlyList<(string Name, string Definition)>> ForeignKeysAsync(HieuHocDb db, string table, CancellationToken ct)
    {
        const string Sql = "select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = cast(@p0 as regclass) and contype = 'f'";
        await using var command = await CommandAsync(db, Sql, [table], ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var keys = new List<(string, string)>();

        while (await reader.ReadAsync(ct))
        {
            keys.Add((reader.GetString(0), reader.GetString(1)));
        }

        return keys;
    }

    private async Task AlterAsync(HieuHocDb db, string table, IEnumerable<string> steps, CancellationToken ct)
    {
        if (string.Join(", ", steps) is { Length: > 0 } all)
        {
            await ExecuteAsync(db, $"alter table \"{table}\" {all}", [], ct);
        }
    }

    // The binary format needs the column's own type: a text is not a jsonb, an int not a smallint.
    private static Task WriteAsync(NpgsqlBinaryImporter writer, object value, string? type, CancellationToken ct) => value switch
    {
        DBNull => writer.WriteNullAsync(ct),
        _ when type is not null => writer.WriteAsync(value, type, ct),
        _ => writer.WriteAsync(value, ct),
    };
}
