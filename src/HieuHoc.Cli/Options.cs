using System.CommandLine;
using System.CommandLine.Parsing;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Cli;

/// <summary>The options that verbs share, each read in one way and refused with a sentence.</summary>
internal static class Options
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    public static Option<string> Place() => new("--place") { Required = true, Description = Say.Text("cli.place") };

    public static Option<bool> Json() => new("--json") { Description = Say.Text("cli.json") };

    public static Option<int> Year() => new("--year")
    {
        Required = true,
        Description = Say.Text("cli.year"),
        CustomParser = result => Read<int>(
            result,
            typed => PeriodCode.Parse(typed) is { Kind: PeriodKind.Year, Days.First.Year: var year and >= FirstYear and <= LastYear } ? year : null,
            typed => Say.Text("cli.year.unreadable", ("value", typed))),
    };

    public static Option<Boundaries?> Boundaries() => Named<Boundaries>("--boundaries", "cli.boundaries");

    public static Option<WeekendRule?> Weekend() => Named<WeekendRule>("--weekend", "cli.round.weekend");

    public static Option<DateOnly> Day(string name, string key) => new(name)
    {
        Required = true,
        Description = Say.Text(key),
        CustomParser = result => Read<DateOnly>(
            result,
            IsoDay.Read,
            typed => Say.Text("cli.day.unreadable", ("option", name), ("value", typed))),
    };

    public static Option<Role> Role()
    {
        var roles = string.Join(", ", Enum.GetNames<Role>());

        return new Option<Role>("--role")
        {
            Required = true,
            Description = Say.Text("cli.person.role", ("roles", roles)),
            CustomParser = result => Read<Role>(
                result,
                typed => Enum.GetValues<Role>().Where(role => string.Equals($"{role}", typed, StringComparison.OrdinalIgnoreCase))
                    .Select(role => (Role?)role).SingleOrDefault(),
                typed => Say.Text("cli.role.unknown", ("value", typed), ("roles", roles))),
        };
    }

    /// <summary>The code of a round that was opened.</summary>
    public static Option<string> ExistingRound() => new("--code") { Required = true, Description = Say.Text("cli.round.which") };

    public static Option<string?> RoundCode()
    {
        var option = new Option<string?>("--code") { Description = Say.Text("cli.round.code") };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Round.IsCode(token.Value.Trim()))
            {
                result.AddError(Say.Text("refusal.RoundCodeIllFormed"));
            }
        });

        return option;
    }

    /// <summary>One of the names of a closed list.</summary>
    private static Option<T?> Named<T>(string name, string key)
        where T : struct, Enum => new(name)
    {
        Description = Say.Text(key),
        CustomParser = result => Read<T>(
            result,
            typed => Enum.GetValues<T>().Where(named => string.Equals($"{named}", typed, StringComparison.OrdinalIgnoreCase))
                .Select(named => (T?)named).SingleOrDefault(),
            typed => Say.Text($"{key}.unreadable", ("value", typed))),
    };

    private static T Read<T>(ArgumentResult result, Func<string, T?> read, Func<string, string> sentence)
        where T : struct
    {
        var typed = string.Concat(result.Tokens.Select(token => token.Value));

        if (read(typed) is { } value)
        {
            return value;
        }

        result.AddError(sentence(typed));

        return default;
    }
}
