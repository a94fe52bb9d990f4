using System.Text.Json.Serialization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>What is asked of a place, section by section, with the checks that its answers must pass.</summary>
public sealed record FormsPack : PackDocument
{
    /// <summary>The level of the places that answer.</summary>
    public required PlaceLevel Level { get; init; }

    /// <summary>The steps that its returns take, in their order.</summary>
    public required IReadOnlyList<ReturnStep> Steps { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public required IReadOnlyList<FormCheck> Checks { get; init; }

    /// <summary>How final its figures are when they are confirmed.</summary>
    public Standing Standing { get; init; } = Standing.Official;

    /// <summary>
    /// The cells whose values are stated: they are counted elsewhere or further down, and what is typed here is compared
    /// with that, never added.
    /// </summary>
    public IReadOnlyList<string> Stated { get; init; } = [];

    /// <summary>The elements whose figures count when this form's returns are confirmed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Counted => [.. Elements.Except(Stated)];

    /// <summary>The elements asked, in the order of the form; a form asks each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Elements =>
        [.. Sections.SelectMany(section => section.Elements)];

    /// <summary>The way that its returns take.</summary>
    [JsonIgnore]
    public ReturnWay Way => new(Level, Steps);

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Checks.Select(check => new PackItem(
            check.Code, check.Sentence, check.Rule, Citation: null, check.Confirmed ?? Confirmed, Rule.Parse(check.Rule).Names)),
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

    /// <summary>The cells beside which it is said.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }
}

/// <summary>Reads and checks packs of forms.</summary>
public sealed class FormsPackKind : PackKind
{
    public override string Folder => "forms";

    public override Type DocumentType => typeof(FormsPack);

    public override int Order => 40;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var form = (FormsPack)document;
        var elements = Meanings(form, [.. shelf.Known<ElementsPack>()]);

        return [.. Way(form), .. Cells(form, elements), .. StatedCells(form, elements), .. Grids(form), .. Sums(form, elements), .. Rules(form)];
    }

    private static IEnumerable<FileMistake> Way(FormsPack form)
    {
        // The roll-up is of communes: what is asked of a place above them would enter none.
        if (form.Level is not (PlaceLevel.Commune or PlaceLevel.Village))
        {
            yield return new FileMistake("level", "pack.mistake.level", form.Level.ToString());
        }

        if (!ReturnSteps.Lead(form.Way))
        {
            yield return new FileMistake("steps", "pack.mistake.steps", string.Join(", ", form.Steps));
        }
    }

    /// <summary>What each name means when the form begins to be asked; what no pack says of that day, as the newest one says it.</summary>
    private static Dictionary<string, ElementDefinition> Meanings(FormsPack form, IReadOnlyList<ElementsPack> packs)
    {
        var breakdowns = packs.SelectMany(pack => pack.Breakdowns).DistinctBy(part => part.Code).ToDictionary(part => part.Code);

        return packs
            .OrderByDescending(pack => pack.HoldsOn(form.ValidFrom))
            .ThenByDescending(pack => pack.ValidFrom)
            .SelectMany(pack => pack.Elements)
            .DistinctBy(element => element.Code)
            .SelectMany(element => element.Breakdowns.Where(breakdowns.ContainsKey).Select(part => element.Part(breakdowns[part])).Prepend(element))
            .ToDictionary(element => element.Code);
    }

    private static IEnumerable<FileMistake> StatedCells(FormsPack form, Dictionary<string, ElementDefinition> elements)
    {
        foreach (var code in form.Stated)
        {
            // Marked for nothing, or where the value would count after all.
            if (!form.Elements.Contains(code)
                || (elements.TryGetValue(code, out var element) && element.Counts(Producer.Return, form.Level)))
            {
                yield return new FileMistake("stated", "pack.mistake.level", code);
            }
        }
    }

    private static IEnumerable<FileMistake> Cells(FormsPack form, Dictionary<string, ElementDefinition> elements)
    {
        foreach (var code in form.Elements)
        {
            if (!elements.TryGetValue(code, out var element))
            {
                yield return new FileMistake("sections", "pack.mistake.unknown", code);
            }

            // What is counted further down, or elsewhere, may be asked when the form says that it knows; what is counted
            // above the form's places says nothing about one of them.
            else if (element.LeafLevel < form.Level || (!element.Counts(Producer.Return, form.Level) && !form.Stated.Contains(code)))
            {
                yield return new FileMistake("sections", "pack.mistake.level", code);
            }
        }

        foreach (var code in form.Elements.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new FileMistake("sections", "pack.mistake.twice", code);
        }
    }

    private static IEnumerable<FileMistake> Grids(FormsPack form) =>
        from section in form.Sections
        from row in section.Rows
        where row.Cells.Count != section.Columns.Count
        select new FileMistake(section.Code, "pack.mistake.row", row.Title.Vi);

    /// <summary>What is added up in a column must be numbers; two levels together are none.</summary>
    private static IEnumerable<FileMistake> Sums(FormsPack form, Dictionary<string, ElementDefinition> elements) =>
        from section in form.Sections
        where section.Sum is not null
        from code in section.Elements
        where elements.TryGetValue(code, out var element) && element.OverSubjects is not OverSubjects.Sum
        select new FileMistake(section.Code, "pack.mistake.sum", code);

    private static IEnumerable<FileMistake> Rules(FormsPack form)
    {
        var asked = form.Elements.ToHashSet();

        foreach (var check in form.Checks)
        {
            if (!Rule.TryParse(check.Rule, out var rule, out var error))
            {
                yield return new FileMistake(check.Code, error!.Code, $"{check.Rule} @{error.Position}");
                continue;
            }

            foreach (var name in rule!.Names.Concat(check.Cells).Where(name => !asked.Contains(name)).Distinct())
            {
                yield return new FileMistake(check.Code, "pack.mistake.unknown", name);
            }
        }
    }
}
