using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Api;

/// <summary>A program that speaks to the site over the demonstration of Quảng Trị.</summary>
public abstract class ApiTest : WalkTest
{
    /// <summary>A program with a token of the demonstration's person in this role.</summary>
    protected async Task<HttpClient> ProgramAsync(Role role, params string[] scopes)
    {
        var program = Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(role, scopes));

        return program;
    }

    /// <summary>A token of the demonstration's person in this role; with every scope when none is named.</summary>
    protected async Task<string> TokenAsync(Role role, params string[] scopes)
    {
        await using var db = Engine.Open();
        var created = await new CreateToken(db, Clock).RunAsync(
            new NewToken(PersonIn(role).UserName, "test", scopes.Length == 0 ? ApiScopes.All : scopes, 30), Ct);

        return created.Value.Text;
    }

    /// <summary>Asks and reads what comes: the status and the JSON.</summary>
    protected static async Task<(int Status, JsonElement Body)> AskAsync(HttpClient program, string address) =>
        await ReadAsync(await GetAsync(program, address));

    /// <summary>Sends JSON and reads what comes.</summary>
    protected static async Task<(int Status, JsonElement Body)> SendAsync(
        HttpClient program, HttpMethod method, string address, object? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await ReadAsync(await program.SendAsync(request, Ct));
    }

    protected static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);

        return ((int)answer.StatusCode, JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement);
    }

    /// <summary>The name of the refusal, with the status that came.</summary>
    protected static (int, string?) Problem((int Status, JsonElement Body) answer) =>
        (answer.Status, answer.Body.GetProperty("type").GetString());
}
