using System.CommandLine;
using HieuHoc.Platform;
using HieuHoc.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc audit verify</c>: whether the record of changes is as it was written.</summary>
internal static class AuditCommands
{
    public static Command Make() => new("audit", Say.Text("cli.audit")) { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", Say.Text("cli.audit.verify"));
        command.SetAction((_, ct) => Installation.RunAsync(async services =>
            Tell(await services.GetRequiredService<VerifyAudit>().RunAsync(ct))));

        return command;
    }

    private static int Tell(AuditVerified verified)
    {
        foreach (var finding in verified.Findings)
        {
            Console.Error.WriteLine(Say.Text(Texts.KeyOf(finding.Fault), ("owner", finding.Owner), ("where", finding.Where)));
        }

        foreach (var id in verified.Unsealed)
        {
            Console.WriteLine(Say.Text("cli.audit.unsealed", ("where", id)));
        }

        foreach (var head in verified.Heads)
        {
            Console.WriteLine(Say.Text("cli.audit.head", ("owner", head.Owner), ("number", head.Number), ("hash", head.Hash)));
        }

        var values = new (string, object?)[] { ("rows", verified.Rows), ("seals", verified.Seals), ("unsealed", verified.Unsealed.Count), ("count", verified.Findings.Count) };

        if (verified.Findings.Count > 0)
        {
            Console.Error.WriteLine(Say.Text("cli.audit.broken", values));

            return ExitCode.Refused;
        }

        return Say.Done("cli.audit.whole", values);
    }
}
