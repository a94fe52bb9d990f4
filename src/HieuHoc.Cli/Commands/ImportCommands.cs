using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Figures.Import;
using HieuHoc.Places;
using HieuHoc.Register;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc import figures|villages|classes</c>: takes over what was counted, listed or decided elsewhere.</summary>
internal static class ImportCommands
{
    public static Command Make() => new("import", Say.Text("cli.import")) { Figures(), Villages(), Classes() };

    private static Command Figures()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.import.file") }.AcceptExistingOnly();
        var place = Options.Place();
        var source = new Option<string>("--source") { Required = true, Description = Say.Text("cli.import.source") };
        var reason = new Option<string>("--reason") { DefaultValueFactory = _ => "", Description = Say.Text("cli.import.reason") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say.Text("cli.import.dryRun") };
        var command = new Command("figures", Say.Text("cli.import.figures")) { file, place, source, reason, dryRun };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var list = parsed.GetRequiredValue(file);
            var text = await File.ReadAllTextAsync(list.FullName, ct);
            var title = parsed.GetRequiredValue(source);
            var imported = await services.GetRequiredService<ImportFigures>().RunAsync(
                new NewImport(IdOf(title, text), title, text, parsed.GetValue(reason) ?? "", list.Name),
                parsed.GetValue(dryRun),
                Installation.Actor(found.Value.Owner, Role.StandingAgency),
                ct);

            return imported.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done(
                    parsed.GetValue(dryRun) ? "cli.import.checked" : "cli.import.done",
                    ("counted", imported.Value.Counted),
                    ("stated", imported.Value.Stated),
                    ("replaced", imported.Value.Replaced));
        }));

        return command;
    }

    private static Command Classes()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.import.classes.file") }.AcceptExistingOnly();
        var confirmed = new Option<bool>("--confirmed") { Description = Say.Text("cli.import.classes.confirmed") };
        var command = new Command("classes", Say.Text("cli.import.classes")) { file, confirmed };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            using var list = parsed.GetRequiredValue(file).OpenText();
            var imported = await services.GetRequiredService<ImportPlaceClasses>().RunAsync(list, parsed.GetValue(confirmed), ct);

            return imported.Refusal is { } refusal ? Say.Refused(refusal) : Say.Done("cli.import.classes.done", ("count", imported.Value));
        }));

        return command;
    }

    private static Command Villages()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.import.file") }.AcceptExistingOnly();
        var place = Options.Place();
        var dryRun = new Option<bool>("--dry-run") { Description = Say.Text("cli.import.dryRun") };
        var command = new Command("villages", Say.Text("cli.import.villages")) { file, place, dryRun };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var list = parsed.GetRequiredValue(file);
            using var reader = list.OpenText();
            var imported = await services.GetRequiredService<ImportVillages>().RunAsync(
                reader, list.Name, parsed.GetValue(dryRun), Installation.Actor(found.Value.Owner, Role.StandingAgency), ct);

            return imported.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done(parsed.GetValue(dryRun) ? "cli.import.villages.checked" : "cli.import.villages.done", ("count", imported.Value));
        }));

        return command;
    }

    /// <summary>The same file from the same source is the same import, however often it is typed.</summary>
    private static Guid IdOf(string source, string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Trim()}\n{text}")).AsSpan(0, 16));
}
