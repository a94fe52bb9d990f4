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

    /// <summary>The elements asked, in the order of the form; a form asks each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Elements =>
        [.. Sections.SelectMany(section => section.Rows).SelectMany(row => row.Cells).OfType<string>()];

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
}

/// <summary>A row of a grid; a cell is the code of an element, or null where nothing is asked.</summary>
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

    public override IEnumerable<PackMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var form = (FormsPack)document;
        var elements = shelf.Known<ElementsPack>().SelectMany(pack => pack.Elements).ToLookup(element => element.Code);

        return [.. Way(form), .. Cells(form, elements), .. Grids(form), .. Rules(form)];
    }

    private static IEnumerable<PackMistake> Way(FormsPack form)
    {
        // Rounds ask communes; the other levels follow with their own roll-ups.
        if (form.Level is not PlaceLevel.Commune)
        {
            yield return new PackMistake("level", "pack.mistake.level", form.Level.ToString());
        }

        if (!ReturnSteps.Lead(form.Steps))
        {
            yield return new PackMistake("steps", "pack.mistake.steps", string.Join(", ", form.Steps));
        }
    }

    private static IEnumerable<PackMistake> Cells(FormsPack form, ILookup<string, ElementDefinition> elements)
    {
        foreach (var code in form.Elements)
        {
            if (!elements[code].Any())
            {
                yield return new PackMistake("sections", "pack.mistake.unknown", code);
            }

            // A commune's form may only ask what is counted at communes: anything else would be stated, not added.
            else if (elements[code].First() is var element && (element.LeafLevel != form.Level || element.Producer != Producer.Return))
            {
                yield return new PackMistake("sections", "pack.mistake.level", code);
            }
        }

        foreach (var code in form.Elements.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new PackMistake("sections", "pack.mistake.twice", code);
        }
    }

    private static IEnumerable<PackMistake> Grids(FormsPack form) =>
        from section in form.Sections
        from row in section.Rows
        where row.Cells.Count != section.Columns.Count
        select new PackMistake(section.Code, "pack.mistake.row", row.Title.Vi);

    private static IEnumerable<PackMistake> Rules(FormsPack form)
    {
        var asked = form.Elements.ToHashSet();

        foreach (var check in form.Checks)
        {
            if (!Rule.TryParse(check.Rule, out var rule, out var error))
            {
                yield return new PackMistake(check.Code, error!.Code, $"{check.Rule} @{error.Position}");
                continue;
            }

            foreach (var name in rule!.Names.Concat(check.Cells).Where(name => !asked.Contains(name)).Distinct())
            {
                yield return new PackMistake(check.Code, "pack.mistake.unknown", name);
            }
        }
    }
}
