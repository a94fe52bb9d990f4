using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HieuHoc.Data.Sqlite;

/// <summary>What every connection to the file must be told, since SQLite forgets it.</summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    /// <summary>The number by which SQLite reports synchronous=FULL.</summary>
    public const int SynchronousFull = 2;

    // FULL: a record that was acknowledged survives a power cut. WAL: readers do not wait for the writer. A writer that finds
    // another looks again after milliseconds; left to the driver, it would after 150.
    private const string Settings =
        "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma mmap_size = 268435456;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);

        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
