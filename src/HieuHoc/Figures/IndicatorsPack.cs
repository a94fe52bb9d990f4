using System.Text.Json.Serialization;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;

namespace HieuHoc.Figures;

/// <summary>What an indicator's value is printed as.</summary>
public enum IndicatorKind
{
    /// <summary>One hundred times numerator ÷ denominator.</summary>
    Percent,

    /// <summary>Numerator ÷ denominator.</summary>
    Ratio,
}

/// <summary>Whether more is better.</summary>
public enum Direction
{
    Up,
    Down,
}

/// <summary>A figure made of figures: numerator and denominator by formula, never stored itself.</summary>
public sealed record IndicatorDefinition
{
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What it says, in a sentence that a report can print.</summary>
    public required LocalText Definition { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>Formulas over element codes, in the language of docs/rules-language.md.</summary>
    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    public required LocalText NumeratorTitle { get; init; }

    public required LocalText DenominatorTitle { get; init; }

    /// <summary>How many decimals it is shown with; it is compared exactly.</summary>
    public required int Decimals { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>Where the indicator comes from.</summary>
    public required string Citation { get; init; }

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>The value as one formula.</summary>
    [JsonIgnore]
    public string Formula => Kind switch
    {
        IndicatorKind.Percent => $"share({Numerator}, {Denominator})",
        IndicatorKind.Ratio => $"({Numerator}) / ({Denominator})",
    };
}

/// <summary>A pack of indicators.</summary>
public sealed record IndicatorsPack : PackDocument
{
    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Indicators.Select(indicator => new PackItem(
            indicator.Code,
            indicator.Title,
            indicator.Formula,
            indicator.Citation,
            indicator.Confirmed ?? Confirmed,
            Rules.Formula.Parse(indicator.Formula).Names)),
    ];
}

/// <summary>Reads and checks packs of indicators.</summary>
public sealed class IndicatorsPackKind : PackKind
{
    public override string Folder => "indicators";

    public override Type DocumentType => typeof(IndicatorsPack);

    public override int Order => 30;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var elements = shelf.Known<ElementsPack>().SelectMany(pack => pack.Elements).Select(element => element.Code).ToHashSet();

        var seen = new HashSet<string>();

        foreach (var indicator in ((IndicatorsPack)document).Indicators)
        {
            if (!seen.Add(indicator.Code))
            {
                yield return new FileMistake("indicators", "pack.mistake.twice", indicator.Code);
            }

            if (!ElementsPackKind.Code().IsMatch(indicator.Code))
            {
                yield return new FileMistake("indicators", "pack.mistake.code", indicator.Code);
            }

            if (!Formula.TryParse(indicator.Formula, out var formula, out var error))
            {
                yield return new FileMistake(indicator.Code, error!.Code, $"{indicator.Formula} @{error.Position}");
                continue;
            }

            // Nobody could be expected to report it.
            if (formula!.Names.Count == 0)
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.nothing-counted", indicator.Formula);
            }

            foreach (var name in formula.Names.Where(name => !elements.Contains(name)))
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.unknown", name);
            }
        }
    }
}
