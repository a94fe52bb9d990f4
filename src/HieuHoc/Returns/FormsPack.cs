using System.Text.Json.Serialization;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns;

/// <summary>What is asked of a place, section by section, with the checks that its answers must pass.</summary>
public sealed record FormsPack : PackDocument
{
    /// <summary>Who answers: the places of a level, or the agencies that are named.</summary>
    public required SubjectLevel Level { get; init; }

    /// <summary>The codes of the agencies that answer; empty for a form of places.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The steps that its returns take, in their order.</summary>
    public required IReadOnlyList<ReturnStep> Steps { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public required IReadOnlyList<FormCheck> Checks { get; init; }

    /// <summary>What makes its figures look odd although every check holds.</summary>
    public IReadOnlyList<FormComparison> Comparisons { get; init; } = [];

    /// <summary>The reasons that can be chosen for what looks odd; besides them there are one's own words.</summary>
    public IReadOnlyList<ReadyReason> Reasons { get; init; } = [];

    /// <summary>How final its figures are when they are confirmed.</summary>
    public Standing Standing { get; init; } = Standing.Official;

    /// <summary>
    /// The cells whose values are stated: they are counted elsewhere or further down, and what is typed here is compared
    /// with that, never added.
    /// </summary>
    public IReadOnlyList<string> Stated { get; init; } = [];

    /// <summary>
    /// The cells that are asked twice while the year goes on: what there is to the cut-off, and what the whole year is
    /// estimated at. Titles are decided after the report is due.
    /// </summary>
    public IReadOnlyList<string> Estimated { get; init; } = [];

    /// <summary>The elements whose figures count when this form's returns are confirmed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Counted => [.. Elements.Except(Stated)];

    /// <summary>The elements asked, in the order of the form; a form asks each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Elements =>
        [.. Sections.SelectMany(section => section.Elements)];

    /// <summary>The names of all that is asked: the elements, and after each that is estimated its estimate.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Cells => [.. Sections.SelectMany(CellsOf)];

    /// <summary>The names of what a section asks.</summary>
    public IReadOnlyList<string> CellsOf(FormSection section) =>
        [.. section.Elements.SelectMany(code => Estimated.Contains(code) ? [code, EstimatedCell.NameOf(code)] : (IReadOnlyList<string>)[code])];

    /// <summary>What it asks for a period on a day: only a year that is not over is estimated.</summary>
    public FormsPack On(DateOnly day, Period period) =>
        Estimated.Count == 0 || (period.Kind is PeriodKind.Year && day <= period.LastDay) ? this : this with { Estimated = [] };

    /// <summary>True when something in it can ask a reason.</summary>
    [JsonIgnore]
    public bool AsksReasons => Comparisons.Count > 0 || Checks.Any(check => check.Weight is FindingWeight.Soft);

    /// <summary>The cells that are held against the year before.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> LookedBackAt =>
        [.. Comparisons.Where(comparison => comparison.LooksBack).SelectMany(comparison => comparison.Cells).Distinct()];

    /// <summary>The section in which a cell is asked.</summary>
    public FormSection SectionOf(string cell) => Sections.First(section => section.Elements.Contains(cell));

    /// <summary>The cells on which a reason hangs: those of a finding, or of a whole section where no cell is named; null where the form knows no such.</summary>
    public IReadOnlyList<string>? CellsOf(string code, string cell) => cell.Length == 0
        ? Sections.FirstOrDefault(section => section.Code == code)?.Elements
        : Checks.FirstOrDefault(check => check.Code == code && check.Cells[0] == cell)?.Cells
            ?? Comparisons.FirstOrDefault(comparison => comparison.Code == code)?.CellsOf(cell);

    /// <summary>True when somebody would be asked both forms.</summary>
    public bool AsksAlso(FormsPack other) =>
        Level == other.Level && (Level is not SubjectLevel.Agency || Agencies.Intersect(other.Agencies).Any());

    /// <summary>True when the same figure would be counted by both; an estimate is never added to the official figure, and a stated one to nothing.</summary>
    public bool CountsTwiceWith(FormsPack other) => AsksAlso(other)
        && Enum.GetValues<Standing>().Any(standing => CountedAs(standing).Intersect(other.CountedAs(standing)).Any());

    private IReadOnlyList<string> CountedAs(Standing standing) =>
        standing == Standing ? Counted : standing is Standing.FullYearEstimate ? Estimated : [];

    /// <summary>True when a signed paper goes with its returns: a village signs none of its own.</summary>
    [JsonIgnore]
    public bool OwesPaper => Level is not SubjectLevel.Village;

    /// <summary>True when it asks army, police or Party bodies, for whom others may hand in: only what is cleared for open reports belongs there.</summary>
    [JsonIgnore]
    public bool IsOfGuardedAgencies => Level is SubjectLevel.Agency && Steps.Contains(ReturnStep.OnBehalf);

    /// <summary>The way that its returns take.</summary>
    [JsonIgnore]
    public ReturnWay Way => new(Level, Steps);

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Checks.Select(check => new PackItem(
            check.Code, check.Sentence, check.Rule, Citation: null, check.Confirmed ?? Confirmed, CheckRules.Of(check).Names.Select(EstimatedCell.ElementOf).ToHashSet())),
        .. Comparisons.Select(comparison => new PackItem(
            comparison.Code, comparison.Title, comparison.Limits, Citation: null, comparison.Confirmed ?? Confirmed, comparison.Cells)),
    ];
}

/// <summary>A grid of the form: headings, and rows with one cell under each heading.</summary>
public sealed record FormSection
{
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    public LocalText? Hint { get; init; }

    public required IReadOnlyList<LocalText> Columns { get; init; }

    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>What the closing row is called that adds up each column; null where the columns are not added.</summary>
    public LocalText? Sum { get; init; }

    /// <summary>The elements asked, row by row.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Elements => [.. Rows.SelectMany(row => row.Cells).OfType<string>()];

    /// <summary>All cells of a column together; null when one of them has no answer, since a blank is not a zero.</summary>
    public decimal? SumOf(int column, Func<string, decimal?> of) =>
        Rows.Select(row => row.Cells[column]).OfType<string>().Aggregate((decimal?)0, (sum, code) => sum + of(code));
}

/// <summary>A row of a grid; a cell names an element or a part of one (<c>citizen.recognised.women</c>), or is null where nothing is asked.</summary>
public sealed record FormRow
{
    public required LocalText Title { get; init; }

    public required IReadOnlyList<string?> Cells { get; init; }
}

/// <summary>How much a finding weighs.</summary>
public enum FindingWeight
{
    /// <summary>Blocks sending, never saving.</summary>
    Hard,

    /// <summary>Asks a reason.</summary>
    Soft,
}

/// <summary>A rule that the answers should satisfy, and the sentence for the cell when they do not.</summary>
public sealed record FormCheck
{
    public required string Code { get; init; }

    /// <summary>In the language of docs/rules-language.md, over element codes.</summary>
    public required string Rule { get; init; }

    public required FindingWeight Weight { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required LocalText Sentence { get; init; }

    /// <summary>The cells beside which it is said, estimates by their own names.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The elements that these cells are about.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Elements => [.. Cells.Select(EstimatedCell.ElementOf).Distinct()];

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }
}
