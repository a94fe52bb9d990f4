using System.Globalization;
using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Browser.Tests;

/// <summary>A number that the browser understands while it is typed is the one that the server saves.</summary>
public sealed class TypedNumbersTests
{
    private const int FixedSeed = 20_260_101;
    private const string Empty = "empty";
    private const string Unreadable = "unreadable";

    private static readonly IReadOnlyList<Case> Shared = JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllText(RepositoryFolder.Under("tests", "HieuHoc.Browser.Tests", "typed-numbers.json")), JsonSerializerOptions.Web)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_server_reads_what_the_cases_say() =>
        Assert.Equal(Shared, Shared.Select(@case => @case with { Outcome = OnServer(@case) }));

    [Fact]
    public async Task The_browser_reads_what_the_cases_say()
    {
        var read = await InBrowserAsync(Shared);

        Assert.Equal(Shared, Shared.Zip(read, (@case, outcome) => @case with { Outcome = outcome }));
    }

    [Fact]
    public async Task Whatever_is_typed_is_read_alike_by_both()
    {
        var newSeed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {FixedSeed} and {newSeed}");
        List<Case> typed = [.. ((int[])[FixedSeed, newSeed]).SelectMany(seed => Typing(new Random(seed)))];

        var read = await InBrowserAsync(typed);

        Assert.Equal(typed.Select(@case => @case with { Outcome = OnServer(@case) }), typed.Zip(read, (@case, outcome) => @case with { Outcome = outcome }));
    }

    private static List<Case> Typing(Random random)
    {
        string[] pieces = ["0", "1", "12", "123", "500", "2", "7", ".", ",", ".", ",", " ", "\u00A0", "-", "a"];

        return
        [
            .. from _ in Enumerable.Range(0, 2_000)
               let typed = string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ => pieces[random.Next(pieces.Length - (random.Next(10) == 0 ? 0 : 2))]))
               select new Case(random.Next(2) == 0 ? "vi" : "en", random.Next(4), typed, ""),
        ];
    }

    private static string OnServer(Case @case)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(@case.Language == "vi" ? "vi-VN" : "en-GB");
        var element = Given.Element("rain", @case.Decimals);

        var read = TypedAnswers.Read(
            new Dictionary<string, string?> { ["rain"] = @case.Typed }, Given.Form("rain"), new Dictionary<string, ElementDefinition> { ["rain"] = element });

        return read.Unreadable is not [] ? Unreadable
            : read.Answers.Of("rain") is { } value ? element.Natural(value).ToString("0.######", CultureInfo.InvariantCulture)
            : Empty;
    }

    private static async Task<IReadOnlyList<string>> InBrowserAsync(IReadOnlyList<Case> typed) => JsonSerializer.Deserialize<List<string>>(
        await Node.RunAsync("tests/HieuHoc.Browser.Tests/typed-numbers.mjs", JsonSerializer.Serialize(typed, JsonSerializerOptions.Web), Ct))!;

    /// <param name="Outcome">The number with a point, or a word: empty, unreadable.</param>
    private sealed record Case(string Language, int Decimals, string Typed, string Outcome);
}
