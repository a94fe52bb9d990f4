using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc serve</c>: the site.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var demo = new Option<bool>("--demo") { Description = Say.Text("cli.serve.demo") };
        var command = new Command("serve", Say.Text("cli.serve")) { demo };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(demo), ct));

        return command;
    }

    private static async Task<int> RunAsync(bool demo, CancellationToken ct)
    {
        await using var site = SiteHost.Build(SiteSettings.FromEnvironment() with { Demo = demo, DemoSignIns = demo ? DemoPeople.SignIns : DemoSignIns.None });

        if (await SiteHost.PrepareAsync(site, ct) is { } refusal)
        {
            return Say.Refused(refusal);
        }

        if (demo)
        {
            await DemoCommand.MakeAsync(site.Services, ct);
        }

        await site.StartAsync(ct);
        Print(site, demo);
        await site.WaitForShutdownAsync(ct);

        return ExitCode.Done;
    }

    private static void Print(WebApplication site, bool demo)
    {
        var addresses = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Say.Done("cli.serve.started", ("addresses", string.Join(", ", addresses)));

        foreach (var person in demo ? DemoPeople.All : [])
        {
            Say.Done(
                "cli.serve.person",
                ("role", Say.Text($"role.{person.Role}")),
                ("userName", person.UserName),
                ("password", person.Password));
        }
    }
}
