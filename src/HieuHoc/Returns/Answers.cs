using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>The answers of one version, in the elements' units. Not answered means not there.</summary>
public sealed class Answers
{
    public static Answers None { get; } = new(new Dictionary<string, long>());

    /// <param name="names">Element code → what there is; and the name of a cell's estimate → what the whole year is estimated at.</param>
    public Answers(IReadOnlyDictionary<string, long> names)
    {
        Names = names;
        Estimates = names.Where(pair => EstimatedCell.Is(pair.Key)).ToDictionary(pair => EstimatedCell.ElementOf(pair.Key), pair => pair.Value);
        Values = Estimates.Count == 0 ? names : names.Where(pair => !EstimatedCell.Is(pair.Key)).ToDictionary();
    }

    /// <summary>Every answer by the name under which it was typed, estimates too.</summary>
    public IReadOnlyDictionary<string, long> Names { get; }

    /// <summary>Element code → what there is, to the cut-off or of the whole period.</summary>
    public IReadOnlyDictionary<string, long> Values { get; }

    /// <summary>Element code → what the whole year is estimated at; of the cells alone that the form asks twice.</summary>
    public IReadOnlyDictionary<string, long> Estimates { get; }

    /// <summary>The answer of a cell, or of its estimate; null when it was not answered.</summary>
    public long? Of(string name) => Names.TryGetValue(name, out var value) ? value : null;

    /// <summary>The names, in their order, of which something else was answered before, or nothing.</summary>
    public IReadOnlyList<string> ChangedFrom(Answers before) =>
    [
        .. Names.Keys.Where(name => before.Of(name) != Of(name))
            .Concat(before.Names.Keys.Where(name => Of(name) is null))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>As stored.</summary>
    public static Answers FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, long>>(json, Json.Compact)!);

    /// <summary>For storing: in the order of the names, so that equal answers are equal texts.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        Names.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value), Json.Compact);

    /// <summary>The answers of some cells alone.</summary>
    public Answers Of(IReadOnlyCollection<string> cells) => new(Names.Where(pair => cells.Contains(pair.Key)).ToDictionary());

    /// <summary>
    /// What the form's checks say. A check that cannot say, because a cell is empty or an estimate is asked no more, says nothing.
    /// </summary>
    public IReadOnlyList<BrokenCheck> Judge(FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var facts = new Facts(Names
            .Where(answer => !EstimatedCell.Is(answer.Key) || form.Estimated.Contains(EstimatedCell.ElementOf(answer.Key)))
            .ToDictionary(answer => answer.Key, answer => (decimal?)elements[EstimatedCell.ElementOf(answer.Key)].Natural(answer.Value)));

        return
        [
            .. from check in form.Checks
               let judgement = CheckRules.Of(check).Judge(facts)
               where judgement.Verdict is Verdict.NotMet
               select new BrokenCheck(check, judgement.Explanation),
        ];
    }
}

/// <summary>What was typed into the cells, read the way people write numbers.</summary>
public sealed partial record TypedAnswers(Answers Answers, IReadOnlyList<string> Unreadable)
{
    /// <summary>The largest answer, in the element's units: so that the sum of thousands of them is still a number.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>
    /// Reads "1.234", "1 234", "1234" and, where the element keeps decimals, "1.234,5". Empty cells are not answered;
    /// cells that the form does not ask are passed over.
    /// </summary>
    public static TypedAnswers Read(
        IReadOnlyDictionary<string, string?> typed, FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var values = new Dictionary<string, long>();
        var unreadable = new List<string>();

        foreach (var name in form.Cells)
        {
            var text = typed.GetValueOrDefault(name)?.Trim();

            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            if (Number(text, elements[EstimatedCell.ElementOf(name)]) is { } value)
            {
                values[name] = value;
            }
            else
            {
                unreadable.Add(name);
            }
        }

        return new TypedAnswers(new Answers(values), unreadable);
    }

    /// <summary>A number as a person would type it, read back as the same.</summary>
    public static string Text(decimal value) => value == decimal.Truncate(value)
        ? value.ToString("0", CultureInfo.InvariantCulture)
        // Four decimals at least, in the reader's own way: three could be thousands.
        : value.ToString("0.0000######", CultureInfo.CurrentCulture);

    /// <summary>A number as people write it, never below zero; null where it is none.</summary>
    /// <param name="decimals">Whether the last mark may part decimals; else every mark parts thousands.</param>
    public static decimal? Number(string text, bool decimals)
    {
        var at = decimals ? DecimalMark(text) : text.Length;
        var (whole, part) = at < text.Length ? (text[..at], "." + text[(at + 1)..]) : (text, "");
        var plain = Grouped().IsMatch(whole) ? Separators().Replace(whole, "") : whole;

        return decimal.TryParse(plain + part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static long? Number(string text, ElementDefinition element) =>
        Number(text, element.Decimals > 0) is { } number && element.Stored(number) is { } value and <= Most ? value : null;

    /// <summary>
    /// Where the decimals begin, or the text's end. The last mark parts them, unless it can only part thousands:
    /// it stands there twice, or it is not the reader's own mark and three digits follow ("1.234" in Vietnamese).
    /// </summary>
    private static int DecimalMark(string text)
    {
        var at = text.LastIndexOfAny(['.', ',']);

        if (at < 0 || text.IndexOf(text[at], StringComparison.Ordinal) < at)
        {
            return text.Length;
        }

        var own = CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator[0];

        return text[at] == own || text.IndexOfAny(['.', ',']) < at || !Grouped().IsMatch(text) ? at : text.Length;
    }

    // 1.845.335 or 1,845,335 or 1 845 335: groups of three are thousands, whichever mark parts them.
    [GeneratedRegex(@"^[1-9]\d{0,2}([.,\s\u00A0]\d{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[.,\s\u00A0]")]
    private static partial Regex Separators();
}
