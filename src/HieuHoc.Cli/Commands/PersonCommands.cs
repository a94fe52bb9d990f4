using System.CommandLine;
using System.Security.Cryptography;
using HieuHoc.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc person create|reset</c>: accounts, with a password that is printed once.</summary>
internal static class PersonCommands
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static Command Make() => new("person", Say.Text("cli.person")) { Create(), Reset() };

    private static Command Create()
    {
        var user = new Option<string>("--user") { Required = true, Description = Say.Text("cli.person.user") };
        var name = new Option<string>("--name") { Required = true, Description = Say.Text("cli.person.name") };
        var role = Options.Role();
        var place = Options.Place();
        var command = new Command("create", Say.Text("cli.person.create")) { user, name, role, place };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var password = NewPassword();
            var created = await services.GetRequiredService<SetUpPerson>().RunAsync(
                new NewPersonAtCode(
                    parsed.GetRequiredValue(user), parsed.GetRequiredValue(name), parsed.GetValue(role), parsed.GetRequiredValue(place), password),
                ct);

            return created.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.person.created", ("user", created.Value.UserName), ("password", password));
        }));

        return command;
    }

    private static Command Reset()
    {
        var user = new Option<string>("--user") { Required = true, Description = Say.Text("cli.person.user") };
        var place = Options.Place();
        var command = new Command("reset", Say.Text("cli.person.reset")) { user, place };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var password = NewPassword();
            var reset = await services.GetRequiredService<ResetPassword>().RunAsync(
                parsed.GetRequiredValue(user), password, Installation.Actor(found.Value.Owner, Role.Administrator), ct);

            return reset.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.person.wasReset", ("user", reset.Value.UserName), ("password", password));
        }));

        return command;
    }

    /// <summary>Twenty letters in groups of five, without those that look alike: about a hundred bits.</summary>
    private static string NewPassword() => string.Join('-', RandomNumberGenerator.GetString(Letters, 20).Chunk(5).Select(group => new string(group)));
}
