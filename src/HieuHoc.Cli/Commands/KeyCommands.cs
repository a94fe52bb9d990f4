using System.CommandLine;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc keys check|rotate</c>: the ring that protects personal numbers.</summary>
internal static class KeyCommands
{
    public static Command Make() => new("keys", Say.Text("cli.keys")) { Check(), Rotate() };

    private static Command Check()
    {
        var command = new Command("check", Say.Text("cli.keys.check"));
        command.SetAction((_, ct) => Installation.RunAsync(async services => Tell(
            await services.GetRequiredService<EstablishKeys>().CheckAsync(services.GetRequiredService<KeyRingPlace>(), ct), "cli.keys.checked")));

        return command;
    }

    private static Command Rotate()
    {
        var command = new Command("rotate", Say.Text("cli.keys.rotate"));
        command.SetAction((_, ct) => Installation.RunAsync(async services => Tell(
            await services.GetRequiredService<RotateKeys>().RunAsync(services.GetRequiredService<KeyRingPlace>(), ct), "cli.keys.rotated")));

        return command;
    }

    private static int Tell(Outcome<KeyRing> ring, string key) => ring.Refusal is { } refusal
        ? Say.Refused(refusal)
        : Say.Done(key, ("count", ring.Value.Ids.Count), ("current", ring.Value.CurrentId));
}
