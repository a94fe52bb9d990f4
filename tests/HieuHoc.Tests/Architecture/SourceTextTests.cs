using System.Text.RegularExpressions;

namespace HieuHoc.Tests.Architecture;

public sealed partial class SourceTextTests
{
    private const int LongestFile = 299;

    /// <summary>Where Vietnamese words stand in C#, and why they are not in the texts.</summary>
    private static readonly IReadOnlyList<(string Begins, string Reason)> WordsInCode =
    [
        ("src/HieuHoc.Papers/", "the fixed words of Decree 30/2020, which are Vietnamese in every language of the interface"),
        ("src/HieuHoc.PlanReading/", "the letters, and the small words beside numbers and days, of the documents that it reads; lists of words are in its Words/words.json"),
        ("src/HieuHoc/Demo/DemoCommune.cs", "the kinds of places as the statistics office writes them, which are data"),
    ];

    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.Under("src");

    [Fact]
    public void The_programme_asks_its_clock_and_makes_its_ids_in_order()
    {
        var wrong = SourceFile.Under("src/HieuHoc").SelectMany(file => OwnTime().Matches(file.Code), (file, match) => $"{file}: {match.Value}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Sentences_for_people_stand_in_the_texts_and_not_in_code()
    {
        var wrong =
            from file in Sources
            where !WordsInCode.Any(exception => file.Path.StartsWith(exception.Begins, StringComparison.Ordinal))
            from literal in file.Literals
            where HasVietnamese(literal)
            select $"{file}: {literal}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_fits_into_one_head()
    {
        var tooLong = Sources.Where(file => file.Text.AsSpan().Count('\n') > LongestFile);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later() =>
        Assert.DoesNotContain(Sources, file => Later().IsMatch(file.Text));

    [Theory]
    [InlineData("var a = 1; // Một\nvar b = \"hai\";", "\"hai\"")]
    [InlineData("/* \"Một\" */ var b = \"hai // ba\";", "\"hai // ba\"")]
    [InlineData("var c = '\"'; var b = \"a\\\"b\";", "\"a\\\"b\"")]
    [InlineData("var b = @\"a\\\"; // \"Một\"", "\"a\\\"")]
    [InlineData("var b = \"\"\"a \"b\" // c\"\"\"; // \"Một\"", "\"\"\"a \"b\" // c\"\"\"")]
    public void A_literal_is_told_from_a_comment(string text, string literal)
    {
        var file = new SourceFile("sample", text);

        Assert.Equal([literal], file.Literals);
    }

    [Theory]
    [InlineData("\"Đã gửi\"", true)]
    [InlineData("\"sent – received\"", false)]
    [InlineData("\"This database belongs to Hiếu Học.\"", false)]
    public void A_Vietnamese_word_is_told_from_the_name_of_the_product(string literal, bool expected) =>
        Assert.Equal(expected, HasVietnamese(literal));

    private static bool HasVietnamese(string literal) =>
        literal.Replace("Hiếu Học", "", StringComparison.Ordinal).Any(c => c > '\x7f' && char.IsLetter(c));

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bGuid\.NewGuid\b")]
    private static partial Regex OwnTime();

    [GeneratedRegex(@"\bTODO\b")]
    private static partial Regex Later();
}
