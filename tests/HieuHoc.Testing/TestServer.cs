using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace HieuHoc.Testing;

/// <summary>
/// One engine as tests use it: an empty database in no time, or one with the schema, or with all packs of the product too,
/// or with the demonstration too, copied from templates that each test process makes once.
/// </summary>
internal abstract class TestServer
{
    private readonly Lazy<Task<string>> migrated;
    private readonly Lazy<Task<string>> filled;
    private readonly Lazy<Task<string>> demo;

    protected TestServer()
    {
        migrated = new Lazy<Task<string>>(MakeMigratedTemplateAsync);
        filled = new Lazy<Task<string>>(MakeFilledTemplateAsync);
        demo = new Lazy<Task<string>>(MakeDemoTemplateAsync);
    }

    /// <summary>Begins the names of everything that this process makes, so that two processes can share one cluster.</summary>
    protected static string Prefix { get; } = $"hieuhoc_{Environment.ProcessId}_{Path.GetRandomFileName()[..6]}";

    /// <summary>A database without a schema.</summary>
    public abstract Task<TestDatabase> EmptyAsync(CancellationToken ct);

    /// <summary>A database with the schema alone.</summary>
    public async Task<TestDatabase> MigratedAsync(CancellationToken ct) => await CopyAsync(await migrated.Value, ct);

    /// <summary>A database with the schema and all packs, examples too.</summary>
    public async Task<TestDatabase> FilledAsync(CancellationToken ct) => await CopyAsync(await filled.Value, ct);

    /// <summary>A database with the schema, all packs and the demonstration of Quảng Trị.</summary>
    public async Task<TestDatabase> DemoAsync(CancellationToken ct) => await CopyAsync(await demo.Value, ct);

    protected abstract Task<TestDatabase> CopyAsync(string template, CancellationToken ct);

    /// <summary>Makes what was filled ready to be copied, and says its name.</summary>
    protected abstract Task<string> KeepAsTemplateAsync(TestDatabase database);

    // A template belongs to the process: a test that is cancelled while it waits must not spoil it for the others.
    private async Task<string> MakeMigratedTemplateAsync()
    {
        var database = await EmptyAsync(CancellationToken.None);
        await database.Engine.MigrateAsync(CancellationToken.None);

        return await KeepAsTemplateAsync(database);
    }

    private async Task<string> MakeFilledTemplateAsync()
    {
        var database = await MigratedAsync(CancellationToken.None);

        if (Directory.Exists(RepositoryFolder.Packs))
        {
            await using var db = database.Open();
            var loadPacks = new LoadPacks(db, new PackShelf(PackKinds.All()), new ProgrammeClock(new FixedTime()));
            var outcome = await loadPacks.RunAsync(RepositoryFolder.Packs, examples: true, CancellationToken.None);
            Assert.True(outcome.Refusal is null, outcome.Refusal is { } refusal ? new Texts().Of(refusal) : null);
        }

        return await KeepAsTemplateAsync(database);
    }

    private async Task<string> MakeDemoTemplateAsync()
    {
        var database = await FilledAsync(CancellationToken.None);
        var hash = new PasswordHasher<Person>();
        var makeDemo = new MakeDemo(
            database.Engine, new PackShelf(PackKinds.All()), new Texts(), password => hash.HashPassword(null!, password)) { RoundAlone = true };
        Assert.True(await makeDemo.RunAsync(CancellationToken.None));

        return await KeepAsTemplateAsync(database);
    }
}
