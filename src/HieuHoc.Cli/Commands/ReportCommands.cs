using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc report annual</c>: the yearly report as Word and Excel.</summary>
internal static class ReportCommands
{
    public static Command Make() => new("report", Say.Text("cli.report")) { Annual() };

    private static Command Annual()
    {
        var place = Options.Place();
        var year = Options.Year();
        var to = new Option<DirectoryInfo>("--out") { Required = true, Description = Say.Text("cli.report.out") };
        var programme = new Option<string?>("--programme") { Description = Say.Text("cli.report.programme") };
        var variant = new Option<string?>("--variant") { Description = Say.Text("cli.report.variant") };
        var command = new Command("annual", Say.Text("cli.report.annual")) { place, year, to, programme, variant };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var built = await services.GetRequiredService<BuildAnnualReport>().RunAsync(
                new ReportAsked(found.Value.Place.Id, parsed.GetValue(year)) { Programme = parsed.GetValue(programme), Variant = parsed.GetValue(variant) },
                Installation.Actor(found.Value.Owner, Role.StandingAgency),
                ct);

            if (built.Refusal is { } refusal)
            {
                return Say.Refused(refusal);
            }

            var folder = Directory.CreateDirectory(parsed.GetRequiredValue(to).FullName).FullName;
            var paper = Path.Combine(folder, built.Value.PaperName);
            var appendix = Path.Combine(folder, built.Value.AppendixName);
            Write(paper, stream => WordPaper.Write(built.Value.Paper, stream));
            Write(appendix, stream => ExcelPaper.Write(built.Value.Appendix, stream));

            return Say.Done("cli.report.written", ("paper", paper), ("appendix", appendix));
        }));

        return command;
    }

    /// <summary>Under another name first, so that a failure never leaves half a file where a whole one was.</summary>
    private static void Write(string path, Action<Stream> write)
    {
        var unfinished = path + ".part";

        using (var stream = File.Create(unfinished))
        {
            write(stream);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
