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

    /// <summary>The numerator, as a number of people or things: of many places their sum.</summary>
    Count,

    /// <summary>The numerator, as a level that was reached: 0 none, 1, 2, 3.</summary>
    Level,

    /// <summary>The numerator, as 1 reached and 0 not reached.</summary>
    YesNo,
}

/// <summary>Over what the formulas of an indicator are evaluated before their results are added.</summary>
public enum Each
{
    /// <summary>In every place by its own figures: "communes that reach level 2" counts communes.</summary>
    Place,
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
    /// <summary>The names by which a target's rule reads the indicator's two totals.</summary>
    public const string NumeratorName = "numerator";

    /// <inheritdoc cref="NumeratorName"/>
    public const string DenominatorName = "denominator";

    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What it says, in a sentence that a report can print.</summary>
    public required LocalText Definition { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>Whether the formulas are evaluated place by place and then added; null where they read the sums of the elements.</summary>
    public Each? Each { get; init; }

    /// <summary>Formulas over element codes, in the language of docs/rules-language.md.</summary>
    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    public required LocalText NumeratorTitle { get; init; }

    public required LocalText DenominatorTitle { get; init; }

    /// <summary>How many decimals it is shown with; it is compared exactly.</summary>
    public required int Decimals { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>True where the province may state it by a sample survey too, beside what is counted.</summary>
    public bool Survey { get; init; }

    /// <summary>Where the indicator comes from.</summary>
    public required string Citation { get; init; }

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>True when its value is a word, and not a number that could grow bit by bit.</summary>
    [JsonIgnore]
    public bool IsWord => Kind is IndicatorKind.Level or IndicatorKind.YesNo;

    /// <summary>True when its value is made of two totals, and can be held side by side from place to place, be they large or small.</summary>
    [JsonIgnore]
    public bool IsOfTwo => Kind is IndicatorKind.Percent or IndicatorKind.Ratio;

    /// <summary>The value of one place as one formula.</summary>
    [JsonIgnore]
    public string Formula => Of(Numerator, Denominator);

    /// <summary>The value of many places, from the two totals.</summary>
    [JsonIgnore]
    public string OfTotals => Of(NumeratorName, DenominatorName);

    /// <summary>The same, ready to be evaluated.</summary>
    [JsonIgnore]
    public IndicatorFormulas Formulas => IndicatorFormulas.Of(this);

    private string Of(string numerator, string denominator) => Kind switch
    {
        IndicatorKind.Percent => $"share({numerator}, {denominator})",
        IndicatorKind.Ratio => $"({numerator}) / ({denominator})",
        IndicatorKind.Count or IndicatorKind.Level or IndicatorKind.YesNo => numerator,
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
            indicator.Formulas.Value.Names)),
    ];
}

/// <summary>Reads and checks packs of indicators.</summary>
public sealed class IndicatorsPackKind : PackKind
{
    public override string Folder => "indicators";

    public override Type DocumentType => typeof(IndicatorsPack);

    public override int Order => 30;

    public override bool MayBeOfAProvince => true;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var elements = shelf.Known<ElementsPack>().SelectMany(pack => pack.Elements).ToLookup(element => element.Code, element => element.SumLevel);

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

            // The formula of a count or a level is its numerator alone; its denominator is evaluated all the same.
            if (!Formula.TryParse(indicator.Formula, out var formula, out var error) || !Formula.TryParse(indicator.Denominator, out _, out error))
            {
                yield return new FileMistake(indicator.Code, error.Code, $"{(formula is null ? indicator.Formula : indicator.Denominator)} @{error.Position}");
                continue;
            }

            // Nobody could be expected to report it.
            if (formula.Names.Count == 0)
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.nothing-counted", indicator.Formula);
            }

            foreach (var name in formula.Names.Where(name => !elements.Contains(name)))
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.unknown", name);
            }

            // Indicators are read of places.
            foreach (var name in formula.Names.Where(name => elements[name].Contains(null)))
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.level", name);
            }

            // Sums of communes and the figure of their province are not of the same places.
            if (formula.Names.SelectMany(name => elements[name]).Distinct().Count() > 1)
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.levels", indicator.Formula);
            }

            // What a sample says is a share of people, held against the target as if they had been counted.
            if (indicator.Survey && (indicator is not { Kind: IndicatorKind.Percent, Each: null } || !elements.Contains(indicator.Numerator) || !elements.Contains(indicator.Denominator)))
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.survey", indicator.Formula);
            }

            if (indicator is { IsWord: true, Each: not null })
            {
                yield return new FileMistake(indicator.Code, "pack.mistake.each", indicator.Formula);
            }
        }
    }
}
