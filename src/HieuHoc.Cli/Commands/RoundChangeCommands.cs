using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc round extend</c> and <c>hieuhoc round close</c>: more time for some, and the end of a round.</summary>
internal static class RoundChangeCommands
{
    public static Command Extend()
    {
        var place = Options.Place();
        var code = Options.ExistingRound();
        var whom = new Option<string[]>("--for") { Required = true, AllowMultipleArgumentsPerToken = true, Description = Say.Text("cli.round.extend.for") };
        var due = Options.Day("--due", "cli.round.extend.due");
        var decision = new Option<string>("--decision") { Required = true, Description = Say.Text("cli.round.extend.decision") };
        var decided = Options.Day("--decided", "cli.round.extend.decided");
        var reason = new Option<string>("--reason") { Required = true, Description = Say.Text("cli.round.extend.reason") };
        var command = new Command("extend", Say.Text("cli.round.extend")) { place, code, whom, due, decision, decided, reason };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await FindAsync(services, parsed.GetRequiredValue(place), parsed.GetRequiredValue(code), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var subjects = await SubjectsAsync(services, parsed.GetRequiredValue(whom), found.Value.Round.CutOffOn, ct);

            if (subjects.Refusal is { } nowhere)
            {
                return Say.Refused(nowhere);
            }

            var asked = new NewExtension(
                new ExtensionId(Guid.CreateVersion7()),
                found.Value.Round.Id,
                parsed.GetRequiredValue(decision),
                parsed.GetValue(decided),
                parsed.GetRequiredValue(reason),
                parsed.GetValue(due),
                subjects.Value);
            var extended = await services.GetRequiredService<ExtendRound>().RunAsync(asked, found.Value.Actor, ct);

            return extended.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.round.extended", ("count", subjects.Value.Count), ("due", extended.Value.DueOn));
        }));

        return command;
    }

    public static Command Close()
    {
        var place = Options.Place();
        var code = Options.ExistingRound();
        var command = new Command("close", Say.Text("cli.round.close")) { place, code };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await FindAsync(services, parsed.GetRequiredValue(place), parsed.GetRequiredValue(code), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var closed = await services.GetRequiredService<CloseRound>().RunAsync(found.Value.Round.Id, found.Value.Actor, ct);

            return closed.Refusal is { } refusal ? Say.Refused(refusal) : Say.Done("cli.round.closed", ("title", closed.Value.Title));
        }));

        return command;
    }

    /// <summary>The round of a code in the programme of a place, and the installation acting for its standing agency.</summary>
    internal static async Task<Outcome<(Round Round, Actor Actor)>> FindAsync(IServiceProvider services, string place, string code, CancellationToken ct)
    {
        var found = await Installation.FindAsync(services, place, ct);

        if (found.Refusal is { } unknown)
        {
            return unknown;
        }

        var actor = Installation.Actor(found.Value.Owner, Role.StandingAgency);
        var db = services.GetRequiredService<HieuHocDb>();
        var round = await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Code == code, ct);

        return round is null ? new RoundNotFound() : (round, actor);
    }

    /// <summary>The places or agencies of these codes.</summary>
    private static async Task<Outcome<IReadOnlyList<int>>> SubjectsAsync(
        IServiceProvider services, IReadOnlyList<string> codes, DateOnly day, CancellationToken ct)
    {
        var db = services.GetRequiredService<HieuHocDb>();
        var subjects = new List<int>();

        foreach (var code in codes)
        {
            var agency = await db.Agencies.Where(agency => agency.Code == code).Select(agency => (int?)agency.Id).SingleOrDefaultAsync(ct);

            if ((agency ?? (await db.PlaceByCodeAsync(code, day, ct))?.Id) is not { } subject)
            {
                return new PlaceNotFound();
            }

            subjects.Add(subject);
        }

        return subjects;
    }
}
