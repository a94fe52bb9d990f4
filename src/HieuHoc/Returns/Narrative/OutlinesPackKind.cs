using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns.Narrative;

/// <summary>Reads and checks packs of outlines.</summary>
public sealed class OutlinesPackKind : PackKind
{
    public override string Folder => "outlines";

    public override Type DocumentType => typeof(OutlinesPack);

    public override int Order => 45;

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var outline = (OutlinesPack)document;

        return [.. Levels(outline), .. Codes(outline), .. Lists(outline), .. Tasks(outline), .. Figures(outline, [.. shelf.Known<FormsPack>()]), .. Papers(outline)];
    }

    /// <summary>Communes and agencies sign papers; a village writes none, and nobody above reports by a return.</summary>
    private static IEnumerable<FileMistake> Levels(OutlinesPack outline)
    {
        if (outline.Levels.Count == 0)
        {
            yield return new FileMistake("levels", "pack.mistake.outline-level", "");
        }

        foreach (var level in outline.Levels.Where(level => level is not (SubjectLevel.Commune or SubjectLevel.Agency)))
        {
            yield return new FileMistake("levels", "pack.mistake.outline-level", $"{level}");
        }

        foreach (var section in outline.Sections.Where(section => section.Levels.Except(outline.Levels).Any()))
        {
            yield return new FileMistake(section.Code, "pack.mistake.outline-level", string.Join(", ", section.Levels.Except(outline.Levels)));
        }
    }

    private static IEnumerable<FileMistake> Codes(OutlinesPack outline) =>
        outline.Sections.GroupBy(section => section.Code).Where(group => group.Count() > 1).Select(group => new FileMistake("sections", "pack.mistake.twice", group.Key));

    /// <summary>Tasks are given to agencies; what a commune has done stands in its own sections.</summary>
    private static IEnumerable<FileMistake> Tasks(OutlinesPack outline) =>
        from section in outline.Sections
        where section.Content is OutlineContent.Tasks && section.Levels is not [SubjectLevel.Agency]
        select new FileMistake(section.Code, "pack.mistake.outline-tasks", string.Join(", ", section.Levels));

    /// <summary>Of one sender's difficulties there is one list, one of proposals, and one of its tasks.</summary>
    private static IEnumerable<FileMistake> Lists(OutlinesPack outline) =>
        (from level in outline.Levels
         from list in outline.SectionsFor(level).Where(section => section.IsListed || section.Content is OutlineContent.Tasks).GroupBy(section => section.Content)
         where list.Count() > 1
         select new FileMistake("sections", "pack.mistake.twice", list.Last().Code)).Distinct();

    private static IEnumerable<FileMistake> Figures(OutlinesPack outline, IReadOnlyList<FormsPack> forms)
    {
        var known = forms.Where(form => outline.Levels.Contains(form.Level)).SelectMany(form => form.Sections).Select(section => section.Code).ToHashSet();

        foreach (var section in outline.Sections)
        {
            foreach (var code in section.FormSections.Where(code => section.Content is not OutlineContent.Figures || !known.Contains(code)))
            {
                yield return new FileMistake(section.Code, "pack.mistake.unknown", code);
            }
        }
    }

    /// <summary>Every sender has a paper that fits.</summary>
    private static IEnumerable<FileMistake> Papers(OutlinesPack outline) =>
        from level in outline.Levels
        where !outline.Papers.Any(paper => paper.Fits(level, agency: null, kind: null))
        select new FileMistake("papers", "pack.mistake.outline-paper", $"{level}");
}
