using System.Globalization;
using System.Text.Json;
using HieuHoc.Rules;
using HieuHoc.Testing;

namespace HieuHoc.Browser.Tests;

/// <summary>A text that is to be read as a rule or as a formula, and what is known.</summary>
internal sealed record Asked(string As, string Text, IReadOnlyDictionary<string, string?> Facts)
{
    public const string Rule = "rule";

    public const string Formula = "formula";

    /// <summary>What HieuHoc.Rules answers.</summary>
    public Answered Answer()
    {
        var facts = new Facts(Facts.ToDictionary(fact => fact.Key, fact => Answered.Number(fact.Value)));

        try
        {
            var explanation = As == Rule ? HieuHoc.Rules.Rule.Parse(Text).Judge(facts).Explanation : HieuHoc.Rules.Formula.Parse(Text).Explain(facts);

            return new Answered(Word(explanation.Verdict), explanation.Value?.ToString(CultureInfo.InvariantCulture), explanation.Missing, null, null, null);
        }
        catch (RuleException refused)
        {
            return new Answered(null, null, null, refused.Error.Code, refused.Error.Position, refused.Error.Length);
        }
    }

    private static string? Word(Verdict? verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not-met",
        Verdict.CannotSay => "cannot-say",
        null => null,
    };
}

/// <summary>What came of it: a verdict or a value (none: missing) with what was missing, or the place where the text goes wrong.</summary>
internal sealed record Answered(string? Verdict, string? Value, IReadOnlyList<string>? Missing, string? Code, int? Position, int? Length)
{
    /// <summary>Equal answers are equal texts; 7.50 is 7.5.</summary>
    public override string ToString() => Code is not null
        ? $"{Code} at {Position}, {Length} long"
        : $"{Verdict ?? $"{Number(Value) / 1.0000000000000000000000000000m}"} without [{string.Join(", ", Missing!)}]";

    public static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The reading of the rules that a telephone does without the server.</summary>
internal static class RulesInTheBrowser
{
    /// <summary>What rules.js answers to each, in one run.</summary>
    public static async Task<IReadOnlyList<Answered>> AnswerAsync(IReadOnlyList<Asked> asked, CancellationToken ct)
    {
        var answers = await Node.RunAsync("tests/HieuHoc.Browser.Tests/rules.mjs", JsonSerializer.Serialize(asked, JsonSerializerOptions.Web), ct);

        return JsonSerializer.Deserialize<IReadOnlyList<Answered>>(answers, JsonSerializerOptions.Web)!;
    }
}
