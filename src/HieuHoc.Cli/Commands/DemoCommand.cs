using System.CommandLine;
using HieuHoc.Demo;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc demo</c>: the autumn of 2026 in Quảng Trị, with generated figures.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var command = new Command("demo", Say.Text("cli.demo"));
        command.SetAction((_, ct) => Installation.RunAsync(async services =>
        {
            if (await Installation.MigrateAsync(services, ct) is { } notReady)
            {
                return Say.Refused(notReady);
            }

            var loaded = await services.GetRequiredService<LoadPacks>()
                .RunAsync(services.GetRequiredService<SiteSettings>().Packs!, examples: true, ct);

            if (loaded.Refusal is { } refusal)
            {
                return Say.Refused(refusal);
            }

            return Say.Done(await MakeAsync(services, ct) ? "cli.demo.made" : "cli.demo.kept");
        }));

        return command;
    }

    /// <summary>Makes the demonstration in an installation that has no programme yet.</summary>
    public static async Task<bool> MakeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<MakeDemo>().RunAsync(ct);
    }
}
