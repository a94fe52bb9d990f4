using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HieuHoc.Rules.Tests;

/// <summary>The cases in <c>cases/</c>, which the browser's part of the language runs too.</summary>
internal static class Cases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IReadOnlyList<RuleCase> Rules { get; } = Read<RuleCase>("rules.json");

    public static IReadOnlyList<ErrorCase> Errors { get; } = Read<ErrorCase>("errors.json");

    private static IReadOnlyList<T> Read<T>(string name)
    {
        using var stream = typeof(Cases).Assembly.GetManifestResourceStream(name)!; // embedded by the project file

        return JsonSerializer.Deserialize<IReadOnlyList<T>>(stream, Options)!; // the file is a list
    }
}

/// <summary>A text and facts with what must come out: a verdict, else a value (none: missing), and the facts it hung on.</summary>
internal sealed record RuleCase(
    string About,
    string Text,
    Dictionary<string, string?> Facts,
    string? Value,
    Verdict? Verdict,
    IReadOnlyList<string>? Missing)
{
    public Facts ReadFacts() => new(Facts.ToDictionary(fact => fact.Key, fact => Number(fact.Value)));

    public decimal? ReadValue() => Number(Value);

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A text that is no rule or formula, and where it goes wrong.</summary>
internal sealed record ErrorCase(string As, string Text, string Code, int Position, int Length);
