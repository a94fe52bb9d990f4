using System.CommandLine;
using HieuHoc.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc person create|reset</c>: accounts, with a password that is printed once and changed at the first sign-in.</summary>
internal static class PersonCommands
{
    public static Command Make() => new("person", Say.Text("cli.person")) { Create(), Reset() };

    private static Command Create()
    {
        var user = new Option<string>("--user") { Required = true, Description = Say.Text("cli.person.user") };
        var name = new Option<string>("--name") { Required = true, Description = Say.Text("cli.person.name") };
        var role = Options.Role();
        var place = Options.Place();
        var agency = new Option<string?>("--agency") { Description = Say.Text("cli.person.agency") };
        var programme = new Option<string?>("--programme") { Description = Say.Text("cli.person.programme") };
        var command = new Command("create", Say.Text("cli.person.create")) { user, name, role, place, agency, programme };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var password = OneTimePassword.New();
            var created = await services.GetRequiredService<SetUpPerson>().RunAsync(
                new NewPersonAtCode(
                    parsed.GetRequiredValue(user), parsed.GetRequiredValue(name), parsed.GetValue(role), parsed.GetRequiredValue(place), password)
                {
                    AgencyCode = parsed.GetValue(agency),
                    Programme = parsed.GetValue(programme),
                },
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
        var factor = new Option<bool>("--second-factor") { Description = Say.Text("cli.person.factor") };
        var command = new Command("reset", Say.Text("cli.person.reset")) { user, place, factor };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var administrator = Installation.Actor(found.Value.Owner, Role.Administrator);

            if (parsed.GetValue(factor)
                && (await services.GetRequiredService<ResetSecondFactor>().RunAsync(parsed.GetRequiredValue(user), administrator, ct)).Refusal is { } kept)
            {
                return Say.Refused(kept);
            }

            var password = OneTimePassword.New();
            var reset = await services.GetRequiredService<ResetPassword>().RunAsync(
                parsed.GetRequiredValue(user), password, administrator, ct);

            return reset.Refusal is { } refusal
                ? Say.Refused(refusal)
                : Say.Done("cli.person.wasReset", ("user", reset.Value.UserName), ("password", password));
        }));

        return command;
    }
}
