using System.CommandLine;
using HieuHoc.Returns.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc round remind</c>: writes today's mails about a round, or says to whom they would go.</summary>
internal static class RoundRemindCommand
{
    public static Command Make()
    {
        var place = Options.Place();
        var code = Options.ExistingRound();
        var dry = new Option<bool>("--dry-run") { Description = Say.Text("cli.round.remind.dry") };
        var command = new Command("remind", Say.Text("cli.round.remind")) { place, code, dry };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await RoundChangeCommands.FindAsync(services, parsed.GetRequiredValue(place), parsed.GetRequiredValue(code), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var (round, actor) = found.Value;

            if (parsed.GetValue(dry))
            {
                return Tell(await services.GetRequiredService<ReadReminders>().TodayAsync(actor.Owner, round.Id, ct));
            }

            var written = await services.GetRequiredService<SendReminders>().RunAsync(actor.Owner, round.Id, ct);

            return written.Refusal is { } refusal ? Say.Refused(refusal) : Say.Done("job.RemindOwing.done", ("count", written.Value));
        }));

        return command;
    }

    /// <summary>Names the posts and what they owe; never an address.</summary>
    private static int Tell(IReadOnlyList<OwedBy> people)
    {
        foreach (var person in people)
        {
            Say.Done(
                person.Address is null ? "cli.round.remind.none" : "cli.round.remind.to",
                ("who", person.DisplayName), ("count", person.Returns.Count), ("due", person.Returns[0].DueOn));
        }

        return Say.Done("cli.round.remind.would", ("count", people.Count(person => person.Address is not null)), ("without", people.Count(person => person.Address is null)));
    }
}
