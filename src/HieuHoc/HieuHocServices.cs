using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
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

        services.AddSingleton(provider => provider.GetRequiredService<KeyRingPlace>().Read() is var ring && ring.Refusal is { } refusal
            ? throw new KeysUnusableException(refusal)
            : ring.Value);

        services.AddScoped<EstablishKeys>();
        services.AddScoped<RotateKeys>();
        services.AddScoped<LoadPacks>();

        services.AddSingleton<ProvinceMaps>();
        services.AddScoped<StartProgramme>();

        services.AddScoped<BeginSession>();
        services.AddScoped<CheckSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<EndAccess>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<ShowSecondFactor>();
        services.AddScoped<ResetSecondFactor>();
        services.AddScoped<EndDevice>();
        services.AddScoped<CreateToken>();
        services.AddScoped<CheckToken>();
        services.AddScoped<RevokeToken>();

        services.AddScoped<OpenRound>();
        services.AddScoped<SaveReturn>();
        services.AddScoped<TakeReturnStep>();
        services.AddScoped<ReadIndicators>();

        services.AddScoped<JudgeTargets>();

        services.AddScoped<BuildAnnualReport>();

        services.AddScoped<MakeDemo>();

        return services;
    }

    /// <summary>Every kind of pack that the modules bring, one of each.</summary>
    public static IEnumerable<PackKind> PackKinds() =>
        from type in typeof(HieuHocServices).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(PackKind)) && !type.IsAbstract
        select (PackKind)Activator.CreateInstance(type)!;
}
