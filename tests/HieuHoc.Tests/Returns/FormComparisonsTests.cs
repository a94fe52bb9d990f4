using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class FormComparisonsTests
{
    [Theory]
    [InlineData(ComparisonKind.Jump, null, 50, 100, null)]
    [InlineData(ComparisonKind.Jump, null, 50, 0, null)]
    [InlineData(ComparisonKind.CopyOfLastYear, null, null, 2, null)]
    [InlineData(ComparisonKind.EqualDigits, null, null, 3, null)]
    [InlineData(ComparisonKind.ExactlyWhole, "rain.total", null, null, null)]
    [InlineData(ComparisonKind.ExactlyWhole, "rain.total", null, 20, null)]
    [InlineData(ComparisonKind.FarFromAlike, "rain.total", null, 4, 3)]
    public void A_comparison_states_the_limits_that_its_kind_needs(ComparisonKind kind, string? whole, int? percent, int? least, int? ranges) =>
        Assert.Empty(Check(Comparison(kind, whole, percent, least, ranges)));

    [Theory]
    [InlineData(ComparisonKind.Jump, null, 50, null, null)]
    [InlineData(ComparisonKind.Jump, null, null, 100, null)]
    [InlineData(ComparisonKind.Jump, null, 0, 100, null)]
    [InlineData(ComparisonKind.Jump, null, 50, -1, null)]
    [InlineData(ComparisonKind.Jump, null, 50, 100, 3)]
    [InlineData(ComparisonKind.CopyOfLastYear, null, null, 1, null)]
    [InlineData(ComparisonKind.EqualDigits, null, 50, 3, null)]
    [InlineData(ComparisonKind.ExactlyWhole, null, null, null, null)]
    [InlineData(ComparisonKind.FarFromAlike, "rain.total", null, 3, 3)]
    [InlineData(ComparisonKind.FarFromAlike, "rain.total", null, 4, 0)]
    [InlineData(ComparisonKind.FarFromAlike, null, null, 4, 3)]
    public void One_that_lacks_a_limit_or_has_one_too_many_is_a_mistake(ComparisonKind kind, string? whole, int? percent, int? least, int? ranges) =>
        Assert.Equal(["pack.mistake.limits"], Check(Comparison(kind, whole, percent, least, ranges)).Select(mistake => mistake.Key));

    [Fact]
    public void It_watches_only_numbers_that_the_form_asks()
    {
        var jump = Comparison(ComparisonKind.Jump, null, 50, 100, null);

        Assert.Equal([new FileMistake("check", "pack.mistake.limits", jump.Limits)], Check(jump with { Cells = [] }));
        Assert.Equal([new FileMistake("check", "pack.mistake.unknown", "snow")], Check(jump with { Cells = ["snow"] }));
        Assert.Equal([new FileMistake("check", "pack.mistake.sum", "rain.level")], Check(jump with { Cells = ["rain.level"] }));
        Assert.Equal("percent 50; least 100", jump.Limits);
    }

    [Fact]
    public void Only_communes_have_others_alike()
    {
        var shelf = Shelf(Given.Elements() with { Elements = [Given.Element("rain.total", leafLevel: SubjectLevel.Village), Given.Element("rain.counted", leafLevel: SubjectLevel.Village)] });
        var form = Given.VillageForm("rain.total", "rain.counted") with { Comparisons = [Comparison(ComparisonKind.FarFromAlike, "rain.total", null, 4, 3)] };

        Assert.Equal(["pack.mistake.limits"], new FormsPackKind().Check(form, new PackFile("forms", "form", "1", "/nowhere/1.json"), shelf).Select(mistake => mistake.Key));
    }

    [Fact]
    public void Reasons_hang_on_codes_so_that_each_is_there_once()
    {
        var jump = Comparison(ComparisonKind.Jump, null, 50, 100, null);
        var ready = new ReadyReason { Code = "flood", Title = Given.Words("Lũ") };

        Assert.Equal([new FileMistake("comparisons", "pack.mistake.twice", "check")], Check(jump, jump));
        Assert.Equal([new FileMistake("reasons", "pack.mistake.twice", "flood")], Check(Form(jump) with { Reasons = [ready, ready] }));
    }

    [Fact]
    public void The_law_page_shows_each_with_its_limits_and_its_mark()
    {
        var item = Assert.Single((Form(Comparison(ComparisonKind.Jump, null, 50, 100, null) with { Confirmed = false }) with { Confirmed = true }).Items);

        Assert.Equal(("check", "percent 50; least 100", false), (item.Code, item.Text, item.Confirmed));
        Assert.Equal(["rain.counted"], item.Uses);
    }

    [Fact]
    public void A_reason_hangs_on_the_cells_of_its_finding_or_of_its_section()
    {
        var form = Form(
            Comparison(ComparisonKind.ExactlyWhole, "rain.total", null, null, null) with { Code = "whole" },
            Comparison(ComparisonKind.CopyOfLastYear, null, null, 2, null) with { Code = "copy", Cells = ["rain.total", "rain.counted"] });

        Assert.Equal(["rain.counted", "rain.total"], form.CellsOf("whole", "rain.counted"));
        Assert.Equal(["rain.total", "rain.counted"], form.CellsOf("copy", "rain.total"));
        Assert.Equal(form.Elements, form.CellsOf("section", ""));
        Assert.Null(form.CellsOf("copy", "rain.counted"));
        Assert.Null(form.CellsOf("whole", ""));
        Assert.Null(form.CellsOf("other", "rain.total"));
    }

    private static FormsPack Form(params IReadOnlyList<FormComparison> comparisons) =>
        Given.Form("rain.total", "rain.counted", "rain.level") with { Comparisons = comparisons };

    private static FormComparison Comparison(ComparisonKind kind, string? whole, int? percent, int? least, int? ranges) => new()
    {
        Code = "check", Kind = kind, Title = Given.Words("So sánh"), Cells = ["rain.counted"], Whole = whole, Percent = percent, Least = least, Ranges = ranges,
    };

    private static IReadOnlyList<FileMistake> Check(params IReadOnlyList<FormComparison> comparisons) => Check(Form(comparisons));

    private static IReadOnlyList<FileMistake> Check(FormsPack form) =>
        [.. new FormsPackKind().Check(form, new PackFile("forms", "form", "1", "/nowhere/1.json"), Shelf(Given.Elements("rain.total", "rain.counted")))];

    private static PackShelf Shelf(ElementsPack elements)
    {
        var level = Given.Element("rain.level", overSubjects: OverSubjects.None) with { Type = ElementType.Level, Highest = 3 };
        var shelf = new PackShelf(PackKinds.All());
        shelf.Put("elements", elements with { Elements = [.. elements.Elements, level] }, "1");

        return shelf;
    }
}
