using System.Text;
using FsCheck.Fluent;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Documents;

public sealed class FoldedWordsTests
{
    private static IEnumerable<char> Latin => Enumerable.Range(0x20, 0x230).Concat(Enumerable.Range(0x1e00, 0x100)).Select(code => (char)code);

    [Fact]
    public void Words_are_letters_and_digits_without_diacritics_and_case() => Assert.Equal(
        ["so", "5332", "kh", "ubnd", "xay", "dung", "xa", "hoi", "hoc", "tap", "dong", "ha"],
        FoldedWords.In("Số: 5332/KH-UBND — “Xây dựng Xã hội học tập” (Đông Hà)"));

    [Fact]
    public void A_decomposed_letter_and_a_soft_hyphen_part_no_word() => Assert.Equal(["hoc", "tap"], FoldedWords.In("học".Normalize(NormalizationForm.FormD) + " t\u00adập"));

    [Fact]
    public void The_rest_of_a_word_that_is_too_long_is_passed_over() =>
        Assert.Equal([new string('a', FoldedWords.Longest), "b"], FoldedWords.In(new string('a', 500) + " b"));

    [Fact]
    public void Latin_letters_are_folded_as_names_are() => Always.Holds(
        Gen.Elements([.. Latin.Where(char.IsLetterOrDigit)]).NonEmptyListOf().Where(signs => signs.Count < 40),
        signs =>
        {
            var text = string.Concat(signs).Normalize(NormalizationForm.FormC);

            return string.Concat(FoldedWords.In(text)) == string.Concat(Vietnamese.Fold(text).Where(char.IsLetterOrDigit));
        },
        cases: 500);

    [Fact]
    public void A_snippet_is_where_most_of_the_words_stand_in_their_order()
    {
        var text = "Điều 1. Tập trung học. " + string.Concat(Enumerable.Repeat("một hai ba bốn năm sáu bảy tám chín mười ", 10))
            + "Đẩy mạnh phong trào học tập suốt đời trong gia đình. " + string.Concat(Enumerable.Repeat("một hai ba bốn năm ", 20));

        var snippet = Snippets.Best(text, ["hoc", "tap"]);

        Assert.Equal("… Đẩy mạnh phong trào học tập suốt đời trong gia đình.", string.Concat(snippet.Select(piece => piece.Text))[..54]);
        Assert.Equal(["học", "tập"], snippet.Where(piece => piece.Found).Select(piece => piece.Text));
        Assert.EndsWith(" …", snippet[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_text_is_shown_whole_and_one_without_the_words_not_at_all()
    {
        Assert.Equal([new("Kế hoạch ", false), new("học", true), new(" tập", false)], Snippets.Best("Kế hoạch học tập", ["hoc"]));
        Assert.Empty(Snippets.Best("Kế hoạch", ["hoc"]));
        Assert.Empty(Snippets.Best("", ["hoc"]));
        Assert.Empty(Snippets.Best("học", []));
    }

    [Fact]
    public void Marking_loses_no_sign() => Always.Holds(
        Gen.Elements("học", "tập", " ", ". ", "Đ", "suốt đời", "\n", "e\u0301").ListOf().Select(pieces => string.Concat(pieces)),
        text => string.Concat(Snippets.Marked(text, ["hoc", "doi"]).Select(piece => piece.Text)) == text,
        cases: 300);
}
