using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class OutlinesPackTests
{
    private static readonly PackFile File = new("outlines", "outline", "1", "/nowhere/1.json");

    [Fact]
    public void An_outline_for_communes_and_agencies_is_without_mistake() => Assert.Empty(Check(Given.Outline()));

    [Fact]
    public void An_outline_is_for_somebody() =>
        Assert.Equal([new FileMistake("levels", "pack.mistake.outline-level", "")], Check(Given.Outline() with { Levels = [], Sections = [] }));

    [Fact]
    public void A_village_writes_no_report_of_its_own() => Assert.Equal(
        [new FileMistake("levels", "pack.mistake.outline-level", "Village"), new FileMistake("papers", "pack.mistake.outline-paper", "Village")],
        Check(Given.Outline() with { Levels = [SubjectLevel.Commune, SubjectLevel.Agency, SubjectLevel.Village] }));

    [Fact]
    public void A_section_is_for_those_that_the_outline_is_for() => Assert.Equal(
        [new FileMistake("tasks", "pack.mistake.outline-level", "Agency")],
        Check(Given.Outline() with { Levels = [SubjectLevel.Commune] }));

    [Fact]
    public void A_code_stands_once() => Assert.Equal(
        [new FileMistake("sections", "pack.mistake.twice", "situation")],
        Check(Given.Outline() is var outline ? outline with { Sections = [outline.Sections[0], .. outline.Sections] } : outline));

    [Fact]
    public void A_sender_has_one_list_of_difficulties()
    {
        var second = new OutlineSection { Code = "more", Title = Given.Words("Thêm"), Content = OutlineContent.Difficulties };

        Assert.Equal(
            [new FileMistake("sections", "pack.mistake.twice", "more")],
            Check(Given.Outline() is var outline ? outline with { Sections = [.. outline.Sections, second] } : outline));
    }

    [Fact]
    public void Tasks_are_for_agencies_alone_and_stand_once()
    {
        var tasks = new OutlineSection { Code = "mine", Title = Given.Words("Nhiệm vụ"), Content = OutlineContent.Tasks, Levels = [SubjectLevel.Agency] };

        Assert.Empty(Check(With(tasks)));
        Assert.Equal([new FileMistake("mine", "pack.mistake.outline-tasks", "")], Check(With(tasks with { Levels = [] })));
        Assert.Equal([new FileMistake("mine", "pack.mistake.outline-tasks", "Commune")], Check(With(tasks with { Levels = [SubjectLevel.Commune] })));
        Assert.Equal([new FileMistake("sections", "pack.mistake.twice", "more")], Check(With(tasks, tasks with { Code = "more" })));

        static OutlinesPack With(params IReadOnlyList<OutlineSection> sections) => Given.Outline() is var outline ? outline with { Sections = [.. outline.Sections, .. sections] } : outline;
    }

    [Theory]
    [InlineData(OutlineContent.Figures, "khong-co")]
    [InlineData(OutlineContent.Text, "section")]
    public void Only_a_section_of_figures_names_sections_of_a_form_and_those_that_there_are(OutlineContent content, string named)
    {
        var second = new OutlineSection { Code = "more", Title = Given.Words("Thêm"), Content = content, FormSections = [named] };

        Assert.Equal(
            [new FileMistake("more", "pack.mistake.unknown", named)],
            Check(Given.Outline() is var outline ? outline with { Sections = [.. outline.Sections, second] } : outline));
    }

    [Fact]
    public void Every_level_has_a_paper_that_fits_whoever_it_is() => Assert.Equal(
        [new FileMistake("papers", "pack.mistake.outline-paper", "Agency")],
        Check(Given.Outline() is var outline
            ? outline with { Papers = [.. outline.Papers.Select(paper => paper.Level is SubjectLevel.Agency ? paper with { Kinds = [AgencyKind.Department] } : paper)] }
            : outline));

    [Fact]
    public void An_agency_writes_the_sections_that_are_for_everybody_and_its_own()
    {
        Assert.Equal(["situation", "results", "difficulties", "proposals"], Codes(SubjectLevel.Commune));
        Assert.Equal(["tasks", "difficulties", "proposals"], Codes(SubjectLevel.Agency));

        static IEnumerable<string> Codes(SubjectLevel level) => Given.Outline().SectionsFor(level).Select(section => section.Code);
    }

    [Fact]
    public void Figures_that_no_section_names_stand_in_the_section_that_names_none()
    {
        var form = Given.Form("rain.total") is var plain ? plain with { Sections = [plain.Sections[0], plain.Sections[0] with { Code = "other" }] } : plain;
        var named = new OutlineSection { Code = "named", Title = Given.Words("Riêng"), Content = OutlineContent.Figures, FormSections = ["section"] };
        var outline = Given.Outline() is var given ? given with { Sections = [.. given.Sections, named] } : given;

        Assert.Equal(["other"], outline.FiguresIn(outline.Sections.Single(section => section.Code == "results"), form).Select(part => part.Code));
        Assert.Equal(["section"], outline.FiguresIn(named, form).Select(part => part.Code));
        Assert.Empty(outline.FiguresIn(outline.Sections[0], form));
    }

    [Theory]
    [InlineData("outline-level")]
    [InlineData("outline-paper")]
    public void Every_mistake_has_a_sentence(string mistake) => Assert.True(new Texts().Has($"pack.mistake.{mistake}"));

    private static IReadOnlyList<FileMistake> Check(OutlinesPack outline)
    {
        var shelf = new PackShelf([]);
        shelf.Put("forms", Given.Form("rain.total"), "");

        return [.. new OutlinesPackKind().Check(outline, File, shelf)];
    }
}
