using System.Net.Http.Headers;
using System.Net.Http.Json;
using HieuHoc.Access;
using HieuHoc.Places;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>Every address of the API × every role × what the address names, asked with a token that has every scope.</summary>
public sealed class EveryApiRouteByRoleTests : RouteWalkTest
{
    [Fact]
    public async Task Every_address_answers_each_role_as_the_table_says_inside_and_outside_its_part()
    {
        var world = await WorldAsync();
        var wrong = new List<string>();

        foreach (var (role, level) in RoleTable.All.SelectMany(rule => rule.Levels.Select(level => (rule.Role, level))))
        {
            var program = await ProgramAsync(role, await PlaceAsync(level), level);

            foreach (var rule in RouteTable.Api)
            {
                foreach (var target in RouteTable.TargetsOf(rule.Scope))
                {
                    var reached = RouteTable.Reaches(role, level, rule.Scope, target);
                    wrong.AddRange(await WrongAsync(program, world, rule, target, Expected(rule, role, reached), $"{role} of a {level}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_program_of_an_ended_commune_s_role_does_not_reach_what_came_after_it()
    {
        var world = await WorldAsync();
        var wrong = new List<string>();

        foreach (var rule in RoleTable.All.Where(rule => rule.Levels.Contains(PlaceLevel.Commune) && !rule.NeedsAgency))
        {
            var program = await ProgramAsync(rule.Role, Predecessor, PlaceLevel.Commune);

            foreach (var route in RouteTable.Api.Where(route => route.Scope is not Scope.None))
            {
                wrong.AddRange(await WrongAsync(
                    program, world, route, Target.Inside, Expected(route, rule.Role, false), $"{rule.Role} of the predecessor, successor"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered_but_the_description()
    {
        var world = await WorldAsync();
        var wrong = new List<string>();

        foreach (var rule in RouteTable.Api)
        {
            wrong.AddRange(await WrongAsync(Stranger(), world, rule, Target.Inside, rule.Roles is null ? rule.Status : 401, "a stranger"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_address_and_method_has_one_line_in_the_table_and_every_parameter_a_filler()
    {
        var mapped = Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsOfPrograms(endpoint.RoutePattern.RawText!))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .ToList();
        var known = RouteTable.Api.Select(rule => $"{rule.Method} {rule.Pattern}").ToList();
        var sentences = mapped.Except(known).Select(address => $"{address} has no line in RouteTable.Api: say which roles may ask it.")
            .Concat(known.Except(mapped).Select(address => $"RouteTable.Api has a line for {address}, and the site has no such address."))
            .Concat(RouteTable.Api.Where(rule => rule.Pattern.Contains('{', StringComparison.Ordinal) && rule.Address is null)
                .Select(rule => $"{rule.Pattern} has a parameter that RouteTable.Api does not fill: give its line an Address."))
            .Concat(known.GroupBy(address => address).Where(group => group.Count() > 1).Select(group => $"{group.Key} stands twice in RouteTable.Api."));

        Assert.Empty(sentences);
    }

    private static int Expected(ApiRule rule, Role role, bool reached) =>
        rule.IsForDevices ? 401
        : rule.Roles is { } roles && (!roles.Contains(role) || (rule.Changes && RoleTable.Of(role).OnlyReads)) ? 403
        : reached ? rule.Status
        : 404;

    private static async Task<IEnumerable<string>> WrongAsync(
        HttpClient program, RouteWorld world, ApiRule rule, Target target, int expected, string who)
    {
        var address = rule.Address?.Invoke(world, target) ?? $"/{rule.Pattern}";
        using var request = new HttpRequestMessage(new HttpMethod(rule.Method), new Uri(address, UriKind.Relative))
        {
            Content = rule.Body is null ? null : JsonContent.Create(rule.Body),
        };
        var got = (int)(await program.SendAsync(request, Ct)).StatusCode;

        return got == expected ? [] : [$"{who}, {target}: {rule.Method} {address} answers {got}, and the table says {expected}."];
    }

    private async Task<HttpClient> ProgramAsync(Role role, int place, PlaceLevel level)
    {
        var userName = await PersonAsync(role, place, level);
        await using var db = Engine.Open();
        var token = (await new CreateToken(db, Clock).RunAsync(new NewToken(userName, "", ApiScopes.All, 1), Ct)).Value.Text;
        var program = Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return program;
    }
}
