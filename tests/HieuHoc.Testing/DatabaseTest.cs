using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;
using Xunit;

namespace HieuHoc.Testing;

/// <summary>
/// A test with a database of its own, filled with every pack of the product, and a clock that stands still.
/// The code under test gets <see cref="Db"/>; assertions look through <see cref="Stored"/>.
/// </summary>
public abstract class DatabaseTest : IAsyncLifetime
{
    private readonly List<HieuHocDb> contexts = [];
    private TestDatabase? database;
    private HieuHocDb? db;
    private Given? given;

    protected DatabaseTest() => Clock = new ProgrammeClock(Time);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FixedTime Time { get; } = new();

    protected ProgrammeClock Clock { get; }

    protected PackShelf Shelf { get; } = new(PackKinds.All());

    protected KeyRing Keys { get; } = TestKeys.Ring;

    protected TestDatabase Database => database!;

    protected DbEngine Engine => Database.Engine;

    /// <summary>The context under test.</summary>
    protected HieuHocDb Db => db ??= Stored();

    protected Given Given => given ??= new Given(Engine);

    /// <summary>A fresh context, to look with other eyes at what was stored.</summary>
    protected HieuHocDb Stored()
    {
        var context = Engine.Open();
        contexts.Add(context);

        return context;
    }

    public virtual async ValueTask InitializeAsync() => database = await MakeDatabaseAsync();

    /// <summary>What the test begins with.</summary>
    protected virtual Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.FilledAsync(Ct);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
