using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Register;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc;

/// <summary>The table of contents of what the system can do: every use case, one line each.</summary>
public static class HieuHocServices
{
    public static IServiceCollection AddHieuHoc(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddSingleton<ProgrammeClock>();
        services.AddSingleton(_ => new PackShelf(PackKinds()));

        services.AddScoped<LoadPacks>();
        services.AddScoped<TakePack>();

        services.AddSingleton<ProvinceMaps>();
        services.AddScoped<StartProgramme>();

        services.AddScoped<GrantRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<HandOverPost>();
        services.AddScoped<DelegateRole>();

        services.AddScoped<EnterVillage>();
        services.AddScoped<RenameVillage>();
        services.AddScoped<RearrangeVillages>();
        services.AddScoped<ImportVillages>();
        services.AddFollowers();

        services.AddScoped<OpenRound>();
        services.AddScoped<SaveReturn>();
        services.AddScoped<TakeReturnStep>();
        services.AddScoped<ReadIndicators>();

        services.AddScoped<JudgeTargets>();

        services.AddScoped<BuildAnnualReport>();

        services.AddScoped<MakeDemo>();

        return services;
    }

    /// <summary>What moves along when villages end and others take over, module by module.</summary>
    private static void AddFollowers(this IServiceCollection services)
    {
        services.AddScoped<IFollowPlaces, GrantsFollowPlaces>();
        services.AddScoped<IFollowPlaces, ReturnsFollowPlaces>();
    }

    /// <summary>Every kind of pack that the modules bring, one of each.</summary>
    public static IEnumerable<PackKind> PackKinds() =>
        from type in typeof(HieuHocServices).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(PackKind)) && !type.IsAbstract
        select (PackKind)Activator.CreateInstance(type)!;
}
