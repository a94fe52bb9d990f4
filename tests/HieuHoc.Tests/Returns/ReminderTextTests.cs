using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Reminders;

namespace HieuHoc.Tests.Returns;

public sealed class ReminderTextTests
{
    private static readonly DateOnly Due = new(2026, 11, 29);

    private readonly ReminderText text = new(new Texts(), Due.AddDays(2));

    [Fact]
    public void A_commune_is_told_what_it_owes_since_when() =>
        Assert.Equal(
            "Xã Hải Lăng: chưa gửi “Báo cáo năm 2026”. Hạn gửi 29/11/2026 (quá hạn 2 ngày). Đề nghị gửi trên Hệ thống Hiếu Học. Trân trọng!",
            text.Own(RoundOf("Báo cáo năm 2026"), Commune(Line(1))));

    [Fact]
    public void Villages_are_named_while_they_fit() =>
        Assert.Equal(
            "Xã Hải Lăng: 2 thôn, bản, tổ dân phố chưa gửi “Sinh hoạt thôn”, hạn gửi 29/11/2026 (quá hạn 2 ngày): Thôn 2, Thôn 3. Đề nghị gửi sớm, cần giúp thì báo cán bộ xã. Trân trọng!",
            text.Villages(RoundOf("Sinh hoạt thôn"), Commune(Line(2), Line(3), Line(4, ReturnState.Sent))));

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(2_000)]
    public void However_many_they_are_it_stays_a_short_message(int villages)
    {
        var said = text.Villages(RoundOf("Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026"), Commune([.. Enumerable.Range(2, villages).Select(i => Line(i))]))!;

        Assert.InRange(said.Length, 100, ReminderText.Longest);
        Assert.EndsWith("Trân trọng!", said, StringComparison.Ordinal);
        Assert.Equal(villages > 10, said.Contains("nơi khác", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public void A_long_title_is_cut(int length)
    {
        var said = text.Own(RoundOf(new string('a', length)), Commune(Line(1)))!;

        Assert.InRange(said.Length, 200, ReminderText.Longest);
        Assert.Contains("…”", said, StringComparison.Ordinal);
        Assert.InRange(text.Villages(RoundOf(new string('a', length)), Commune(Line(2)))!.Length, 200, ReminderText.Longest);
    }

    [Fact]
    public void Who_has_sent_is_told_nothing()
    {
        Assert.Null(text.Own(RoundOf("Báo cáo"), Commune(Line(1, ReturnState.ToMend), Line(2))));
        Assert.Null(text.Villages(RoundOf("Báo cáo"), Commune(Line(1), Line(2, ReturnState.Confirmed))));
    }

    [Theory]
    [InlineData(ReturnState.Entering, 29, OwingState.ToSend)]
    [InlineData(ReturnState.AwaitingLeader, 30, OwingState.Overdue)]
    [InlineData(ReturnState.Approved, 30, OwingState.Overdue)]
    [InlineData(ReturnState.Sent, 30, OwingState.Checking)]
    [InlineData(ReturnState.Checking, 30, OwingState.Checking)]
    [InlineData(ReturnState.ToMend, 30, OwingState.ToMend)]
    [InlineData(ReturnState.Correcting, 30, OwingState.ToMend)]
    [InlineData(ReturnState.Confirmed, 30, OwingState.Confirmed)]
    public void What_is_owed_is_said_by_state_and_day(ReturnState state, int day, OwingState expected) =>
        Assert.Equal(expected, OwingStates.Of(state, Due, new DateOnly(2026, 11, day)));

    private static RoundCommune Commune(params IReadOnlyList<RoundReturn> lines) => new(1, SubjectKind.Place, "Xã Hải Lăng", "Hải Lăng", lines);

    private static RoundReturn Line(int subject, ReturnState state = ReturnState.Entering) => new(
        new ReturnId(Guid.NewGuid()), subject, SubjectKind.Place, $"Thôn {subject}", $"Thôn {subject}", state, Due, null);

    private static Round RoundOf(string title) => new()
    {
        Owner = 1, Id = new RoundId(Guid.NewGuid()), Code = "2026", Title = title, PeriodId = 1, OpensOn = Due.AddDays(-40), CutOffOn = Due.AddDays(-4), DueOn = Due,
    };
}
