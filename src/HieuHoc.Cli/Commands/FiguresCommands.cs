using System.CommandLine;
using HieuHoc.Figures;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc figures rebuild</c>: counts the roll-up anew and mends it where it differs.</summary>
internal static class FiguresCommands
{
    public static Command Make() => new("figures", Say.Text("cli.figures")) { Rebuild() };

    private static Command Rebuild()
    {
        var place = Options.Place();
        var command = new Command("rebuild", Say.Text("cli.figures.rebuild")) { place };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var rebuilt = await services.GetRequiredService<RebuildRollUp>().RunAsync(found.Value.Owner.Id, ct);

            return Say.Done("cli.figures.rebuilt", ("figures", rebuilt.Figures), ("rows", rebuilt.Rows));
        }));

        return command;
    }
}
