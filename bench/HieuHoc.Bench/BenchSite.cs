using System.Security.Cryptography;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HieuHoc.Bench;

/// <summary>An installation of the measurement's own: a folder, a database and a site that hold no other data, gone afterwards.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hieuhoc-bench-");
    private readonly BenchSettings settings;
    private WebApplication? site;

    private BenchSite(BenchSettings settings) => this.settings = settings;

    /// <summary>The site, prepared and not started.</summary>
    public WebApplication Site => site!;

    public IServiceProvider Services => Site.Services;

    public DbEngine Engine => Services.GetRequiredService<DbEngine>();

    /// <summary>Where the measurement may write files.</summary>
    public string Folder => folder.FullName;

    /// <summary>Makes the database and loads the product's packs.</summary>
    /// <param name="time">The clock of the site.</param>
    public static async Task<BenchSite> MakeAsync(BenchSettings settings, TimeProvider time, CancellationToken ct)
    {
        var made = new BenchSite(settings);

        try
        {
            await made.PrepareAsync(time, ct);

            return made;
        }
        catch
        {
            await made.DisposeAsync();

            throw;
        }
    }

    /// <summary>A use case or a query within a scope of its own, as a request has one.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = Services.CreateAsyncScope();

        return await what(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (settings.Server is { } server)
        {
            // "with (force)": the connections of the site's pool are idle, but not closed yet.
            await ExecuteAsync(server, $"drop database if exists {Database} with (force)", CancellationToken.None);
        }

        // A pooled connection would keep the deleted file on disk.
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static string Database { get; } = $"hieuhoc_bench_{Environment.ProcessId}";

    private async Task PrepareAsync(TimeProvider time, CancellationToken ct)
    {
        if (settings.Server is { } server)
        {
            await ExecuteAsync(server, $"create database {Database}", ct);
        }

        var db = settings.Server is null ? null : new NpgsqlConnectionStringBuilder(settings.Server) { Database = Database }.ToString();
        site = SiteHost.Build(new SiteSettings(Folder, db, "http://127.0.0.1:0", settings.Packs, Demo: true, time)
        {
            // Of this run alone, as its database is.
            Keys = $"1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}",
        });

        if (await SiteHost.PrepareAsync(site, ct) is { } refusal)
        {
            throw new InvalidOperationException($"The bench's own installation cannot be used: {refusal}");
        }
    }

    private static async Task ExecuteAsync(string server, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
