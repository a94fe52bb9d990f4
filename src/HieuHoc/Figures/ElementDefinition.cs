using System.Text.Json.Serialization;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>How figures of one element add up over places.</summary>
public enum OverSubjects
{
    Sum,
    None,
}

/// <summary>How the months of an element make its year.</summary>
public enum OverTime
{
    Sum,
    Last,
    None,
}

/// <summary>Which part of the product counts an element; only its figures enter roll-ups.</summary>
public enum Producer
{
    Return,
    Titles,
    Standards,
    Centres,
    Outreach,
    Import,
}

/// <summary>What the figures of an element are.</summary>
public enum ElementType
{
    /// <summary>Something counted or measured.</summary>
    Number,

    /// <summary>How far something has come: 0 is not yet, then level 1, 2, 3 …</summary>
    Level,

    /// <summary>1 for yes, 0 for no.</summary>
    YesNo,
}

/// <summary>What a figure counts: an element, and which part of its people or things.</summary>
public readonly record struct FigureKey(string Element, string Breakdown = Breakdown.Whole);

/// <summary>What can be counted: the meaning of a code, who counts it, and how it adds up.</summary>
public sealed record ElementDefinition
{
    private readonly FigureKey? partOf;

    /// <summary>Dotted, in lower case: <c>family.registered</c>. Its meaning never changes.</summary>
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What is counted, as a heading prints it: gia đình, người, thôn.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>A number, unless the pack says that it is a level, or a yes or no.</summary>
    public ElementType Type { get; init; }

    /// <summary>Of a level the highest one; null for everything else.</summary>
    public int? Highest { get; init; }

    /// <summary>How many decimals its figures keep, 0 to 6.</summary>
    public int Decimals { get; init; }

    public required OverSubjects OverSubjects { get; init; }

    public required OverTime OverTime { get; init; }

    /// <summary>Whose figures are counted: the places of one level, or agencies; what is typed above or beside them is stated, never added.</summary>
    public required SubjectLevel LeafLevel { get; init; }

    public required Producer Producer { get; init; }

    /// <summary>The level of the places whose sums are kept: what villages count enters their commune's. Null where agencies count.</summary>
    [JsonIgnore]
    public PlaceLevel? SumLevel => LeafLevel switch
    {
        SubjectLevel.Country => PlaceLevel.Country,
        SubjectLevel.Province => PlaceLevel.Province,
        SubjectLevel.District => PlaceLevel.District,
        SubjectLevel.Commune or SubjectLevel.Village => PlaceLevel.Commune,
        SubjectLevel.Agency => null,
    };

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>The breakdowns in which it may be counted beside its whole, by their codes.</summary>
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    /// <summary>The values between which one chooses, as a list shows them; empty where a number is typed.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Choices => Type switch
    {
        ElementType.Number => [],
        ElementType.Level => [.. Enumerable.Range(0, (Highest ?? 0) + 1).Select(level => (long)level)],
        ElementType.YesNo => [1, 0],
    };

    /// <summary>The element and the part of it that this counts.</summary>
    [JsonIgnore]
    public FigureKey Key => partOf ?? new FigureKey(Code);

    /// <summary>
    /// A part as rules, forms and answers name it: <c>citizen.recognised.women</c>. Parts never make the whole by
    /// themselves; that they do not exceed it is a check of the form.
    /// </summary>
    public ElementDefinition Part(BreakdownDefinition breakdown) => new(this, new FigureKey(Code, breakdown.Code))
    {
        Code = NameOf(Code, breakdown.Code),
        Title = new LocalText($"{Title.Vi}: {breakdown.Title.Vi}", $"{Title.En}: {breakdown.Title.En}"),
        Unit = Unit,
        Type = Type,
        Highest = Highest,
        OverSubjects = OverSubjects,
        OverTime = OverTime,
        LeafLevel = LeafLevel,
        Producer = Producer,
    };

    /// <summary>The name of a part of an element.</summary>
    public static string NameOf(string element, string breakdown) =>
        breakdown == Breakdown.Whole ? element : $"{element}.{breakdown}";

    /// <summary>True when a figure of this producer and level is the one that counts; any other is stated.</summary>
    /// <param name="level">Of whom it is about.</param>
    public bool Counts(Producer producer, SubjectLevel level) => producer == Producer && level == LeafLevel;

    /// <summary>A figure in the element's units as a number.</summary>
    public decimal Natural(long value) => Decimals == 0 ? value : value / Scale;

    /// <summary>
    /// A number in the element's units; null when it has more decimals than the element keeps, or is none of the values
    /// between which one chooses.
    /// </summary>
    public long? Stored(decimal natural)
    {
        // Before it is scaled: what is too large for a figure can be too large for a decimal.
        if (Math.Abs(natural) > long.MaxValue / 2 / Scale)
        {
            return null;
        }

        var scaled = natural * Scale;

        return scaled == decimal.Truncate(scaled) && (Type is ElementType.Number || Choices.Contains((long)scaled)) ? (long)scaled : null;
    }

    private decimal Scale => (decimal)Math.Pow(10, Decimals);

    /// <summary>An element that is read from a pack.</summary>
    [JsonConstructor]
    public ElementDefinition()
    {
    }

    private ElementDefinition(ElementDefinition whole, FigureKey part) => (Decimals, partOf) = (whole.Decimals, part);
}

/// <summary>A part of what is counted, with its name: women, ethnic minority, an area.</summary>
public sealed record BreakdownDefinition(string Code, LocalText Title);
