using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

public sealed class FillTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filling_tables_leaves_rows_and_the_schema_as_it_was()
    {
        await using var database = await TestDatabase.EmptyAsync(Ct);
        await database.Engine.MigrateAsync(Ct);
        var before = await LinesAsync(database.Engine);

        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            await FillAsync(db, placeOfReach: 1);
            await transaction.CommitAsync(Ct);
        }

        Assert.Equal(before, await LinesAsync(database.Engine));
        await using var after = database.Open();
        Assert.Equal([1], await after.Places.Select(place => place.Id).ToListAsync(Ct));
        Assert.Equal([(1, 1)], (await after.PlaceReaches.ToListAsync(Ct)).Select(row => (row.PlaceId, row.AncestorId)));
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_takes_everything_along()
    {
        await using var database = await TestDatabase.EmptyAsync(Ct);
        await database.Engine.MigrateAsync(Ct);
        var before = await LinesAsync(database.Engine);

        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            await Assert.ThrowsAnyAsync<Exception>(() => FillAsync(db, placeOfReach: 2));
        }

        Assert.Equal(before, await LinesAsync(database.Engine));
        await using var after = database.Open();
        Assert.Empty(await after.Places.ToListAsync(Ct));
    }

    private static async Task FillAsync(HieuHocDb db, int placeOfReach)
    {
        await db.Engine.FillAsync(db, "subject", ["id", "kind"], [[1, SubjectKind.Place]], Ct);
        await db.Engine.FillAsync(db, "place", ["id", "level", "valid_from"], [[1, PlaceLevel.Country, Day]], Ct);
        await db.Engine.FillAsync(db, "place_reach", ["place_id", "ancestor_id"], [[placeOfReach, 1]], Ct);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(DbEngine engine) =>
        [.. (await Schema.ReadAsync(engine, Ct)).SelectMany(table => table.Lines())];
}
