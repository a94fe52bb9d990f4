using System.Text;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Tests.Stages;

public sealed class CleaningTests
{
    [Fact]
    public void Letters_of_two_forms_become_one_and_know_where_they_stood()
    {
        var source = "Kế ".Normalize(NormalizationForm.FormD) + "hoạch";

        var clean = Cleaning.Of(source);

        Assert.Equal("Kế hoạch", clean.Text);
        Assert.Equal("hoạch", source.Substring(clean.SpanOf(3, 5).Start, clean.SpanOf(3, 5).Length));
        Assert.Equal(4, clean.SpanOf(0, 2).Length);
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData("\uF0B7 Một", "- Một")]
    [InlineData("(*theo mẫu*)", "(theo mẫu)")]
    [InlineData("* Một", "* Một")]
    public void One_kind_of_each_sign_is_left(string source, string clean) => Assert.Equal(clean, Cleaning.Of(source).Text);

    [Fact]
    public void What_was_joined_against_the_order_of_the_source_spans_all_of_it()
    {
        var source = Cleaning.Of("phải trái");

        Assert.Equal(new SourceSpan(0, 9), MappedText.Join(source.From(5), source.Slice(0, 4)).Span);
    }

    [Fact]
    public void What_was_joined_and_put_in_another_way_still_knows_where_it_stood()
    {
        var source = Cleaning.Of("Mc tiêu\nnăm 2025");
        var joined = MappedText.Join(source.Slice(0, 7), source.From(8)).Replace((0, 2, "Mục"));

        Assert.Equal("Mục tiêu năm 2025", joined.Text);
        Assert.Equal(new SourceSpan(0, 2), joined.SpanOf(0, 3));
        Assert.Equal(new SourceSpan(12, 4), joined.SpanOf(13, 4));
    }
}
