using HieuHoc.Platform;

namespace HieuHoc.Tests.Data;

/// <summary>The tables of a database, read from the catalog of its engine.</summary>
internal static class Schema
{
    /// <summary>What the migrator writes down about itself; the model does not know it.</summary>
    private const string Ledger = "schema_migration";

    public static async Task<IReadOnlyList<TableShape>> ReadAsync(DbEngine engine, CancellationToken ct)
    {
        var tables = engine.Name == "sqlite" ? await SqliteSchema.ReadAsync(engine, ct) : await PostgresSchema.ReadAsync(engine, ct);

        return [.. tables.Where(table => table.Name != Ledger).OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    /// <summary>The rows of a query, as the driver gives them.</summary>
    public static async Task<IReadOnlyList<object?[]>> RowsAsync(DbEngine engine, string sql, CancellationToken ct)
    {
        await using var db = engine.Open();
        await using var command = await engine.CommandAsync(db, sql, [], ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<object?[]>();

        while (await reader.ReadAsync(ct))
        {
            var row = new object?[reader.FieldCount];

            for (var i = 0; i < row.Length; i++)
            {
                row[i] = await reader.IsDBNullAsync(i, ct) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }
}
