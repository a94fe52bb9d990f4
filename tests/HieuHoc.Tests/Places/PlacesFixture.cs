using HieuHoc.Data.Sqlite;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Tests.Places;

/// <summary>The repository's places in a database of their own, loaded once for a class that only reads them.</summary>
public sealed class PlacesFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hieuhoc-places-");
    private SqliteEngine? engine;

    public static string Packs { get; } = FindPacks();

    public HieuHocDb Open() => engine!.Open();

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        engine = new SqliteEngine(Path.Combine(folder.FullName, "places.db"));
        await engine.MigrateAsync(ct);
        await using var db = engine.Open();
        var outcome = await new LoadPacks(db, new PackShelf([new PlacesPackKind()]), new ProgrammeClock(TimeProvider.System))
            .RunAsync(Packs, examples: false, ct);
        Assert.Null(outcome.Refusal);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);

        return ValueTask.CompletedTask;
    }

    private static string FindPacks()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "HieuHoc.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "packs");
    }
}

/// <summary>A test that reads the repository's places.</summary>
public abstract class PlacesTest(PlacesFixture places) : IClassFixture<PlacesFixture>, IAsyncDisposable
{
    private HieuHocDb? db;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected static DateOnly Before { get; } = new(2026, 4, 29);

    protected static DateOnly After { get; } = new(2026, 4, 30);

    protected HieuHocDb Db => db ??= places.Open();

    protected async Task<PlaceOnDay> Place(string code, DateOnly? day = null)
    {
        var place = await Db.PlaceByCodeAsync(code, day ?? After, Ct);
        Assert.NotNull(place);

        return place;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        if (db is not null)
        {
            await db.DisposeAsync();
        }
    }
}
