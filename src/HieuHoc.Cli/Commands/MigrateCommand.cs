using System.CommandLine;
using HieuHoc.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc migrate</c>: brings the schema up to date, or leaves everything as it was.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", Say.Text("cli.migrate"));
        command.SetAction((_, ct) => Installation.RunAsync(async services =>
        {
            var engine = services.GetRequiredService<DbEngine>();

            return await Installation.MigrateAsync(services, ct) is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.migrate.done", ("engine", engine.Name));
        }));

        return command;
    }
}
