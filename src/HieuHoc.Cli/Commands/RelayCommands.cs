using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc relay import</c>: takes a file that a village's telephone saved because it had no network.</summary>
internal static class RelayCommands
{
    public static Command Make() => new("relay", Say.Text("cli.relay")) { Import() };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.relay.file") }.AcceptExistingOnly();
        var json = Options.Json();
        var command = new Command("import", Say.Text("cli.relay.import")) { file, json };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var relayed = await RelayAsync(services, parsed.GetRequiredValue(file), ct);

            if (relayed.Refusal is { } refusal)
            {
                return Say.Refused(refusal);
            }

            return parsed.GetValue(json) ? Machine(relayed.Value) : Human(relayed.Value);
        }));

        return command;
    }

    /// <summary>A telephone belongs to one programme: whichever others run here do not know it.</summary>
    private static async Task<Outcome<RelayedFile>> RelayAsync(IServiceProvider services, FileInfo file, CancellationToken ct)
    {
        Outcome<RelayedFile> relayed = new RelayedDeviceUnknown();

        foreach (var owner in await services.GetRequiredService<HieuHocDb>().Owners.AsNoTracking().OrderBy(owner => owner.Id).ToListAsync(ct))
        {
            await using var content = file.OpenRead();
            relayed = await services.GetRequiredService<RelayFile>().RunAsync(content, Installation.Actor(owner, Role.Administrator), ct);

            if (relayed.Refusal is not RelayedDeviceUnknown)
            {
                break;
            }
        }

        return relayed;
    }

    private static int Human(RelayedFile relayed)
    {
        Say.Done("cli.relay.of", ("name", relayed.Person), ("at", Shown.InstantText(relayed.SavedAt)));

        foreach (var act in relayed.Acts)
        {
            var record = act.Title is { } title ? $"{title} ({act.Detail})" : Say.Text("relay.record.unknown");
            var (key, says) = act.Taken.Refusal is { } refusal
                ? ("cli.relay.refused", Say.Text(refusal))
                : (act.WasKnown ? "cli.relay.known" : "cli.relay.received", act.Taken.Value.Code);
            Say.Done(key, ("record", record), ("acted", Shown.InstantText(act.ActedAt)), ("says", says));
        }

        return ExitOf(relayed, Say.Done(relayed.HadArrived ? "relay.hadArrived" : "relay.received", ("count", Received(relayed)), ("all", relayed.Acts.Count)));
    }

    private static int Machine(RelayedFile relayed) => ExitOf(relayed, Say.Object(new
    {
        relayed.Person,
        relayed.SavedAt,
        relayed.HadArrived,
        Acts = relayed.Acts.Select(act => new
        {
            act.Kind,
            act.RecordId,
            act.Title,
            act.ActedAt,
            act.WasKnown,
            Receipt = act.Taken.Refusal is null ? act.Taken.Value : null,
            Refusal = act.Taken.Refusal?.GetType().Name,
            Says = act.Taken.Refusal is { } refusal ? Say.Text(refusal) : null,
        }),
    }));

    private static int Received(RelayedFile relayed) => relayed.Acts.Count(act => act.Taken.Refusal is null);

    /// <summary>What was not taken, somebody has to see to.</summary>
    private static int ExitOf(RelayedFile relayed, int done) => Received(relayed) < relayed.Acts.Count ? ExitCode.Refused : done;
}
