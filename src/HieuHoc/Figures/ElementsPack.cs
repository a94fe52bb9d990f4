using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

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

/// <summary>What can be counted: the meaning of a code, who counts it, and how it adds up.</summary>
public sealed record ElementDefinition
{
    /// <summary>Dotted, in lower case: <c>family.registered</c>. Its meaning never changes.</summary>
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What is counted, as a heading prints it: gia đình, người, thôn.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>How many decimals its figures keep, 0 to 6.</summary>
    public int Decimals { get; init; }

    public required OverSubjects OverSubjects { get; init; }

    public required OverTime OverTime { get; init; }

    /// <summary>The one level whose figures are counted; values typed above it are stated, never added.</summary>
    public required PlaceLevel LeafLevel { get; init; }

    public required Producer Producer { get; init; }

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>A figure in the element's units as a number.</summary>
    public decimal Natural(long value) => Decimals == 0 ? value : value / Scale;

    /// <summary>A number in the element's units; null when it has more decimals than the element keeps.</summary>
    public long? Stored(decimal natural)
    {
        // Before it is scaled: what is too large for a figure can be too large for a decimal.
        if (Math.Abs(natural) > long.MaxValue / 2 / Scale)
        {
            return null;
        }

        var scaled = natural * Scale;

        return scaled == decimal.Truncate(scaled) ? (long)scaled : null;
    }

    private decimal Scale => (decimal)Math.Pow(10, Decimals);
}

/// <summary>A pack of things that can be counted.</summary>
public sealed record ElementsPack : PackDocument
{
    public required IReadOnlyList<ElementDefinition> Elements { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Elements.Select(element => new PackItem(
            element.Code, element.Title, element.Unit.Here, Citation: null, element.Confirmed ?? Confirmed, Uses: [])),
    ];
}

/// <summary>Reads, checks and loads packs of elements.</summary>
public sealed partial class ElementsPackKind : PackKind
{
    private const int MostDecimals = 6;

    public override string Folder => "elements";

    public override Type DocumentType => typeof(ElementsPack);

    public override int Order => 20;

    public override IEnumerable<PackMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var pack = (ElementsPack)document;
        var known = shelf.Known<ElementsPack>().SelectMany(other => other.Elements).ToLookup(element => element.Code);
        var seen = new HashSet<string>();

        foreach (var element in pack.Elements)
        {
            if (!Code().IsMatch(element.Code) || !IsRead(element.Code))
            {
                yield return new PackMistake("elements", "pack.mistake.code", element.Code);
            }

            if (!seen.Add(element.Code))
            {
                yield return new PackMistake("elements", "pack.mistake.twice", element.Code);
            }

            // A code that kept two decimals and then one would turn 12.34 into 123.4 in every old figure.
            if (element.Decimals is < 0 or > MostDecimals || known[element.Code].Any(other => other.Decimals != element.Decimals))
            {
                yield return new PackMistake("elements", "pack.mistake.decimals", element.Code);
            }

            if (known[element.Code].Any(other => AddsUp(other) != AddsUp(element)))
            {
                yield return new PackMistake("elements", "pack.mistake.meaning", element.Code);
            }
        }
    }

    public override async Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, CancellationToken ct)
    {
        var known = await db.Elements.ToDictionaryAsync(element => element.Code, element => element.Id, ct);
        var next = known.Count == 0 ? 1 : known.Values.Max() + 1;

        db.AddRange(
            from definition in ((ElementsPack)document).Elements
            where !known.ContainsKey(definition.Code)
            select new Element { Id = next++, Code = definition.Code, Decimals = definition.Decimals });
    }

    /// <summary>What decides which figures are added, and how: were it another, old sums would say something else.</summary>
    private static (OverSubjects, OverTime, PlaceLevel, Producer) AddsUp(ElementDefinition element) =>
        (element.OverSubjects, element.OverTime, element.LeafLevel, element.Producer);

    /// <summary>False for the words of the rules' language (<c>and</c>, <c>sum</c> …), which formulas do not read as names.</summary>
    private static bool IsRead(string code) => Formula.TryParse(code, out var formula, out _) && formula.Names.Contains(code);

    /// <summary>The form of every code in a pack that formulas may read.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*\z")]
    public static partial Regex Code();
}
