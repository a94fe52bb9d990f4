using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc serve</c>: the site.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var demo = new Option<bool>("--demo") { Description = Say.Text("cli.serve.demo") };
        var province = new Option<string?>("--province") { Description = Say.Text("cli.serve.province") };
        var command = new Command("serve", Say.Text("cli.serve")) { demo, province };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(demo), parsed.GetValue(province), ct));

        return command;
    }

    private static async Task<int> RunAsync(bool demo, string? province, CancellationToken ct)
    {
        var settings = SiteSettings.FromEnvironment() with { Demo = demo, DemoSignIns = demo ? DemoPeople.SignIns : DemoSignIns.None };
        var engine = settings.Engine();
        var model = engine.BuildModelAsync(ct);
        await using var site = SiteHost.Build(settings, engine);
        await model;

        if (await SiteHost.PrepareAsync(site, ct) is { } refusal)
        {
            return Say.Refused(refusal);
        }

        if (demo)
        {
            await DemoCommand.MakeAsync(site.Services, ct);
        }
        else if (await BeginAsync(site.Services, province, ct) is { } notBegun)
        {
            return Say.Refused(notBegun);
        }

        await site.StartAsync(ct);
        Print(site, demo);
        await site.WaitForShutdownAsync(ct);

        return ExitCode.Done;
    }

    /// <summary>Starts the programme of a province that was named, and gives every programme its first administrator.</summary>
    private static async Task<Refusal?> BeginAsync(IServiceProvider services, string? province, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();

        if (province is not null && (await scope.ServiceProvider.GetRequiredService<StartProgramme>().RunAsync(province, ct)).Refusal is { } notStarted)
        {
            return notStarted;
        }

        var made = await scope.ServiceProvider.GetRequiredService<AppointAdministrator>().RunAsync(Say.Text("role.Administrator"), ct);

        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        foreach (var administrator in made.Value)
        {
            Say.Done(
                "cli.serve.administrator",
                ("place", administrator.PlaceName),
                ("userName", administrator.UserName),
                ("password", administrator.Password));
        }

        if (!await scope.ServiceProvider.GetRequiredService<HieuHocDb>().Owners.AnyAsync(ct))
        {
            Say.Done("cli.serve.empty");
        }

        return null;
    }

    private static void Print(WebApplication site, bool demo)
    {
        var addresses = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Say.Done("cli.serve.started", ("addresses", string.Join(", ", addresses)));

        foreach (var person in demo ? DemoPeople.Everyone : [])
        {
            Say.Done(
                "cli.serve.person",
                ("role", Say.Text($"role.{person.Role}")),
                ("userName", person.UserName),
                ("password", person.Password));
        }

        if (demo)
        {
            Say.Done("cli.serve.village", ("officer", DemoPeople.All.First(person => person.Role is Role.CommuneOfficer).UserName));
        }
    }
}
