using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc;

/// <summary>What the programme can do, registered once for the site and the command line.</summary>
public static class HieuHocServices
{
    /// <summary>Adds the core; the host adds a database and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddHieuHoc(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddSingleton<ProgrammeClock>();
        services.AddSingleton(_ => new PackShelf(
            typeof(PackKind).Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(PackKind)) && !type.IsAbstract && type.GetConstructor([]) is not null)
                .Select(type => (PackKind)Activator.CreateInstance(type)!)));
        services.AddScoped<LoadPacks>();

        return services;
    }
}
