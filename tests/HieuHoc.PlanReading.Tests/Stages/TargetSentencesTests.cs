using System.Globalization;

namespace HieuHoc.PlanReading.Tests.Stages;

/// <summary>The manners in which a target is said. A new one is a line here first.</summary>
public sealed class TargetSentencesTests
{
    [Theory]
    [InlineData("60% gia đình đạt danh hiệu học tập.", "60% exact: gia đình đạt danh hiệu học tập")]
    [InlineData("Phấn đấu đến năm 2026 có 60% gia đình đạt danh hiệu học tập.", "60% strive 2026: gia đình đạt danh hiệu học tập")]
    [InlineData("Tỷ lệ người biết chữ đạt trên 98,5%.", "98.5% atLeast: Tỷ lệ người biết chữ")]
    [InlineData("Tỷ lệ người mù chữ giảm xuống dưới 2%.", "2% atMost: Tỷ lệ người mù chữ giảm")]
    [InlineData("Tỷ lệ gia đình học tập đạt 75% trở lên.", "75% atLeast: Tỷ lệ gia đình học tập")]
    [InlineData("60% gia đình, 40% dòng họ được công nhận danh hiệu học tập.", "60% exact: gia đình được công nhận danh hiệu học tập|40% exact: dòng họ được công nhận danh hiệu học tập")]
    [InlineData("Khoảng 35% dân số được đào tạo, trong đó 30% dân số có trình độ đại học.", "35% about: dân số được đào tạo|30% exact: dân số có trình độ đại học")]
    [InlineData("Duy trì 100% xã đạt chuẩn xóa mù chữ mức độ 2.", "100% maintain: xã đạt chuẩn xóa mù chữ mức độ 2")]
    [InlineData("70% người dân duy trì thói quen đọc sách.", "70% exact: người dân duy trì thói quen đọc sách")]
    [InlineData("Mở 04 lớp xóa mù chữ.", "4 exact: Mở lớp xóa mù chữ")]
    [InlineData("Có 1.500 lượt người tham gia.", "1500 exact: lượt người tham gia")]
    [InlineData("03/05 dòng họ được công nhận.", "3 exact: dòng họ được công nhận")]
    [InlineData("100% (9/9) xã có thư viện.", "100% exact: xã có thư viện")]
    [InlineData("Tỉnh đạt chuẩn xóa mù chữ mức độ 2.", "level 2 exact: Tỉnh đạt chuẩn xóa mù chữ mức độ 2")]
    [InlineData("Xã được công nhận “Cộng đồng học tập”.", "achieved exact: Xã được công nhận “Cộng đồng học tập”")]
    [InlineData("Từ 70% đến 80% người lao động được bồi dưỡng.", "70% exact: người lao động được bồi dưỡng")]
    [InlineData("Đến năm 2025 đạt 60%, đến năm 2030 đạt 80% người dân có kỹ năng số.", "60% exact 2025: người dân có kỹ năng số|80% exact 2030: người dân có kỹ năng số")]
    [InlineData("50% người dân có kỹ năng số; vùng đặc biệt khó khăn đạt 35%.", "50% exact: người dân có kỹ năng số|35% exact [specially difficult]: người dân có kỹ năng số")]
    [InlineData("60% gia đình học tập. Đối với các xã đặc biệt khó khăn, tỷ lệ này tương ứng là 40%.", "60% exact: gia đình học tập|40% exact [specially difficult]: gia đình học tập")]
    [InlineData("60% gia đình học tập. Riêng các xã biên giới, các tỷ lệ này lần lượt là 40% và 30%.", "60% exact: gia đình học tập")]
    [InlineData("Nâng cao nhận thức của người dân.", "")]
    [InlineData("Trẻ em từ 5 tuổi và học sinh lớp 1 đến trường.", "")]
    public void A_sentence_gives_its_targets(string sentence, string targets)
    {
        var plan = PlanReader.Read($"KẾ HOẠCH\nXây dựng xã hội học tập\n\nI. CHỈ TIÊU\n\n- {sentence}");

        Assert.Equal(targets, string.Join('|', plan.Targets.Select(Told)));
    }

    [Fact]
    public void What_is_read_in_spite_of_doubt_says_why()
    {
        var plan = PlanReader.Read(
            "KẾ HOẠCH\nXây dựng xã hội học tập năm 2024\n\nI. CHỈ TIÊU\n\n- Khoảng 35% dân số được đào tạo, trong đó 30% dân số có trình độ đại học. Các tỷ lệ này lần lượt là 1%, 2%, 3%.\n\n- Từ 70% đến 80% người lao động được bồi dưỡng.");

        Assert.Equal(
            [DoubtKind.ShareInsideShare, DoubtKind.ValuesDoNotPair, DoubtKind.RangeOfValues, DoubtKind.YearOfThePlan],
            plan.Doubts.Select(doubt => doubt.Kind).Distinct().OrderBy(kind => kind is DoubtKind.YearOfThePlan ? 9 : (int)kind));
    }

    private static string Told(Target target)
    {
        var value = target.Value?.ToString(CultureInfo.InvariantCulture);
        var said = target.Kind switch
        {
            TargetKind.Percent => $"{value}%",
            TargetKind.Count => value,
            TargetKind.Level => $"level {value}",
            TargetKind.Achieved => "achieved",
        };
        var qualifier = char.ToLowerInvariant($"{target.Qualifier}"[0]) + $"{target.Qualifier}"[1..];

        return $"{said} {qualifier}{(target.Year is { } year ? $" {year.ToString(CultureInfo.InvariantCulture)}" : "")}{(target.Area is { } area ? $" [{area}]" : "")}: {target.Subject}";
    }
}
