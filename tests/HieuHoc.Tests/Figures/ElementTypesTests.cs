using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Web.Components;

namespace HieuHoc.Tests.Figures;

public sealed class ElementTypesTests
{
    private static readonly PackFile File = new("elements", "elements", "1", "/nowhere/1.json");

    private readonly ElementsPackKind kind = new();

    [Fact]
    public void A_level_is_chosen_from_none_to_the_highest_and_a_yes_or_no_from_two()
    {
        Assert.Equal([0, 1, 2, 3], Level(3).Choices);
        Assert.Equal([1, 0], YesNo.Choices);
        Assert.Empty(Given.Element("rain").Choices);
    }

    [Theory]
    [InlineData("vi-VN", 0, "Chưa đạt")]
    [InlineData("vi-VN", 2, "Mức độ 2")]
    [InlineData("en-GB", 0, "Not yet")]
    [InlineData("en-GB", 3, "Level 3")]
    public void A_level_is_read_in_words(string culture, long value, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(words, new Texts().Word(Level(3), value));
    }

    [Theory]
    [InlineData("vi", 1, "Có")]
    [InlineData("vi", 0, "Không")]
    [InlineData("en", 1, "Yes")]
    [InlineData("en", 0, "No")]
    public void A_yes_or_no_is_read_in_words(string language, long value, string words) =>
        Assert.Equal(words, new Texts().WordIn(language, YesNo, value));

    [Fact]
    public void A_number_has_no_words() => Assert.Null(new Texts().Word(Given.Element("rain"), 2));

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void What_is_written_into_a_cell_is_read_back_as_it_was(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Always.Holds(Answered, drawn => Read(drawn.Element, Shown.CellText(drawn.Element, drawn.Value)) == drawn.Value, 1_000);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("Mức độ 1")]
    [InlineData("99999999999999999999")]
    public void What_cannot_be_chosen_is_not_taken(string typed)
    {
        Assert.Null(Read(Level(2), typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_choice_that_is_left_empty_is_not_answered(string typed)
    {
        var read = Reading(YesNo, typed);

        Assert.Empty(read.Unreadable);
        Assert.Empty(read.Answers.Values);
    }

    [Fact]
    public void The_sentence_for_a_cell_lists_what_can_be_chosen()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        Assert.Equal(
            "literacy: chọn một trong các kết quả 0 (Chưa đạt); 1 (Mức độ 1); 2 (Mức độ 2). Chưa có kết quả thì để trống.",
            new Texts().CannotRead(Level(2)));
        Assert.Equal("rain: chỉ ghi số, ví dụ 1.234. Chưa có số liệu thì để trống.", new Texts().CannotRead(Given.Element("rain")));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_level_names_its_highest(int? highest, bool isRight) =>
        Assert.Equal(isRight ? [] : [new FileMistake("elements", "pack.mistake.highest", "literacy")], Check(Level(2) with { Highest = highest }));

    [Fact]
    public void Only_a_level_has_a_highest()
    {
        Assert.Equal(
            [new FileMistake("elements", "pack.mistake.highest", "rain"), new FileMistake("elements", "pack.mistake.highest", "plan.issued")],
            Check(Given.Element("rain") with { Highest = 2 }, YesNo with { Highest = 1 }));
    }

    [Fact]
    public void What_is_chosen_never_adds_up_and_keeps_no_decimals()
    {
        var wrong = new FileMistake("elements", "pack.mistake.type", "plan.issued");

        Assert.Equal([wrong], Check(YesNo with { OverSubjects = OverSubjects.Sum }));
        Assert.Equal([wrong], Check(YesNo with { OverTime = OverTime.Sum }));
        Assert.Equal([wrong], Check(YesNo with { Decimals = 1 }));
        Assert.Empty(Check(YesNo, Level(3)));
    }

    [Fact]
    public void A_known_element_never_changes_its_type()
    {
        var shelf = new PackShelf([kind]);
        shelf.Put("elements", Pack(Level(2)), "1");
        var next = Pack(Level(2) with { Type = ElementType.Number, Highest = null }) with { Version = "2" };

        Assert.Equal([new FileMistake("elements", "pack.mistake.meaning", "literacy")], kind.Check(next, File, shelf));
    }

    private static ElementDefinition YesNo => Given.Element("plan.issued", overSubjects: OverSubjects.None) with { Type = ElementType.YesNo };

    private static Gen<(ElementDefinition Element, long Value)> Answered => Gen.OneOf(
        from highest in Gen.Choose(1, 9)
        from level in Gen.Choose(0, highest)
        select (Level(highest), (long)level),
        from yes in Gen.Choose(0, 1)
        select (YesNo, (long)yes),
        from decimals in Gen.Choose(0, 6)
        from value in Gen.Choose(0, int.MaxValue)
        select (Given.Element("rain", decimals), (long)value));

    private static ElementDefinition Level(int highest) =>
        Given.Element("literacy", overSubjects: OverSubjects.None) with { Type = ElementType.Level, Highest = highest };

    private static long? Read(ElementDefinition element, string text) =>
        Reading(element, text).Answers.Values.TryGetValue(element.Code, out var value) ? value : null;

    private static TypedAnswers Reading(ElementDefinition element, string text) => TypedAnswers.Read(
        new Dictionary<string, string?> { [element.Code] = text },
        Given.Form(element.Code),
        new Dictionary<string, ElementDefinition> { [element.Code] = element });

    private static ElementsPack Pack(params IReadOnlyList<ElementDefinition> elements) => Given.Elements() with { Elements = elements };

    private List<FileMistake> Check(params IReadOnlyList<ElementDefinition> elements) => [.. kind.Check(Pack(elements), File, new PackShelf([kind]))];
}
