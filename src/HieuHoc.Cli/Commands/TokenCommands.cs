using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc token create</c>: lets a program act as a person, with a token that is printed once.</summary>
internal static class TokenCommands
{
    private const int Days = 180;

    public static Command Make() => new("token", Say.Text("cli.token")) { Create() };

    private static Command Create()
    {
        var person = new Option<string>("--person") { Required = true, Description = Say.Text("cli.token.person") };
        var scopes = new Option<string>("--scopes")
        {
            Required = true,
            Description = Say.Text("cli.token.scopes", ("scopes", string.Join(", ", ApiScopes.All))),
        };
        var name = new Option<string?>("--name") { Description = Say.Text("cli.token.name") };
        var days = new Option<int>("--days") { Description = Say.Text("cli.token.days", ("most", ApiToken.MostDays)), DefaultValueFactory = _ => Days };
        var command = new Command("create", Say.Text("cli.token.create")) { person, scopes, name, days };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var asked = parsed.GetRequiredValue(scopes).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            var created = await services.GetRequiredService<CreateToken>().RunAsync(
                new NewToken(parsed.GetRequiredValue(person), parsed.GetValue(name) ?? "", asked, parsed.GetValue(days)), ct);

            return created.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done(
                    "cli.token.created",
                    ("token", created.Value.Text),
                    ("scopes", created.Value.Token.Scopes),
                    ("expires", Shown.InstantText(created.Value.Token.ExpiresAt)));
        }));

        return command;
    }
}
