using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Returns;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc round</c>; its <c>open</c> asks the communes, villages or agencies of a province for one form or several.</summary>
internal static class RoundCommands
{
    private static readonly IReadOnlyList<SubjectLevel> Levels = [SubjectLevel.Commune, SubjectLevel.Village, SubjectLevel.Agency];

    public static Command Make() => new("round", Say.Text("cli.round")) { Open(), RoundChangeCommands.Extend(), RoundChangeCommands.Close(), RoundRemindCommand.Make() };

    private static Command Open()
    {
        var place = Options.Place();
        var form = new Option<string[]>("--form") { Required = true, AllowMultipleArgumentsPerToken = true, Description = Say.Text("cli.round.form") };
        var year = Options.Year();
        var opens = Options.Day("--opens", "cli.round.opens");
        var cutOff = Options.Day("--cut-off", "cli.round.cutOff");
        var due = Options.Day("--due", "cli.round.due");
        var dueAt = Levels.ToDictionary(level => level, DueAt);
        var weekend = Options.Weekend();
        var code = Options.RoundCode();
        var outline = new Option<string?>("--outline") { Description = Say.Text("cli.round.outline") };
        var (title, addressee, copyTo, channels) = (Words("--title", "title"), Words("--addressee", "addressee"), Words("--copy-to", "copyTo"), Words("--channels", "channels"));
        var command = new Command("open", Say.Text("cli.round.open"))
        {
            place, form, year, opens, cutOff, due, dueAt[Levels[0]], dueAt[Levels[1]], dueAt[Levels[2]], weekend, code, title, addressee, copyTo, channels, outline,
        };
        command.SetAction((parsed, ct) =>
        {
            var period = PeriodCode.Year(parsed.GetValue(year));
            var asked = new NewRound(
                new RoundId(Guid.CreateVersion7()),
                parsed.GetValue(code)?.Trim() ?? period.Text,
                parsed.GetRequiredValue(form),
                period,
                parsed.GetValue(opens),
                parsed.GetValue(cutOff),
                parsed.GetValue(due))
            {
                OutlineId = parsed.GetValue(outline),
                Title = parsed.GetValue(title),
                DueOnAt = dueAt.Where(at => parsed.GetResult(at.Value) is not null).ToDictionary(at => at.Key, at => parsed.GetValue(at.Value)),
                WeekendRule = parsed.GetValue(weekend) ?? WeekendRule.Strict,
                Addressee = parsed.GetValue(addressee),
                CopyTo = parsed.GetValue(copyTo),
                Channels = parsed.GetValue(channels),
            };

            return OpenAsync(parsed.GetRequiredValue(place), asked, ct);
        });

        return command;
    }

    private static Task<int> OpenAsync(string place, NewRound asked, CancellationToken ct) => Installation.RunAsync(async services =>
    {
        var found = await Installation.FindAsync(services, place, ct);

        if (found.Refusal is { } unknown)
        {
            return Say.Refused(unknown);
        }

        var opened = await services.GetRequiredService<OpenRound>().RunAsync(asked, Installation.Actor(found.Value.Owner, Role.StandingAgency), ct);

        return opened.Refusal is { } refusal
            ? Say.Refused(refusal)
            : Say.Done("cli.round.opened", ("title", opened.Value.Title), ("code", opened.Value.Code), ("due", opened.Value.DueOn));
    });

    private static Option<DateOnly> DueAt(SubjectLevel level)
    {
        var name = $"{level}".ToLowerInvariant();
        var option = Options.Day($"--due-{name}", $"cli.round.due.{name}");
        option.Required = false;

        return option;
    }

    private static Option<string?> Words(string name, string key) => new(name) { Description = Say.Text($"cli.round.{key}") };
}
