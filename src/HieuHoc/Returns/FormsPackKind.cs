using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

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

        return [.. Way(form), .. Respondents(form, shelf), .. Cells(form, elements), .. StatedCells(form, elements), .. EstimatedCells(form, elements), .. Grids(form), .. Sums(form, elements), .. Rules(form), .. ComparisonMistakes.Of(form, elements)];
    }

    private static IEnumerable<FileMistake> Way(FormsPack form)
    {
        // The roll-up is of communes: what is asked of a place above them would enter none.
        if (form.Level is not (SubjectLevel.Commune or SubjectLevel.Village or SubjectLevel.Agency))
        {
            yield return new FileMistake("level", "pack.mistake.level", form.Level.ToString());
        }

        if (!ReturnSteps.Lead(form.Way))
        {
            yield return new FileMistake("steps", "pack.mistake.steps", string.Join(", ", form.Steps));
        }
    }

    private static IEnumerable<FileMistake> Respondents(FormsPack form, PackShelf shelf)
    {
        var known = shelf.Known<AgenciesPack>().SelectMany(pack => pack.Agencies).Select(agency => agency.Code).ToHashSet();

        // A form of agencies that names none is asked of nobody; agencies in a form of places would not be asked.
        if ((form.Level is SubjectLevel.Agency) != (form.Agencies.Count > 0))
        {
            yield return new FileMistake("agencies", "pack.mistake.level", form.Level.ToString());
        }

        foreach (var code in form.Agencies.Where(code => !known.Contains(code)))
        {
            yield return new FileMistake("agencies", "pack.mistake.unknown", code);
        }

        foreach (var code in form.Agencies.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new FileMistake("agencies", "pack.mistake.twice", code);
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

    private static IEnumerable<FileMistake> EstimatedCells(FormsPack form, Dictionary<string, ElementDefinition> elements)
    {
        // An estimate stands beside an official number that counts: of nothing else is there a difference to show.
        foreach (var code in form.Estimated.Where(code => !form.Counted.Contains(code)
            || form.Standing is not Standing.Official
            || (elements.TryGetValue(code, out var element) && element.Type is not ElementType.Number)))
        {
            yield return new FileMistake("estimated", "pack.mistake.estimated", code);
        }

        foreach (var code in form.Estimated.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new FileMistake("estimated", "pack.mistake.twice", code);
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
            else if (form.Level.IsBelow(element.LeafLevel) || (!element.Counts(Producer.Return, form.Level) && !form.Stated.Contains(code)))
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
        var asked = form.Cells.ToHashSet();

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
