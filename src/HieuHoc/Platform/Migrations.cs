using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HieuHoc.Platform;

/// <summary>One step of the schema: an SQL file built into the engine's project, named <c>NNNN_what.sql</c>.</summary>
/// <param name="Sha256">A migration that ran may never change; the hash tells.</param>
public sealed record Migration(int Number, string Name, string Sql, string Sha256)
{
    /// <summary>The migrations built into an assembly, in their order.</summary>
    public static IReadOnlyList<Migration> In(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Number),
    ];

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var name = resource.Split('.')[^2];

        return new Migration(
            int.Parse(name[..4], CultureInfo.InvariantCulture),
            name,
            sql,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}

/// <summary>A database was changed by a product newer than this one, or a migration that ran has another text now.</summary>
public sealed class MigrationException(string message) : Exception(message);

/// <summary>Brings a schema up to date, one transaction for all steps: it ends new, or as it was.</summary>
public static class Migrator
{
    private const string Ledger =
        """
        create table if not exists schema_migration (
            number integer not null primary key,
            name text not null,
            sha256 text not null,
            applied_at text not null
        )
        """;

    /// <summary>Runs what has not run yet inside the transaction given.</summary>
    public static async Task RunAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<Migration> migrations, CancellationToken ct)
    {
        await ExecuteAsync(connection, transaction, Ledger, ct);
        var applied = await AppliedAsync(connection, transaction, ct);

        if (applied.Keys.Except(migrations.Select(migration => migration.Number)).Any())
        {
            throw new MigrationException("This database belongs to a newer version of Hiếu Học. Start that version, or restore an older backup.");
        }

        foreach (var migration in migrations)
        {
            if (applied.TryGetValue(migration.Number, out var sha256))
            {
                if (sha256 != migration.Sha256)
                {
                    throw new MigrationException($"Migration {migration.Name} ran here with another text. Install the version that wrote this database.");
                }

                continue;
            }

            await ExecuteAsync(connection, transaction, migration.Sql, ct);
            await RecordAsync(connection, transaction, migration, ct);
        }
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(
        DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select number, sha256 from schema_migration";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<int, string>();

        while (await reader.ReadAsync(ct))
        {
            applied[reader.GetInt32(0)] = reader.GetString(1);
        }

        return applied;
    }

    private static async Task RecordAsync(
        DbConnection connection, DbTransaction transaction, Migration migration, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "insert into schema_migration (number, name, sha256, applied_at) values (@number, @name, @sha256, cast(current_timestamp as text))";
        Add(command, "@number", migration.Number);
        Add(command, "@name", migration.Name);
        Add(command, "@sha256", migration.Sha256);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
