using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using HieuHoc.Cli;
using HieuHoc.Cli.Commands;

// Vietnamese first, whatever the machine is set to; HIEUHOC_LANG=en for English.
var language = Environment.GetEnvironmentVariable("HIEUHOC_LANG") == "en" ? "en-GB" : "vi-VN";
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture;

// Not a RootCommand, which would call itself after the file that holds the program.
var root = new Command("hieuhoc", Say.Text("cli.about"))
{
    new HelpOption(),
    new VersionOption(),
    ServeCommand.Make(),
    MigrateCommand.Make(),
    KeyCommands.Make(),
    AuditCommands.Make(),
    DemoCommand.Make(),
    PackCommands.Make(),
    RoundCommands.Make(),
    ReportCommands.Make(),
    IndicatorCommands.Make(),
    ImportCommand.Make(),
    FiguresCommands.Make(),
    PersonCommands.Make(),
    PlanCommands.Make(),
    RelayCommands.Make(),
    TokenCommands.Make(),
    BenchCommands.Make(),
};
var parsed = root.Parse(args);

try
{
    var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exit;
}
catch (Exception e)
{
    // The one handler of the command line: whoever typed it gets a sentence, and the rest on request.
    return Say.Failed(e);
}
