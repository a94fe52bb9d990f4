using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Xunit;

namespace HieuHoc.Testing;

/// <summary>
/// One engine as tests use it: an empty database in no time, or one with the schema and all packs of the product,
/// copied from a template that each test process makes once.
/// </summary>
internal abstract class TestServer
{
    private readonly Lazy<Task<string>> template;

    protected TestServer() => template = new Lazy<Task<string>>(MakeTemplateAsync);

    /// <summary>Begins the names of everything that this process makes, so that two processes can share one cluster.</summary>
    protected static string Prefix { get; } = $"hieuhoc_{Environment.ProcessId}_{Path.GetRandomFileName()[..6]}";

    /// <summary>A database without a schema.</summary>
    public abstract Task<TestDatabase> EmptyAsync(CancellationToken ct);

    /// <summary>A database with the schema and all packs, examples too.</summary>
    public async Task<TestDatabase> FilledAsync(CancellationToken ct) => await CopyAsync(await template.Value, ct);

    protected abstract Task<TestDatabase> CopyAsync(string template, CancellationToken ct);

    /// <summary>Makes what was filled ready to be copied, and says its name.</summary>
    protected abstract Task<string> KeepAsTemplateAsync(TestDatabase database);

    // The template belongs to the process: a test that is cancelled while it waits must not spoil it for the others.
    private async Task<string> MakeTemplateAsync()
    {
        var database = await EmptyAsync(CancellationToken.None);
        await database.Engine.MigrateAsync(CancellationToken.None);

        if (Directory.Exists(RepositoryFolder.Packs))
        {
            await using var db = database.Open();
            var loadPacks = new LoadPacks(db, new PackShelf(PackKinds.All()), new ProgrammeClock(new FixedTime()));
            var outcome = await loadPacks.RunAsync(RepositoryFolder.Packs, examples: true, CancellationToken.None);
            Assert.True(outcome.Refusal is null, outcome.Refusal is { } refusal ? new Texts().Of(refusal) : null);
        }

        return await KeepAsTemplateAsync(database);
    }
}
