using System.Data.Common;
using System.Globalization;
using HieuHoc.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HieuHoc.Data.Sqlite;

/// <summary>One file, nothing to install: a laptop, a commune, a pilot province.</summary>
public sealed class SqliteEngine(string file) : DbEngine
{
    /// <summary>How long a writer waits for another, seconds.</summary>
    private const int BusySeconds = 30;

    // SQLITE_FULL
    private const int Full = 13;

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    private readonly WriteTurn turn = new();

    public override string Name => "sqlite";

    public override bool IsFull(DbException failure) => failure is SqliteException { SqliteErrorCode: Full };

    public override string JsonColumnType => "TEXT";

    public override string SkipLocked => "";

    public override string False => "0";

    public override string AsJson(string parameter) => parameter;

    /// <summary>The database file.</summary>
    public string File => file;

    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(connectionString).AddInterceptors(new ConnectionSettings());

    public override void ConfigureTypes(ModelConfigurationBuilder types)
    {
        IdConverters.AsBytes(types);
        types.Properties<DateTime>().HaveConversion<UtcText>();
    }

    public override object Parameter(object? value) => value switch
    {
        null => DBNull.Value,
        Guid guid => guid.ToByteArray(true),
        IRecordId id => id.Value.ToByteArray(true),
        DateTime instant => UtcText.Write(instant),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => value,
    };

    public override async Task MigrateAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        CreatePrivately();
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        ConnectionSettings.Apply(connection);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await Migrator.RunAsync(connection, transaction, Migration.In(typeof(SqliteEngine).Assembly), ct);
        await transaction.CommitAsync(ct);
    }

    public override async Task OptimiseAsync(CancellationToken ct)
    {
        await using var db = Open();
        // The limit keeps the write short whatever the size of the tables; 0x10002 looks at every table, not only at those this connection read.
        await ExecuteAsync(db, "pragma analysis_limit = 400; pragma optimize = 0x10002;", [], ct);
    }

    // SQLite plans by its indexes, whatever a table holds.
    public override Task CountRowsAsync(HieuHocDb db, string table, CancellationToken ct) => Task.CompletedTask;

    // Every transaction here begins as a writer, and SQLite has one writer at a time.
    public override Task LockAsync(HieuHocDb db, string name, CancellationToken ct) => Task.CompletedTask;

    public override async Task<IDisposable?> TurnAsync(CancellationToken ct) => await turn.TakeAsync(ct);

    /// <summary>The file holds password hashes: only the installation's own user may read it, and SQLite's side files follow it.</summary>
    private void CreatePrivately()
    {
        if (System.IO.File.Exists(file) || OperatingSystem.IsWindows())
        {
            return;
        }

        using var _ = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    public override async Task<Refusal?> CheckDurabilityAsync(CancellationToken ct)
    {
        await using var db = Open();
        await using var command = await CommandAsync(db, "pragma synchronous", [], ct);
        var synchronous = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);

        return synchronous >= ConnectionSettings.SynchronousFull
            ? null
            : new DatabaseNotDurable("synchronous", synchronous.ToString(CultureInfo.InvariantCulture), "FULL");
    }

    public override async Task BulkInsertAsync(
        HieuHocDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var places = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
        var sql = $"insert into \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) values ({places})";
        var properties = Properties(db, table, columns);
        await using var own = await db.BeginUnlessBegunAsync(ct);
        await using var command = await CommandAsync(db, sql, new object?[columns.Count], ct);
        command.Prepare();

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = Stored(row[i], properties[i]);
            }

            await command.ExecuteNonQueryAsync(ct);
        }

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
    }

    /// <summary>Instants as text that sorts, to the microsecond, and that come back as UTC.</summary>
    private sealed class UtcText() : ValueConverter<DateTime, string>(instant => Write(instant), text => Read(text))
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

        public static string Write(DateTime instant) => instant.ToString(Format, CultureInfo.InvariantCulture);

        private static DateTime Read(string text) => DateTime.ParseExact(
            text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }
}
