namespace HieuHoc.Tests.Data;

/// <summary>
/// What Citus demands of a schema whose tables are distributed by <c>owner</c> where their key begins with it, and are
/// reference tables (whole on every node) where it does not.
/// </summary>
internal static class CitusRules
{
    public const string Distribution = "owner";

    public static bool IsDistributed(TableShape table) => table.Key is [Distribution, ..];

    /// <summary>Every rule that is broken, in words; each begins with its table's name.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<TableShape> tables)
    {
        var distributed = tables.Where(IsDistributed).Select(table => table.Name).ToHashSet();

        return
        [
            .. tables.SelectMany(table => OfAny(table)
                .Concat(IsDistributed(table) ? OfDistributed(table, distributed) : OfReference(table, distributed))
                .Select(sentence => $"{table.Name}: {sentence}")),
        ];
    }

    private static IEnumerable<string> OfAny(TableShape table)
    {
        if (table.Key.Count == 0)
        {
            yield return "has no primary key";
        }
    }

    private static IEnumerable<string> OfReference(TableShape table, HashSet<string> distributed)
    {
        if (table.Columns.Any(column => column.Name == Distribution))
        {
            yield return "has an owner, but its key does not begin with it";
        }

        foreach (var key in table.ForeignKeys.Where(key => distributed.Contains(key.Table)))
        {
            yield return $"is a reference table and refers to the distributed {key.Table}";
        }
    }

    private static IEnumerable<string> OfDistributed(TableShape table, HashSet<string> distributed)
    {
        if (table.Columns.Single(column => column.Name == Distribution) is not { Type: "smallint", Nullable: false })
        {
            yield return "has an owner that is no smallint: its shards would lie apart from the others'";
        }

        foreach (var index in table.Indexes.Where(index => index.Unique && !index.Columns.Contains(Distribution)))
        {
            yield return $"demands that ({string.Join(", ", index.Columns)}) is unique over all owners";
        }

        foreach (var key in table.ForeignKeys)
        {
            if (distributed.Contains(key.Table) && !key.Columns.Zip(key.Referenced).Contains((Distribution, Distribution)))
            {
                yield return $"refers to the distributed {key.Table}, but not from owner to owner";
            }

            if (key.OnDelete is "set null" or "set default" && key.Columns.Contains(Distribution))
            {
                yield return $"would lose its owner with a row of {key.Table}";
            }
        }

        foreach (var trigger in table.Triggers)
        {
            yield return $"has the trigger {trigger}";
        }
    }
}
