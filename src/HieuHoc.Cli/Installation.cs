using System.Data.Common;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli;

/// <summary>The database could not be used as it is; the operator is told to migrate or to look at the connection.</summary>
public sealed record DatabaseNotReady(string Details) : Refusal(RefusalKind.Conflict);

/// <summary>No programme runs in the province of the place.</summary>
public sealed record ProgrammeNotStarted(string Code) : Refusal(RefusalKind.NotFound);

/// <summary>The installation on this machine, opened beside a running server or without one.</summary>
internal static class Installation
{
    /// <summary>Runs a verb on the installation's services; a database that does not answer is told, not thrown.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> verb)
    {
        await using var site = SiteHost.Build(SiteSettings.FromEnvironment());
        await using var scope = site.Services.CreateAsyncScope();

        try
        {
            return await verb(scope.ServiceProvider);
        }
        catch (DbException e)
        {
            return Say.Refused(new DatabaseNotReady(e.Message));
        }
        catch (MigrationException e)
        {
            return Say.Refused(new DatabaseNotReady(e.Message));
        }
        catch (KeysUnusableException e)
        {
            return Say.Refused(e.Refusal);
        }
    }

    /// <summary>Brings the schema up to date, and the key ring with it; null, or why it cannot be.</summary>
    public static async Task<Refusal?> MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<DbEngine>().MigrateAsync(ct);

        return (await services.GetRequiredService<EstablishKeys>().RunAsync(services.GetRequiredService<KeyRingPlace>(), ct)).Refusal;
    }

    /// <summary>The place of a code and the programme that it belongs to.</summary>
    public static async Task<Outcome<(PlaceOnDay Place, Owner Owner)>> FindAsync(IServiceProvider services, string code, CancellationToken ct)
    {
        var db = services.GetRequiredService<HieuHocDb>();
        var day = services.GetRequiredService<ProgrammeClock>().Now.Day;

        if (await db.PlaceByCodeAsync(code, day, ct) is not { } place)
        {
            return new PlaceNotFound();
        }

        var reaches = db.PlaceReaches.Where(reach => reach.PlaceId == place.Id);
        var owner = await db.Owners.SingleOrDefaultAsync(owner => reaches.Any(reach => reach.AncestorId == owner.PlaceId), ct);

        return owner is null ? new ProgrammeNotStarted(code) : (place, owner);
    }

    /// <summary>The installation acting itself, in a role, for a whole programme: whoever has the shell has the data.</summary>
    public static Actor Actor(Owner owner, Role role) => new(owner.Id, null, role, owner.PlaceId);
}
