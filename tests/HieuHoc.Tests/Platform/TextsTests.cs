using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Tests.Architecture;

namespace HieuHoc.Tests.Platform;

public sealed partial class TextsTests
{
    private static readonly IReadOnlyList<(string Key, string Text)> Vietnamese = Read("vi");
    private static readonly IReadOnlyList<(string Key, string Text)> English = Read("en");

    /// <summary>Of every project, also of those that these tests do not refer to.</summary>
    private static readonly IReadOnlyList<string> RefusalNames =
    [
        .. SourceFile.Under("src").SelectMany(file => RefusalRecord().Matches(file.Code)).Select(match => match.Groups[1].Value),
    ];

    private static readonly IReadOnlyList<Type> Refusals =
    [
        .. new[] { "HieuHoc", "HieuHoc.Data.Postgres", "HieuHoc.Data.Sqlite", "HieuHoc.Web" }
            .SelectMany(project => Assembly.Load(project).GetTypes())
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Refusal))),
    ];

    [Fact]
    public void Every_text_exists_in_both_languages() =>
        Assert.Equal(Vietnamese.Select(text => text.Key), English.Select(text => text.Key));

    [Fact]
    public void Keys_stand_in_order_and_once()
    {
        var keys = Vietnamese.Select(text => text.Key).ToList();

        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void No_text_is_empty() =>
        Assert.DoesNotContain(Vietnamese.Concat(English), text => string.IsNullOrWhiteSpace(text.Text));

    [Fact]
    public void Both_languages_leave_the_same_places_to_be_filled()
    {
        var english = English.ToDictionary(text => text.Key, text => text.Text);

        var different = Vietnamese.Where(text => english.ContainsKey(text.Key) && !Places(text.Text).SetEquals(Places(english[text.Key])));

        Assert.Empty(different);
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        var keys = Vietnamese.Select(text => text.Key).ToHashSet();

        var silent = Refusals.Select(type => type.Name).Union(RefusalNames).Select(name => $"refusal.{name}").Where(key => !keys.Contains(key));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_change_has_words_for_the_history_of_its_record()
    {
        var keys = Vietnamese.Select(text => text.Key).ToHashSet();
        var changes = typeof(Change).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Change))).ToList();

        Assert.NotEmpty(changes);
        Assert.DoesNotContain(changes, change => !keys.Contains($"change.{change.Name}"));
    }

    [Fact]
    public void Every_sentence_of_a_refusal_belongs_to_one()
    {
        var names = RefusalNames.Select(name => $"refusal.{name}").ToHashSet();

        var left = Vietnamese.Select(text => text.Key)
            .Where(key => key.StartsWith("refusal.", StringComparison.Ordinal) && !names.Contains(key));

        Assert.Empty(left);
    }

    [Fact]
    public void Every_place_in_the_sentence_of_a_refusal_is_filled_by_a_property_of_it()
    {
        var texts = Vietnamese.ToDictionary(text => text.Key, text => text.Text);

        var unfilled =
            from type in Refusals
            where texts.ContainsKey($"refusal.{type.Name}")
            from place in Places(texts[$"refusal.{type.Name}"]).Except(PropertiesOf(type).Select(property => Camel(property.Name)))
            select $"{type.Name}: {place}";

        Assert.Empty(unfilled);
    }

    [Fact]
    public void Every_state_that_a_refusal_names_has_a_word()
    {
        var keys = Vietnamese.Select(text => text.Key).ToHashSet();

        var wordless = Refusals.SelectMany(PropertiesOf)
            .Select(property => property.PropertyType)
            .Where(type => type.IsEnum)
            .Distinct()
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>())
            .Select(Texts.KeyOf)
            .Where(key => !keys.Contains(key));

        Assert.Empty(wordless);
    }

    [Fact]
    public void A_refusal_is_told_with_its_data_in_the_words_of_the_screen()
    {
        var texts = new Texts();

        var sentence = texts.In("vi", "refusal.ReturnNotEditable", ("state", ReturnState.AwaitingLeader));

        Assert.Contains(texts.In("vi", "returnState.AwaitingLeader"), sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_written_as_the_language_writes_it()
    {
        var texts = new Texts();

        Assert.Contains("1.234 ", texts.In("vi", "refusal.AnswersUnreadable", ("count", 1234)), StringComparison.Ordinal);
        Assert.Contains("1,234.", texts.In("en", "refusal.AnswersUnreadable", ("count", 1234)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_a_text_is_a_mistake_of_ours() =>
        Assert.Throws<KeyNotFoundException>(() => new Texts().In("vi", "no.such.key"));

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    private static IEnumerable<PropertyInfo> PropertiesOf(Type refusal) =>
        refusal.GetProperties().Where(property => property.Name is not nameof(Refusal.Kind));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IReadOnlyList<(string Key, string Text)> Read(string language)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"HieuHoc.Platform.Text.{language}.json")!;
        using var document = JsonDocument.Parse(stream);

        return [.. document.RootElement.EnumerateObject().Select(property => (property.Name, property.Value.GetString() ?? ""))];
    }

    [GeneratedRegex(@"\bsealed\s+record\s+(\w+)\s*\([^;{]*?\)\s*:\s*(?:Refusal|FileFaulty)\s*\(")]
    private static partial Regex RefusalRecord();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
