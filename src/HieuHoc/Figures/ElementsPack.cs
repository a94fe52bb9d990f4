using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>A pack of things that can be counted.</summary>
public sealed record ElementsPack : PackDocument
{
    public required IReadOnlyList<ElementDefinition> Elements { get; init; }

    /// <summary>The breakdowns that this pack's elements, or later ones, are counted in.</summary>
    public IReadOnlyList<BreakdownDefinition> Breakdowns { get; init; } = [];

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Elements.Select(element => new PackItem(
            element.Code, element.Title, Text: "", Citation: null, element.Confirmed ?? Confirmed, Uses: [])),
    ];
}

/// <summary>Reads, checks and loads packs of elements.</summary>
public sealed partial class ElementsPackKind : PackKind
{
    private const int MostDecimals = 6;

    /// <summary>The longest list that a person chooses from.</summary>
    private const int HighestLevel = 9;

    public override string Folder => "elements";

    public override Type DocumentType => typeof(ElementsPack);

    public override int Order => 20;

    public override bool MayBeOfAProvince => true;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var pack = (ElementsPack)document;
        var others = shelf.Known<ElementsPack>().ToList();

        return [.. Meanings(pack, others), .. Types(pack), .. Parts(pack, others)];
    }

    /// <summary>With a new list of places villages may have moved to another commune long ago: their figures go along.</summary>
    public override async Task FollowAsync(HieuHocDb db, IReadOnlyList<PackFile> loaded, Moment now, CancellationToken ct)
    {
        if (!loaded.Any(file => file.Kind == PlacesPackKind.Name))
        {
            return;
        }

        var figures = db.Figures;
        var counting = await db.Owners.Where(owner => figures.Any(figure => figure.Owner == owner.Id))
            .OrderBy(owner => owner.Id).Select(owner => owner.Id).ToListAsync(ct);

        foreach (var owner in counting)
        {
            await db.EnqueueOnceAsync<CheckRollUp>(owner, "", new { }, null, now, ct);
        }
    }

    private static IEnumerable<FileMistake> Meanings(ElementsPack pack, IReadOnlyList<ElementsPack> others)
    {
        var known = others.SelectMany(other => other.Elements.Select(element => (From: other.ValidFrom, Element: element)))
            .ToLookup(other => other.Element.Code);
        var seen = new HashSet<string>();

        foreach (var element in pack.Elements)
        {
            if (!Code().IsMatch(element.Code) || !IsRead(element.Code))
            {
                yield return new FileMistake("elements", "pack.mistake.code", element.Code);
            }

            if (!seen.Add(element.Code))
            {
                yield return new FileMistake("elements", "pack.mistake.twice", element.Code);
            }

            // A code that kept two decimals and then one would turn 12.34 into 123.4 in every old figure.
            if (element.Decimals is < 0 or > MostDecimals || known[element.Code].Any(other => other.Element.Decimals != element.Decimals))
            {
                yield return new FileMistake("elements", "pack.mistake.decimals", element.Code);
            }

            if (known[element.Code].Any(other => AddsUp(other.Element) != AddsUp(element)
                || (other.From == pack.ValidFrom && WhoCounts(other.Element) != WhoCounts(element))))
            {
                yield return new FileMistake("elements", "pack.mistake.meaning", element.Code);
            }
        }
    }

    private static IEnumerable<FileMistake> Types(ElementsPack pack)
    {
        foreach (var element in pack.Elements)
        {
            // A level says how many there are; a number or a yes has none.
            if (element.Type is ElementType.Level ? element.Highest is not (>= 1 and <= HighestLevel) : element.Highest is not null)
            {
                yield return new FileMistake("elements", "pack.mistake.highest", element.Code);
            }

            // Two communes at level 1 are not one at level 2.
            if (element.Type is not ElementType.Number
                && (element.OverSubjects is not OverSubjects.None || element.OverTime is OverTime.Sum || element.Decimals != 0))
            {
                yield return new FileMistake("elements", "pack.mistake.type", element.Code);
            }
        }
    }

    private static IEnumerable<FileMistake> Parts(ElementsPack pack, IReadOnlyList<ElementsPack> others)
    {
        var all = others.Append(pack).ToList();
        var breakdowns = all.SelectMany(other => other.Breakdowns).Select(breakdown => breakdown.Code).Where(code => code != Breakdown.Whole).ToHashSet();
        var elements = all.SelectMany(other => other.Elements).Select(element => element.Code).ToHashSet();
        var seen = new HashSet<string> { Breakdown.Whole };

        foreach (var breakdown in pack.Breakdowns)
        {
            if (!PartCode().IsMatch(breakdown.Code) || !IsRead(breakdown.Code))
            {
                yield return new FileMistake("breakdowns", "pack.mistake.code", breakdown.Code);
            }

            if (!seen.Add(breakdown.Code))
            {
                yield return new FileMistake("breakdowns", "pack.mistake.twice", breakdown.Code);
            }
        }

        foreach (var (element, part) in pack.Elements.SelectMany(element => element.Breakdowns.Select(part => (element, part))))
        {
            if (!breakdowns.Contains(part))
            {
                yield return new FileMistake(element.Code, "pack.mistake.unknown", part);
            }
        }

        // A part is named by its element and its breakdown; an element of that name would be read instead of it.
        foreach (var name in all
            .SelectMany(other => other.Elements)
            .SelectMany(element => breakdowns.Select(part => ElementDefinition.NameOf(element.Code, part)))
            .Where(elements.Contains)
            .Distinct())
        {
            yield return new FileMistake("elements", "pack.mistake.twice", name);
        }
    }

    public override async Task ApplyAsync(HieuHocDb db, PackDocument document, PackFile file, Moment now, CancellationToken ct)
    {
        var known = await db.Elements.ToDictionaryAsync(element => element.Code, element => element.Id, ct);
        var next = known.Count == 0 ? 1 : known.Values.Max() + 1;

        db.AddRange(
            from definition in ((ElementsPack)document).Elements
            where !known.ContainsKey(definition.Code)
            select new Element { Id = next++, Code = definition.Code, Decimals = definition.Decimals });
        await AddBreakdownsAsync(db, ((ElementsPack)document).Breakdowns, ct);
    }

    private static async Task AddBreakdownsAsync(HieuHocDb db, IReadOnlyList<BreakdownDefinition> breakdowns, CancellationToken ct)
    {
        var known = await db.Breakdowns.ToDictionaryAsync(breakdown => breakdown.Code, breakdown => breakdown.Id, ct);
        var next = known.Values.Max() + 1;

        db.AddRange(
            from breakdown in breakdowns
            where !known.ContainsKey(breakdown.Code)
            select new Breakdown { Id = next++, Code = breakdown.Code });
    }

    /// <summary>What figures are and how they are added: were it another, old ones would say something else.</summary>
    private static (ElementType, OverSubjects, OverTime) AddsUp(ElementDefinition element) =>
        (element.Type, element.OverSubjects, element.OverTime);

    /// <summary>Whose figures are added: a later pack may name another, from its first day on.</summary>
    private static (SubjectLevel, Producer) WhoCounts(ElementDefinition element) => (element.LeafLevel, element.Producer);

    /// <summary>False for the words of the rules' language (<c>and</c>, <c>sum</c> …), which formulas do not read as names.</summary>
    private static bool IsRead(string code) => Formula.TryParse(code, out var formula, out _) && formula.Names.Contains(code);

    /// <summary>The form of every code in a pack that formulas may read.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*\z")]
    public static partial Regex Code();

    // Without a dot: what follows the last dot of a name is the part.
    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex PartCode();
}
