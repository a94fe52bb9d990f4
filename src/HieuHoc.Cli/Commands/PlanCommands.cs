using System.CommandLine;
using System.Globalization;
using HieuHoc.PlanReading;
using HieuHoc.Programmes;
using HieuHoc.Web.Components;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc plan read FILE</c>: says what a plan document says. It needs no installation and changes nothing.</summary>
internal static class PlanCommands
{
    public static Command Make() => new("plan", Say.Text("cli.plan")) { Read() };

    private static Command Read()
    {
        var file = new Argument<FileInfo>("file") { Description = Say.Text("cli.plan.file") }.AcceptExistingOnly();
        var json = Options.Json();
        var command = new Command("read", Say.Text("cli.plan.read")) { file, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var content = parsed.GetRequiredValue(file).OpenRead();
            var read = await new ReadPlanFile().RunAsync(content, ct);

            if (read.Refusal is { } refusal)
            {
                return Say.Refused(refusal);
            }

            return parsed.GetValue(json) ? Machine(read.Value) : Human(read.Value);
        });

        return command;
    }

    private static int Machine(PlanDocument plan)
    {
        Console.WriteLine(PlanJson.Write(plan));

        return ExitCode.Done;
    }

    private static int Human(PlanDocument plan)
    {
        var header = plan.Header;
        Say.Done("cli.plan.header", ("title", Or(header.Title)), ("number", Or(header.Number)), ("day", Or(header.IssuedOn is { } day ? Shown.DayText(day) : null)), ("issuer", Or(header.Issuer)), ("signer", Or(header.Signature?.Name)));
        Say.Done(
            "cli.plan.counts",
            ("bases", plan.LegalBases.Count), ("targets", plan.Targets.Count), ("tasks", plan.Tasks.Count), ("assignments", plan.Assignments.Count),
            ("money", plan.Money.Count), ("reporting", plan.Reporting.Count), ("recipients", plan.Recipients.Count));

        foreach (var target in plan.Targets)
        {
            Say.Done("cli.plan.target", ("clause", target.Clause), ("value", Value(target)), ("subject", target.Subject), ("year", Or(target.Year?.ToString(CultureInfo.InvariantCulture))));
        }

        foreach (var doubt in plan.Doubts)
        {
            Say.Done("cli.plan.doubt", ("why", Say.Text($"planDoubt.{doubt.Kind}")), ("text", doubt.Text));
        }

        return ExitCode.Done;
    }

    private static string Value(Target target) => Say.Text($"planValue.{target.Kind}", ("value", target.Value ?? 0));

    private static string Or(string? value) => value ?? Say.Text("cli.plan.unstated");
}
