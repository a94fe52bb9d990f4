using HieuHoc.Platform;

namespace HieuHoc.Tests.Data;

internal static class SqliteSchema
{
    private const string OwnTable = "t.type = 'table' and t.name not like 'sqlite_%'";

    public static async Task<IReadOnlyList<TableShape>> ReadAsync(DbEngine engine, CancellationToken ct)
    {
        var columns = await Schema.RowsAsync(
            engine,
            $"""
            select t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
            from sqlite_master t join pragma_table_xinfo(t.name) c
            where {OwnTable} order by c.name
            """,
            ct);
        var indexes = await Schema.RowsAsync(
            engine,
            $"""
            select t.name, i.name, i."unique", c.name, m.sql
            from sqlite_master t join pragma_index_list(t.name) i join pragma_index_xinfo(i.name) c
            left join sqlite_master m on m.type = 'index' and m.name = i.name
            where {OwnTable} and i.origin <> 'pk' and c.key order by i.name, c.seqno
            """,
            ct);
        var foreignKeys = await Schema.RowsAsync(
            engine,
            $"""
            select t.name, f.id, f."from", f."table", f."to", f.on_delete
            from sqlite_master t join pragma_foreign_key_list(t.name) f
            where {OwnTable} order by f.id, f.seq
            """,
            ct);
        var triggers = await Schema.RowsAsync(engine, "select tbl_name, name from sqlite_master where type = 'trigger' order by name", ct);

        return
        [
            .. from column in columns
               group column by (string)column[0]! into table
               select new TableShape(
                   table.Key,
                   [.. table.Select(Column)],
                   [.. table.Where(column => (long)column[5]! > 0).OrderBy(column => (long)column[5]!).Select(column => (string)column[1]!)],
                   [.. indexes.Where(row => (string)row[0]! == table.Key).GroupBy(row => (string)row[1]!).Select(Index)],
                   [.. foreignKeys.Where(row => (string)row[0]! == table.Key).GroupBy(row => (long)row[1]!).Select(ForeignKey)],
                   [.. triggers.Where(row => (string)row[0]! == table.Key).Select(row => (string)row[1]!)]),
        ];
    }

    // SQLite lets a key column without "not null" be null; the model and the files never leave it to that.
    private static ColumnShape Column(object?[] row) => new((string)row[1]!, (string)row[2]!, (long)row[3]! == 0, (string?)row[4]);

    private static IndexShape Index(IGrouping<string, object?[]> rows)
    {
        var sql = (string?)rows.First()[4] ?? "";
        const string Where = " where ";
        var where = sql.IndexOf(Where, StringComparison.OrdinalIgnoreCase);

        return new IndexShape(
            (long)rows.First()[2]! == 1,
            [.. rows.Select(row => (string?)row[3] ?? sql)],
            where < 0 ? null : sql[(where + Where.Length)..].Trim());
    }

    private static ForeignKeyShape ForeignKey(IEnumerable<object?[]> rows) => new(
        [.. rows.Select(row => (string)row[2]!)],
        (string)rows.First()[3]!,
        [.. rows.Select(row => (string)row[4]!)],
        ((string)rows.First()[5]!).ToLowerInvariant());
}
