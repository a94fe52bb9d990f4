using HieuHoc.Platform;

namespace HieuHoc.Tests.Data;

internal static class PostgresSchema
{
    private const string Columns =
        """
        select t.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
               nullif(concat(pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated), '')
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
        where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
        order by a.attname
        """;

    // An exclusion constraint too demands something of all rows, as a unique index does. A predicate comes in brackets.
    private const string Indexes =
        """
        select t.relname, x.indisprimary, x.indisunique or x.indisexclusion,
               array(select trim('"' from pg_get_indexdef(x.indexrelid, k, true)) from generate_series(1, x.indnkeyatts) k order by k),
               regexp_replace(pg_get_expr(x.indpred, x.indrelid), '^\((.*)\)$', '\1')
        from pg_index x
        join pg_class t on t.oid = x.indrelid
        where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
        """;

    private const string ForeignKeys =
        """
        select t.relname,
               array(select a.attname::text from unnest(f.conkey) with ordinality k(num, at)
                     join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num order by k.at),
               r.relname,
               array(select a.attname::text from unnest(f.confkey) with ordinality k(num, at)
                     join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num order by k.at),
               case f.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
                                  when 'n' then 'set null' when 'd' then 'set default' end
        from pg_constraint f
        join pg_class t on t.oid = f.conrelid
        join pg_class r on r.oid = f.confrelid
        where f.contype = 'f' and t.relnamespace = 'public'::regnamespace
        """;

    private const string Triggers =
        """
        select t.relname, g.tgname
        from pg_trigger g
        join pg_class t on t.oid = g.tgrelid
        where not g.tgisinternal and t.relnamespace = 'public'::regnamespace
        order by g.tgname
        """;

    public static async Task<IReadOnlyList<TableShape>> ReadAsync(DbEngine engine, CancellationToken ct)
    {
        var columns = await Schema.RowsAsync(engine, Columns, ct);
        var indexes = await Schema.RowsAsync(engine, Indexes, ct);
        var foreignKeys = await Schema.RowsAsync(engine, ForeignKeys, ct);
        var triggers = await Schema.RowsAsync(engine, Triggers, ct);

        return
        [
            .. from column in columns
               group column by (string)column[0]! into table
               let own = indexes.Where(row => (string)row[0]! == table.Key).ToList()
               select new TableShape(
                   table.Key,
                   [.. table.Select(row => new ColumnShape((string)row[1]!, (string)row[2]!, (bool)row[3]!, (string?)row[4]))],
                   [.. own.Where(row => (bool)row[1]!).SelectMany(row => (string[])row[3]!)],
                   [.. own.Where(row => !(bool)row[1]!).Select(row => new IndexShape((bool)row[2]!, (string[])row[3]!, (string?)row[4]))],
                   [.. foreignKeys.Where(row => (string)row[0]! == table.Key).Select(row =>
                       new ForeignKeyShape((string[])row[1]!, (string)row[2]!, (string[])row[3]!, (string)row[4]!))],
                   [.. triggers.Where(row => (string)row[0]! == table.Key).Select(row => (string)row[1]!)]),
        ];
    }
}
