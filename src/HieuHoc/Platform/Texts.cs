using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HieuHoc.Platform;

/// <summary>The sentences for people: one file per language, the same keys in each.</summary>
public sealed partial class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    /// <summary>Reads the texts that are built into the product.</summary>
    public Texts()
    {
        byLanguage = Languages.ToFrozenDictionary(language => language, Read);
    }

    /// <summary>Vietnamese first: the default, and the language of every paper.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["vi", "en"];

    /// <summary>The sentence in the reader's language. An unknown key is a mistake of ours, so it throws.</summary>
    public string this[string key, params IReadOnlyList<(string Name, object? Value)> values] =>
        In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, key, values);

    /// <summary>The sentence that tells a person why it was refused and what to do next.</summary>
    public string Of(Refusal refusal) => this[$"refusal.{refusal.GetType().Name}", ValuesOf(refusal)];

    /// <summary>The sentence that tells a person what is wrong in a file, and where.</summary>
    public string Of(FileMistake mistake) => this[mistake.Key, ("where", mistake.Where), ("value", mistake.Value)];

    /// <summary>What fills the places of a refusal's sentence.</summary>
    public static IReadOnlyList<(string Name, object? Value)> ValuesOf(Refusal refusal) =>
    [
        .. refusal.GetType().GetProperties()
            .Where(property => property.Name is not nameof(Refusal.Kind) and not "EqualityContract")
            .Select(property => (Camel(property.Name), property.GetValue(refusal))),
    ];

    /// <summary>The sentence in a stated language, for papers and mails that outlive a request.</summary>
    public string In(string language, string key, params IReadOnlyList<(string Name, object? Value)> values)
    {
        var texts = byLanguage.GetValueOrDefault(language) ?? byLanguage["vi"];

        if (!texts.TryGetValue(key, out var pattern))
        {
            throw new KeyNotFoundException($"No text for '{key}' in '{language}'.");
        }

        var culture = Culture(language);

        return Place().Replace(pattern, match =>
        {
            var value = values.FirstOrDefault(pair => pair.Name == match.Groups[1].Value).Value;

            return value is Enum name ? In(language, KeyOf(name)) : Shown(value, culture);
        });
    }

    /// <summary>True when there is a text for the key.</summary>
    public bool Has(string key) => byLanguage["vi"].ContainsKey(key);

    /// <summary>All keys of one language, for the test that compares them.</summary>
    public IReadOnlyCollection<string> Keys(string language) => byLanguage[language].Keys;

    /// <summary>The key of the word for a value of a closed list: <c>returnState.Sent</c>.</summary>
    public static string KeyOf(Enum value) => $"{Camel(value.GetType().Name)}.{value}";

    private static string Shown(object? value, CultureInfo culture) => value switch
    {
        null => "",
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        int or long => string.Format(culture, "{0:N0}", value),
        decimal number => number.ToString("#,##0.######", culture),
        IFormattable formattable => formattable.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "vi-VN");

    private static FrozenDictionary<string, string> Read(string language)
    {
        var name = $"HieuHoc.Platform.Text.{language}.json";
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The texts '{name}' are not built in.");

        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
