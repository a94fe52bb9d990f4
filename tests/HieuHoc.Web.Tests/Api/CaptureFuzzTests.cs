using System.Net.Http.Headers;
using System.Text;
using HieuHoc.Access.Capture;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

/// <summary>Ten thousand requests that no telephone of ours would send: each is answered with a sentence, and nothing breaks.</summary>
public sealed class CaptureFuzzTests : DeviceTest
{
    // What is read of a request does not depend on the engine.
    private static readonly int Each = TestEngines.Name == "postgres" ? 400 : 5_000;

    private const int AtOnce = 4;

    private static readonly IReadOnlyList<string> Pieces =
    [
        "null", "true", "1e400", "-0", "1e-9", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "\"" + new string('9', 400) + "\"", "\"12,5\"", "\"Không có\"", "\"1.234\"", "\"'; drop table return; --\"",
        new string('[', 200), new string('{', 70), "\"values\":{}", ",", "\"done\":true", "\"was\":\"1\"", "99999999999999999999999999999", "\u202e", "\"\u0000\"",
    ];

    private static readonly IReadOnlyList<string> Headers =
        ["", "*", "\"0\"", "-1", "2147483648", "W/\"1\"", "2026-11-20T23:15:00Z", "2026-11-20T23:15:00.1234567+14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "now", "1", "NaN", "{}", "00000000-0000-0000-0000-000000000000"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_comes_is_answered_with_a_sentence(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var taken = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, Each), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Ct }, async (number, ct) =>
        {
            var chance = new Random(unchecked((seed * 7919) + number));
            using var request = Mutated(chance, number);
            using var answer = await Telephone.SendAsync(request, ct);
            var (status, said) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
            var told = $"{seed}/{number}: {request.Method} {request.RequestUri} {request.Content?.ReadAsStringAsync(ct).Result} → {status} {said}";

            Assert.True(status is >= 200 and < 500, told);
            Assert.True(status < 300 || said.Contains("\"detail\":\"", StringComparison.Ordinal), told);

            if (status < 300 && request.Method == HttpMethod.Put)
            {
                Interlocked.Increment(ref taken);
                await EmptyAsync();
            }
        });

        // Otherwise only the front door would have been tried.
        Assert.True(taken > Each / 50, $"{taken} were taken");
    }

    public static TheoryData<int> Seeds() => new() { 1, Random.Shared.Next() };

    private HttpRequestMessage Mutated(Random chance, int number)
    {
        var body = new StringBuilder(
            $$$"""{"values":{"{{{Meetings}}}":{"value":"{{{chance.Next(1, 99)}}}","was":null},"{{{Present}}}":{"value":"{{{chance.Next(100, 999)}}}","was":null}},"done":false}""");

        for (var left = chance.Next(4); left > 0; left--)
        {
            Mutate(body, chance);
        }

        var kind = Usually("returns", "snow", "..%2f..", "key", "receipts", new string('x', 300));
        var id = Usually($"{Return.Value}", $"{Guid.NewGuid()}", $"{Guid.Empty}", "1", "%25", "ab-cd");
        var request = new HttpRequestMessage(chance.Next(20) == 0 ? HttpMethod.Get : HttpMethod.Put, new Uri($"/api/v1/capture/{kind}/{id}", UriKind.Relative));
        Add("Device", Usually($"{Device}", [.. Headers]));
        Add("If-Match", Usually("*", [.. Headers]));
        // Each at a moment of its own, so that what is well formed is taken and not known again.
        Add("Acted-At", Usually(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number).ToString("O"), [.. Headers]));
        Add("Unsent", Usually("1", [.. Headers]));

        if (request.Method == HttpMethod.Put)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Usually("application/json", "text/plain", "application/json; charset=utf-16", "multipart/form-data; boundary=x"));
        }

        return request;

        string Usually(string well, params string[] others) => chance.Next(12) == 0 ? others[chance.Next(others.Length)] : well;

        void Add(string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
    }

    private static void Mutate(StringBuilder body, Random chance)
    {
        var at = chance.Next(body.Length + 1);

        switch (chance.Next(4))
        {
            case 0:
                body.Insert(at, Pieces[chance.Next(Pieces.Count)]);
                break;
            case 1:
                body.Length = at;
                break;
            case 2 when at < body.Length:
                body[at] = (char)chance.Next(1, 0x3000);
                break;
            default:
                body.Remove(at, Math.Min(chance.Next(8), body.Length - at));
                break;
        }
    }

    /// <summary>The return is empty again and being typed, so that the next ones are not all in conflict with this.</summary>
    private async Task EmptyAsync()
    {
        await using var db = Engine.Open();
        await db.Returns.Where(@return => @return.Id == Return).ExecuteUpdateAsync(set => set.SetProperty(@return => @return.State, ReturnState.Entering), Ct);
        await db.ReturnVersions.Where(version => version.ReturnId == Return).ExecuteUpdateAsync(set => set.SetProperty(version => version.Answers, "{}"), Ct);
        await db.ReceivedRecords.ExecuteDeleteAsync(Ct);
    }
}
