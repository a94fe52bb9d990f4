using System.CommandLine;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc pack check|load</c>: the law as data.</summary>
internal static class PackCommands
{
    public static Command Make() => new("pack", Say.Text("cli.pack")) { Check(), Load(), Schema() };

    private static Command Check()
    {
        var folder = Folder();
        var command = new Command("check", Say.Text("cli.pack.check")) { folder };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) ?? SiteSettings.FromEnvironment().Packs!;

            return Tell(LoadPacks.Check(path, new PackShelf(HieuHocServices.PackKinds())), "cli.pack.checked");
        });

        return command;
    }

    private static Command Load()
    {
        var folder = Folder();
        var command = new Command("load", Say.Text("cli.pack.load")) { folder };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var path = parsed.GetValue(folder) ?? services.GetRequiredService<SiteSettings>().Packs!;

            return Tell(await services.GetRequiredService<LoadPacks>().RunAsync(path, examples: false, ct), "cli.pack.loaded");
        }));

        return command;
    }

    private static Command Schema()
    {
        var folder = new Argument<string>("folder") { Description = Say.Text("cli.pack.folder") };
        var command = new Command("schema", Say.Text("cli.pack.schema")) { folder };
        command.SetAction(parsed =>
        {
            var kinds = HieuHocServices.PackKinds().ToList();
            var to = Directory.CreateDirectory(Path.Combine(parsed.GetRequiredValue(folder), "schema")).FullName;
            kinds.ForEach(kind => File.WriteAllText(Path.Combine(to, $"{kind.Folder}.json"), PackSchemas.Of(kind)));

            return Say.Done("cli.pack.schemas", ("count", kinds.Count));
        });

        return command;
    }

    private static Argument<string?> Folder() => new("folder")
    {
        Description = Say.Text("cli.pack.folder"),
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static int Tell(Platform.Outcome<IReadOnlyList<PackFile>> outcome, string key)
    {
        if (outcome.Refusal is { } refusal)
        {
            return Say.Refused(refusal);
        }

        foreach (var file in outcome.Value)
        {
            Console.WriteLine(file.Name);
        }

        return Say.Done(key, ("count", outcome.Value.Count));
    }
}
