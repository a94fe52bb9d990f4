using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class KeyFiguresTests
{
    [Fact]
    public void The_first_sentence_says_what_was_answered_row_by_row() =>
        Assert.Equal("Dòng: cột 1 1.200, cột 3 7.", Sentence(Given.Form("a", "b", "c"), ("a", 1200), ("c", 7)));

    [Fact]
    public void Of_one_column_the_heading_is_left_out() => Assert.Equal("Dòng: 0.", Sentence(Given.Form("a"), ("a", 0)));

    [Fact]
    public void Where_nothing_was_answered_there_is_no_sentence() => Assert.Equal("", Sentence(Given.Form("a", "b")));

    [Fact]
    public void A_sentence_ends_after_four_rows()
    {
        var form = Given.Form("a") is var one ? one with { Sections = [.. Enumerable.Repeat(one.Sections[0], 5)] } : one;

        Assert.Equal("Dòng: 1; Dòng: 1; Dòng: 1; Dòng: 1.", Sentence(form, ("a", 1)));
    }

    private static string Sentence(FormsPack form, params IReadOnlyList<(string Code, long Value)> answers) => KeyFigures.Sentence(
        form.Sections,
        new Answers(answers.ToDictionary(answer => answer.Code, answer => answer.Value)),
        form.Elements.Distinct().ToDictionary(code => code, code => Given.Element(code)),
        new Texts());
}
