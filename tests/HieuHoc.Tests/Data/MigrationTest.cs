using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HieuHoc.Tests.Data;

/// <summary>An installation that has data from before a step of the schema, and takes it.</summary>
public abstract class MigrationTest(int step) : IAsyncLifetime
{
    private TestDatabase? database;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected DbEngine Engine => database!.Engine;

    public async ValueTask InitializeAsync() => database = await TestDatabase.EmptyAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the schema as it was before the step.</summary>
    protected async Task MigrateBeforeAsync()
    {
        await using var db = Engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await Migrator.RunAsync(
            db.Database.GetDbConnection(),
            transaction.GetDbTransaction(),
            [.. Migration.In(Engine.GetType().Assembly).Where(migration => migration.Number < step)],
            Ct);
        await transaction.CommitAsync(Ct);
    }
}
