using System.Globalization;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

public sealed class OptimiseTests : DatabaseTest
{
    /// <summary>PostgreSQL does it by itself.</summary>
    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.FilledSqliteAsync(Ct);

    [Fact]
    public async Task SQLite_counts_what_its_plans_are_made_from_only_when_it_is_told()
    {
        const string Tables = "select count(*) from sqlite_master where name = 'sqlite_stat1'";
        var before = await NumberAsync(Tables);

        await Engine.OptimiseAsync(Ct);
        await Engine.OptimiseAsync(Ct);

        Assert.Equal((0, 1), (before, await NumberAsync(Tables)));
        Assert.InRange(await NumberAsync("select count(*) from sqlite_stat1 where tbl = 'place_name'"), 1, 10);
    }

    private async Task<int> NumberAsync(string sql)
    {
        await using var command = await Engine.CommandAsync(Db, sql, [], Ct);

        return Convert.ToInt32(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
    }
}
