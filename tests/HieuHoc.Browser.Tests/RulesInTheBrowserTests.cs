using System.Text.Json;
using HieuHoc.Testing;

namespace HieuHoc.Browser.Tests;

/// <summary>What is checked while typing says what the server will say.</summary>
public sealed class RulesInTheBrowserTests(RulesInTheBrowserTests.Run run) : IClassFixture<RulesInTheBrowserTests.Run>
{
    private const int FixedSeed = 20_260_101;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<int, string>> Cases => Run.Cases.Index().Select(entry =>
        new TheoryDataRow<int, string>(entry.Index, entry.Item.Text) { TestDisplayName = $"{entry.Item.About}, case {entry.Index}: {entry.Item.Text}" });

    public static IEnumerable<TheoryDataRow<int, string>> Errors => Run.Errors.Index().Select(entry =>
        new TheoryDataRow<int, string>(entry.Index, entry.Item.Text) { TestDisplayName = $"{entry.Item.Code}, case {entry.Index}: {entry.Item.Text}" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_browser_answers_what_the_case_says(int number, string text)
    {
        Assert.Equal(text, Run.Cases[number].Text);

        Assert.Equal($"{Run.Cases[number].Expected}", $"{run.Answers[number]}");
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void The_browser_points_at_the_place_that_the_case_names(int number, string text)
    {
        Assert.Equal(text, Run.Errors[number].Text);

        Assert.Equal($"{Run.Errors[number].Expected}", $"{run.Answers[Run.Cases.Count + number]}");
    }

    [Fact]
    public async Task Whatever_chance_writes_is_answered_as_on_the_server()
    {
        var newSeed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {FixedSeed} and {newSeed}");
        var asked = ((int[])[FixedSeed, newSeed]).SelectMany(seed =>
        {
            var random = new RandomRules(seed);

            return Enumerable.Range(0, 2_000).Select(_ => random.Next()).Concat(Enumerable.Range(0, 500).Select(_ => random.NextTyping())).ToList();
        }).ToList();

        var answers = await RulesInTheBrowser.AnswerAsync(asked, Ct);

        var different = asked.Zip(answers)
            .Where(pair => $"{pair.First.Answer()}" != $"{pair.Second}")
            .Select(pair => $"{JsonSerializer.Serialize(pair.First)}: here {pair.First.Answer()}, in the browser {pair.Second}")
            .ToList();
        Assert.True(different.Count == 0, string.Join('\n', different.Take(10)));
        Assert.InRange(answers.Count(answer => answer.Verdict is "met" or "not-met" || answer.Value is not null), asked.Count / 4, asked.Count);
    }

    [Fact]
    public async Task The_longest_texts_do_not_exhaust_the_stack()
    {
        string[] parts = ["(", "-", "not ", "min(", "1+", "a=1 and ", "a+"];
        var asked = parts.Select(part => new Asked(Asked.Formula, string.Concat(Enumerable.Repeat(part, 4_000 / part.Length)), new Dictionary<string, string?>()))
            .Append(new Asked(Asked.Formula, string.Join('+', Enumerable.Repeat("a", 1_000)), new Dictionary<string, string?> { ["a"] = "3" }))
            .Append(new Asked(Asked.Formula, new string('a', 4_001), new Dictionary<string, string?>()))
            .ToList();

        var answers = await RulesInTheBrowser.AnswerAsync(asked, Ct);

        Assert.Equal(asked.Select(text => $"{text.Answer()}"), answers.Select(answer => $"{answer}"));
    }

    /// <summary>The shared file of cases, asked in one run.</summary>
    public sealed class Run : IAsyncLifetime
    {
        internal static IReadOnlyList<RuleCase> Cases { get; } = Read<RuleCase>("rules.json");

        internal static IReadOnlyList<ErrorCase> Errors { get; } = Read<ErrorCase>("errors.json");

        internal IReadOnlyList<Answered> Answers { get; private set; } = [];

        public async ValueTask InitializeAsync() => Answers = await RulesInTheBrowser.AnswerAsync(
            [.. Cases.Select(@case => @case.Asked), .. Errors.Select(@case => new Asked(@case.As, @case.Text, new Dictionary<string, string?>()))], Ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static List<T> Read<T>(string name) => JsonSerializer.Deserialize<List<T>>(
            File.ReadAllText(RepositoryFolder.Under("tests", "HieuHoc.Rules.Tests", "cases", name)), JsonSerializerOptions.Web)!;
    }

    internal sealed record RuleCase(string About, string Text, Dictionary<string, string?> Facts, string? Value, string? Verdict, IReadOnlyList<string>? Missing)
    {
        public Asked Asked => new(Verdict is null ? Asked.Formula : Asked.Rule, Text, Facts);

        public Answered Expected => new(JsonNamingPolicy.KebabCaseLower.ConvertName(Verdict ?? "") is { Length: > 0 } word ? word : null, Value, Missing ?? [], null, null, null);
    }

    internal sealed record ErrorCase(string As, string Text, string Code, int Position, int Length)
    {
        public Answered Expected => new(null, null, null, $"rules.error.{Code}", Position, Length);
    }
}
