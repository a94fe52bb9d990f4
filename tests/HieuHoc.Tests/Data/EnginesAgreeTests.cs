using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

public sealed class EnginesAgreeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_engines_keep_the_same_tables()
    {
        await using var postgres = await TestDatabase.EmptyPostgresAsync(Ct);
        await using var sqlite = await TestDatabase.EmptySqliteAsync(Ct);

        await postgres.Engine.MigrateAsync(Ct);
        await sqlite.Engine.MigrateAsync(Ct);

        Assert.Equal(await LinesAsync(postgres.Engine), await LinesAsync(sqlite.Engine));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(DbEngine engine) =>
        [.. (await Schema.ReadAsync(engine, Ct)).SelectMany(table => table.LinesOfAnyEngine())];
}
