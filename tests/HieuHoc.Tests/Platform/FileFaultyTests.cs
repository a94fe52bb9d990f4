using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Tests.Platform;

public sealed class FileFaultyTests
{
    private static readonly PackFaulty Faulty = new(
        "places/vn/2026", [Mistake("units.csv:10"), Mistake("units.csv:9"), Mistake("changes.csv:2"), Mistake("units.csv:9") with { Value = "b" }]);

    [Fact]
    public void Mistakes_are_told_in_the_order_of_the_file() =>
        Assert.Equal(
            [("changes.csv:2", "a"), ("units.csv:9", "a"), ("units.csv:9", "b"), ("units.csv:10", "a")],
            Faulty.Mistakes.Select(mistake => (mistake.Where, mistake.Value)));

    [Fact]
    public void The_sentence_says_how_many_they_are() =>
        Assert.Equal(
            "Gói quy định places/vn/2026 có 4 chỗ cần sửa, nên chưa nạp gói nào. Sửa tệp rồi nạp lại.", new Texts().Of(Faulty));

    private static FileMistake Mistake(string where) => new(where, "pack.mistake.code", "a");
}
