using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc import</c>: takes over a list that was kept elsewhere, from Excel or CSV, as the pages do.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.import.file") }.AcceptExistingOnly();
        var kind = new Option<string>("--kind") { Required = true, Description = Say.Text("cli.import.kind") };
        var place = Options.Place();
        var user = new Option<string?>("--as") { Description = Say.Text("cli.import.as") };
        var period = Typed("--period", "cli.import.period");
        var source = Typed("--source", "cli.import.source");
        var reason = Typed("--reason", "cli.import.reason");
        var confirmed = new Option<bool>("--confirmed") { Description = Say.Text("cli.import.confirmed") };
        var onlyRight = new Option<bool>("--only-right") { Description = Say.Text("cli.import.onlyRight") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say.Text("cli.import.dryRun") };
        var json = Options.Json();
        var command = new Command("import", Say.Text("cli.import")) { file, kind, place, user, period, source, reason, confirmed, onlyRight, dryRun, json };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var asked = new NewListImport(
                parsed.GetRequiredValue(kind), await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, ct), parsed.GetRequiredValue(period),
                parsed.GetRequiredValue(source), parsed.GetRequiredValue(reason), parsed.GetValue(confirmed), parsed.GetValue(onlyRight), parsed.GetValue(dryRun));
            var actor = await ActorAsync(services, asked.Kind, parsed.GetRequiredValue(place), parsed.GetValue(user), ct);
            var imported = actor.Refusal is { } unknown ? unknown : await services.GetRequiredService<ImportList>().RunAsync(asked, actor.Value, ct);

            return imported.Refusal is { } refusal ? Say.Refused(refusal) : Tell(asked, imported.Value, parsed.GetValue(json));
        }));

        return command;
    }

    private static Option<string> Typed(string name, string key) => new(name) { DefaultValueFactory = _ => "", Description = Say.Text(key) };

    /// <summary>Whoever takes such lists over: the person who is named, else the installation itself in a role that does.</summary>
    private static async Task<Outcome<Actor>> ActorAsync(IServiceProvider services, string kind, string place, string? user, CancellationToken ct)
    {
        var found = await Installation.FindAsync(services, place, ct);

        if (found.Refusal is { } unknown)
        {
            return unknown;
        }

        IEnumerable<Actor> actors = new[] { Role.StandingAgency, Role.Administrator }.Select(role => Installation.Actor(found.Value.Owner, role));

        if (user is not null)
        {
            var (db, today, name, owner) = (services.GetRequiredService<HieuHocDb>(), services.GetRequiredService<ProgrammeClock>().Now.Day, UserNames.Normal(user), found.Value.Owner.Id);

            if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Owner == owner && person.UserName == name, ct) is not { } person)
            {
                return new PersonNotFound();
            }

            actors = (await db.RolesHeldAsync(owner, person.Id, today, ct)).Select(role => role.ActorOf(person.Id));
        }

        var kinds = services.GetRequiredService<ListKinds>();

        return actors.FirstOrDefault(actor => kinds.Of(kind, actor) is not null) is { } actor ? actor : new ListNotFound();
    }

    /// <summary>What was not taken because it is wrong, somebody has to see to.</summary>
    private static int Tell(NewListImport asked, ImportedList list, bool json)
    {
        var wrong = list.Mistakes.Select(mistake => new { mistake.Where, Says = Say.Text(mistake) }).ToList();

        if (json)
        {
            Say.Object(new
            {
                asked.Kind,
                asked.DryRun,
                New = list.Counts[ListLineState.New],
                Changes = list.Counts[ListLineState.Changes],
                Same = list.Counts[ListLineState.Same],
                Wrong = list.Counts[ListLineState.Wrong],
                Taken = list.Taken?.Count,
                list.Taken?.Replaced,
                Mistakes = wrong,
                Passed = list.Passed.Select(Say.Text),
            });
        }
        else
        {
            Say.Done(
                "cli.import.lines",
                ("new", list.Counts[ListLineState.New]), ("changes", list.Counts[ListLineState.Changes]),
                ("same", list.Counts[ListLineState.Same]), ("wrong", list.Counts[ListLineState.Wrong]));
            Say.Each(list.Passed.Concat(list.Mistakes));
            Say.Done(list.Taken is null ? "cli.import.checked" : "cli.import.done", ("count", list.Taken?.Count));
        }

        return list.Mistakes.Count > 0 && !asked.OnlyRight ? ExitCode.Refused : ExitCode.Done;
    }
}
