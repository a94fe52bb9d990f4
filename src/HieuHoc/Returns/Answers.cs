using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>Something in the answers that a check of the form did not like.</summary>
public sealed record Finding(FormCheck Check, Explanation Explanation);

/// <summary>The answers of one version: element code → number in the element's units. Not answered means not there.</summary>
public sealed class Answers(IReadOnlyDictionary<string, long> values)
{
    public static Answers None { get; } = new(new Dictionary<string, long>());

    public IReadOnlyDictionary<string, long> Values => values;

    /// <summary>As stored.</summary>
    public static Answers FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, long>>(json, Json.Compact)!);

    /// <summary>For storing: in the order of the codes, so that equal answers are equal texts.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        values.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value), Json.Compact);

    /// <summary>The answers as the numbers that rules read.</summary>
    public IFacts Facts(IReadOnlyDictionary<string, ElementDefinition> elements) => new Facts(
        values.ToDictionary(pair => pair.Key, pair => (decimal?)elements[pair.Key].Natural(pair.Value)));

    /// <summary>What the form's checks say. A check that cannot say, because a cell is empty, says nothing.</summary>
    public IReadOnlyList<Finding> Judge(FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var facts = Facts(elements);

        return
        [
            .. from check in form.Checks
               let judgement = Rule.Parse(check.Rule).Judge(facts)
               where judgement.Verdict is Verdict.NotMet
               select new Finding(check, judgement.Explanation),
        ];
    }
}

/// <summary>What was typed into the cells, read the way people write numbers.</summary>
public sealed partial record TypedAnswers(Answers Answers, IReadOnlyList<string> Unreadable)
{
    /// <summary>
    /// Reads "1.234", "1 234", "1234" and, where the element keeps decimals, "12,5". Empty cells are not answered;
    /// cells that the form does not ask are passed over.
    /// </summary>
    public static TypedAnswers Read(
        IReadOnlyDictionary<string, string?> typed, FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var values = new Dictionary<string, long>();
        var unreadable = new List<string>();

        foreach (var code in form.Elements)
        {
            var text = typed.GetValueOrDefault(code)?.Trim();

            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            if (Number(text, elements[code]) is { } value)
            {
                values[code] = value;
            }
            else
            {
                unreadable.Add(code);
            }
        }

        return new TypedAnswers(new Answers(values), unreadable);
    }

    private static long? Number(string text, ElementDefinition element)
    {
        var plain = Grouped().IsMatch(text) ? Separators().Replace(text, "") : text.Replace(',', '.');

        // Nothing is counted below zero.
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? element.Stored(number)
            : null;
    }

    // 1.845.335 or 1,845,335 or 1 845 335: groups of three are thousands, whichever mark parts them.
    [GeneratedRegex(@"^\d{1,3}([.,\s\u00A0]\d{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[.,\s\u00A0]")]
    private static partial Regex Separators();
}
