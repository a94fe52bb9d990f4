using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Returns;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc round open</c>: asks the communes, villages or agencies of a province for one form or several.</summary>
internal static class RoundCommands
{
    public static Command Make() => new("round", Say.Text("cli.round")) { Open() };

    private static Command Open()
    {
        var place = Options.Place();
        var form = new Option<string[]>("--form") { Required = true, AllowMultipleArgumentsPerToken = true, Description = Say.Text("cli.round.form") };
        var year = Options.Year();
        var opens = Options.Day("--opens", "cli.round.opens");
        var cutOff = Options.Day("--cut-off", "cli.round.cutOff");
        var due = Options.Day("--due", "cli.round.due");
        var code = Options.RoundCode();
        var outline = new Option<string?>("--outline") { Description = Say.Text("cli.round.outline") };
        var command = new Command("open", Say.Text("cli.round.open")) { place, form, year, opens, cutOff, due, code, outline };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var period = PeriodCode.Year(parsed.GetValue(year));
            var opened = await services.GetRequiredService<OpenRound>().RunAsync(
                new NewRound(
                    new RoundId(Guid.CreateVersion7()),
                    parsed.GetValue(code)?.Trim() ?? period.Text,
                    parsed.GetRequiredValue(form),
                    period,
                    parsed.GetValue(opens),
                    parsed.GetValue(cutOff),
                    parsed.GetValue(due))
                {
                    OutlineId = parsed.GetValue(outline),
                },
                Installation.Actor(found.Value.Owner, Role.StandingAgency),
                ct);

            return opened.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.round.opened", ("code", opened.Value.Code), ("due", opened.Value.DueOn));
        }));

        return command;
    }
}
