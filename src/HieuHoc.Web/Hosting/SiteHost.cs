using System.Data.Common;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Web.Hosting;

/// <summary>Makes the site ready, whoever hosts it: the command line, a test, a bench.</summary>
public static class SiteHost
{
    /// <summary>The site on the engine that its settings name; not prepared and not started.</summary>
    public static WebApplication Build(SiteSettings settings) => Build(settings, settings.Engine());

    /// <summary>The site on an engine that the caller made.</summary>
    /// <param name="further">Adds what the caller has beside what the product has: another kind of records, another list.</param>
    public static WebApplication Build(SiteSettings settings, DbEngine engine, Action<IServiceCollection>? further = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Razor pages are found in the assembly of this name, also when another program hosts them.
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            ContentRootPath = SiteSettings.AssemblyFolder,
            WebRootPath = "wwwroot",
            // One way to run: what differs between a laptop and a province is in SiteSettings.
            EnvironmentName = Environments.Production,
            // Nothing of an installed product changes while it runs, and a system has few watches to give.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Environment.WebRootFileProvider = new FilesAtRest(builder.Environment.WebRootFileProvider);
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSiteLevels();
        builder.Services.AddSite(settings, engine);
        further?.Invoke(builder.Services);
        var site = builder.Build();
        site.UseSite();

        return site;
    }

    /// <summary>
    /// Before the start: makes the folders, takes the lock, brings the schema up to date, checks durability and keys, loads packs.
    /// Null when the site may start; else why it must not.
    /// </summary>
    public static async Task<Refusal?> PrepareAsync(WebApplication site, CancellationToken ct)
    {
        var engine = site.Services.GetRequiredService<DbEngine>();
        var settings = site.Services.GetRequiredService<SiteSettings>();

        try
        {
            MakeFolders(settings);

            if (site.Services.GetRequiredService<ServerLock>().Take() is { } running)
            {
                return running;
            }

            await engine.MigrateAsync(ct);

            return await engine.CheckDurabilityAsync(ct)
                ?? await EstablishKeysAsync(site, settings, ct)
                ?? await LoadPacksAsync(site, settings, ct);
        }
        catch (MigrationException e)
        {
            return new DatabaseOfOtherVersion(e.Message);
        }
        catch (DbException e)
        {
            return new DatabaseUnreachable(e.Message);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new DataFolderUnusable(settings.DataFolder, e.Message);
        }
    }

    private static void MakeFolders(SiteSettings settings)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(settings.KeysFolder);
        }
        else
        {
            Directory.CreateDirectory(settings.KeysFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static async Task<Refusal?> EstablishKeysAsync(WebApplication site, SiteSettings settings, CancellationToken ct)
    {
        await using var scope = site.Services.CreateAsyncScope();

        return (await scope.ServiceProvider.GetRequiredService<EstablishKeys>().RunAsync(settings.KeyRing, ct)).Refusal;
    }

    private static async Task<Refusal?> LoadPacksAsync(WebApplication site, SiteSettings settings, CancellationToken ct)
    {
        if (settings.Packs is null)
        {
            return null;
        }

        await using var scope = site.Services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadPacks>().RunAsync(settings.Packs, settings.Demo, ct);

        return loaded.Refusal;
    }
}
