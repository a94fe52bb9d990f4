using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HieuHoc.PlanReading.Tests;

/// <summary>The rules by which readings are scored: fields must agree, words may differ in part, order does not matter.</summary>
internal static partial class Scorer
{
    public static readonly IReadOnlyList<string> HeaderFields = ["type", "number", "issuedOn", "issuer", "signer", "signerAuthority", "title", "period", "truncated"];

    /// <summary>0: no match; otherwise the closer the higher.</summary>
    private static readonly Dictionary<string, Func<JsonNode, JsonNode, double>> Rules = new()
    {
        ["legalBases"] = (wanted, read) => Number(wanted["number"]) == Number(read["number"]) && Same(wanted, read, "date") ? 1 : 0,
        ["targets"] = Target,
        ["tasks"] = (wanted, read) => AtLeast(0.7, Alike(Start(wanted["text"]), Start(read["text"]))),
        ["assignments"] = (wanted, read) => Roles(wanted).SetEquals(Roles(read)) ? AtLeast(0.6, Alike(Text(wanted["agency"]), Text(read["agency"]))) : 0,
        ["reporting"] = (wanted, read) => Same(wanted, read, "dueMonth", "dueDay", "every") ? 1 : 0,
        ["recipients"] = (wanted, read) => AtLeast(0.7, Alike(Text(wanted), Text(read))),
    };

    public static IReadOnlyList<string> Lists => [.. Rules.Keys];

    /// <summary>Pairs what was wanted with what was read, the closest first.</summary>
    public static Score Compare(string list, IReadOnlyList<JsonNode> wanted, IReadOnlyList<JsonNode> read)
    {
        var pairs = from w in wanted.Index()
                    from r in read.Index()
                    let closeness = Rules[list](w.Item, r.Item)
                    where closeness > 0
                    orderby closeness descending
                    select (Wanted: w.Index, Read: r.Index);
        var (left, right) = (new HashSet<int>(), new HashSet<int>());

        foreach (var pair in pairs.Where(pair => !left.Contains(pair.Wanted) && !right.Contains(pair.Read)))
        {
            left.Add(pair.Wanted);
            right.Add(pair.Read);
        }

        return new(left.Count, wanted.Count, read.Count, Rest(wanted, left), Rest(read, right));
    }

    /// <summary>The fields of the head that were read otherwise.</summary>
    public static IReadOnlyList<string> WrongInHeader(JsonObject wanted, JsonObject read) =>
        [.. HeaderFields.Where(field => !HeaderAgrees(field, wanted["document"]![field], read["document"]![field])).Select(field => $"{field}: {read["document"]![field]?.ToJsonString()}")]; // both have a head

    private static bool HeaderAgrees(string field, JsonNode? wanted, JsonNode? read) =>
        wanted?.GetValueKind() is System.Text.Json.JsonValueKind.String && read?.GetValueKind() is System.Text.Json.JsonValueKind.String
            ? Alike(Text(wanted), Text(read)) >= (field == "title" ? 0.9 : 0.999)
            : JsonNode.DeepEquals(wanted, read);

    private static double Target(JsonNode wanted, JsonNode read)
    {
        if (!Same(wanted, read, "kind", "value", "year", "area"))
        {
            return 0;
        }

        var closeness = AtLeast(0.5, Alike(Text(wanted["subject"]), Text(read["subject"])));

        return closeness == 0 ? 0 : closeness + (Same(wanted, read, "clause", "qualifier") ? 0.01 : 0);
    }

    /// <summary>The share of words in common, 0 to 1; tones and other marks are no difference.</summary>
    private static double Alike(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));

        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == right.Count ? 1 : 0;
        }

        var rest = right.ToList();

        return 2.0 * left.Count(rest.Remove) / (left.Count + right.Count);
    }

    private static List<string> Words(string text)
    {
        var bare = Signs().Replace(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), " ").Normalize(NormalizationForm.FormD).Replace('đ', 'd');
        var letters = string.Concat(bare.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark));

        return [.. letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }

    private static double AtLeast(double threshold, double closeness) => closeness >= threshold ? closeness : 0;

    // Numbers are compared as numbers: 2 and 2.0 are one.
    private static bool Same(JsonNode wanted, JsonNode read, params IEnumerable<string> fields) => fields.All(field =>
        wanted[field] is JsonValue w && read[field] is JsonValue r && w.GetValueKind() is System.Text.Json.JsonValueKind.Number && r.GetValueKind() is System.Text.Json.JsonValueKind.Number
            ? decimal.Parse(w.ToJsonString(), CultureInfo.InvariantCulture) == decimal.Parse(r.ToJsonString(), CultureInfo.InvariantCulture)
            : JsonNode.DeepEquals(wanted[field], read[field]));

    private static string Number(JsonNode? number) => NumberSigns().Replace(Text(number).Normalize(NormalizationForm.FormC).ToLowerInvariant(), "").Replace('–', '-');

    private static HashSet<string> Roles(JsonNode assignment) => [.. (assignment["roles"]?.AsArray() ?? []).Select(Text)];

    private static string Start(JsonNode? text) => Text(text) is { Length: > 80 } longer ? longer[..80] : Text(text);

    private static string Text(JsonNode? node) => node is null ? "" : (string)node!;

    private static IReadOnlyList<string> Rest(IReadOnlyList<JsonNode> items, HashSet<int> paired) => [.. items.Index().Where(item => !paired.Contains(item.Index)).Select(item => item.Item.ToJsonString())];

    [GeneratedRegex("[“”\"'‘’*.,;:()\\[\\]-]")]
    private static partial Regex Signs();

    [GeneratedRegex("[\\s.“”\"'‘’*,;:()\\[\\]]")]
    private static partial Regex NumberSigns();
}
