using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Tests.Stages;

public sealed class LostLettersTests
{
    [Theory]
    [InlineData("3. Mc tiêu c th", "3. Mục tiêu cụ thể")]
    [InlineData("của Thủ tướng Chính phvề việc", "của Thủ tướng Chính phủ về việc")]
    [InlineData("các huyện, thị xã, thành ph;", "các huyện, thị xã, thành phố;")]
    [InlineData("Đối với đi tượng thụ hưng tuyên truyền", "Đối với đối tượng thụ hưởng tuyên truyền")]
    [InlineData("T CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN")]
    public void Letters_are_put_back_where_a_phrase_leaves_no_doubt(string found, string read) =>
        Assert.Equal(read, LostLetters.PutBack(Cleaning.Of(found)).Text.Text);

    [Theory]
    [InlineData("Mục tiêu cụ thể")]
    [InlineData("đi học, về nhà, thi đua")]
    [InlineData("UBND TP Đông Hà và Sở GDĐT")]
    [InlineData("Krông Nô, Đắk Lắk, Kpă Klơng")]
    public void What_may_be_right_stays(string text) => Assert.Equal(text, LostLetters.PutBack(Cleaning.Of(text)).Text.Text);

    [Fact]
    public void What_was_put_back_is_told()
    {
        var plan = PlanReader.Read("KẾ HOẠCH\nNăm 2024\n\nI. Mc tiêu\n\n- 60% gia đình học tập.");

        var doubt = Assert.Single(plan.Doubts, doubt => doubt.Kind is DoubtKind.LettersPutBack);
        Assert.Equal(("Mc → Mục", new SourceSpan(22, 2)), (doubt.Text, doubt.Span));
    }
}
