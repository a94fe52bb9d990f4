using HieuHoc.Access;
using HieuHoc.Places;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>Every address × every role × what the address names: answered as the table of routes says, by GET and by POST.</summary>
public sealed class EveryRouteByRoleTests : RouteWalkTest
{
    private const string Password = "Sông Thạch Hãn 7";

    // Hashing is slow on purpose; one hash serves everyone here.
    private static readonly string Hash = new PasswordHasher<Person>().HashPassword(null!, Password);

    [Fact]
    public async Task Every_address_answers_each_role_as_the_table_says_inside_and_outside_its_part()
    {
        var world = await WorldAsync();
        var rules = Rules();
        var wrong = new List<string>();

        foreach (var (role, level) in RoleTable.All.SelectMany(rule => rule.Levels.Select(level => (rule.Role, level))))
        {
            var browser = await SignedInAsync(role, await PlaceAsync(level), level);
            var token = await TokenAsync(browser);

            foreach (var line in rules.Where(rule => rule.Pattern is not "sign-out"))
            {
                var rule = line.IsOfProvince && level is PlaceLevel.Commune ? line with { Roles = [] } : line;

                foreach (var target in rule.Address is null ? [Target.Inside] : RouteTable.TargetsOf(rule.Scope))
                {
                    var address = rule.Address?.Invoke(world, target) ?? $"/{rule.Pattern}";
                    var reached = RouteTable.Reaches(role, level, rule.Scope, target);
                    wrong.AddRange(await WrongAsync(browser, token, address, rule, role, reached, $"{role} of a {level}, {target}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_role_of_an_ended_commune_does_not_reach_what_came_after_it()
    {
        var world = await WorldAsync();
        var wrong = new List<string>();

        foreach (var rule in RoleTable.All.Where(rule => rule.Levels.Contains(PlaceLevel.Commune) && !rule.NeedsAgency))
        {
            var browser = await SignedInAsync(rule.Role, Predecessor, PlaceLevel.Commune);
            var token = await TokenAsync(browser);

            foreach (var route in RouteTable.All.Where(route => route.Scope is not (Scope.None or Scope.Round)))
            {
                wrong.AddRange(await WrongAsync(
                    browser, token, route.Address!(world, Target.Inside), route, rule.Role, false, $"{rule.Role} of the predecessor, successor"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_address_has_one_line_in_the_table_and_every_parameter_a_filler()
    {
        var mapped = Mapped();
        var known = RouteTable.All.Select(rule => rule.Pattern).ToList();
        var sentences = mapped.Except(known).Select(pattern => $"/{pattern} has no line in RouteTable: say which roles may open it.")
            .Concat(known.Except(mapped).Select(pattern => $"RouteTable has a line for /{pattern}, and the site has no such page."))
            .Concat(RouteTable.All.Where(rule => rule.Pattern.Contains('{', StringComparison.Ordinal) && rule.Address is null)
                .Select(rule => $"/{rule.Pattern} has a parameter that RouteTable does not fill: give its line an Address."))
            .Concat(known.GroupBy(pattern => pattern).Where(group => group.Count() > 1).Select(group => $"/{group.Key} stands twice in RouteTable."));

        Assert.Empty(sentences);
    }

    private IReadOnlyList<RouteRule> Rules()
    {
        var mapped = Mapped();

        return [.. RouteTable.All.Where(rule => mapped.Contains(rule.Pattern))];
    }

    private IReadOnlyList<string> Mapped() =>
    [
        .. Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            // Programs come with a token: theirs is a walk of its own.
            .Where(pattern => !IsOfPrograms(pattern))
            .Distinct(),
    ];

    private static async Task<IEnumerable<string>> WrongAsync(
        HttpClient browser, string token, string address, RouteRule rule, Role role, bool reached, string who)
    {
        var got = (int)(await GetAsync(browser, address)).StatusCode;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        var to = rule.Handler is { } handler ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}" : address;
        var posted = (int)(await browser.PostAsync(new Uri(to, UriKind.Relative), form, Ct)).StatusCode;

        return new[] { ("GET", got, Expected(rule, role, reached, false)), ("POST", posted, Expected(rule, role, reached, true)) }
            .Where(answer => answer.Item2 != answer.Item3)
            .Select(answer => $"{who}: {answer.Item1} {address} answers {answer.Item2}, and the table says {answer.Item3}.");
    }

    private static int Expected(RouteRule rule, Role role, bool reached, bool posts)
    {
        if (rule.Roles is { } roles && (!roles.Contains(role) || (posts && RoleTable.Of(role).OnlyReads && !rule.IsOwnAccount)))
        {
            return 403;
        }

        // A page that takes no POST says so before it looks for anything: that tells nothing of what there is.
        return posts && rule.Handler is null || reached ? (posts ? rule.Post : rule.Get) : 404;
    }

    private async Task<HttpClient> SignedInAsync(Role role, int place, PlaceLevel level)
    {
        var userName = await PersonAsync(role, place, level);
        await using var db = Engine.Open();
        await db.People.Where(row => row.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, Hash), Ct);

        return Keep(await Site.AsAsync(userName, Password, Ct));
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        (await PageAsync(browser, "/")).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
}
