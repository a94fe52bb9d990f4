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
    [InlineData("60% dòng họ đạt danh hiệu; các xã đặc biệt khó khăn 50%.", "60% exact: dòng họ đạt danh hiệu|50% exact [specially difficult]: dòng họ đạt danh hiệu")]
    [InlineData("60% dòng họ đạt danh hiệu, 40% ở vùng đặc biệt khó khăn.", "60% exact: dòng họ đạt danh hiệu|40% exact [specially difficult]: dòng họ đạt danh hiệu")]
    [InlineData("70% (vùng đặc biệt khó khăn là 50%) người dân biết dùng dịch vụ số vào năm 2030.", "70% exact 2030: người dân biết dùng dịch vụ số|50% exact 2030 [specially difficult]: người dân biết dùng dịch vụ số")]
    [InlineData("Đến năm 2030, 65% công dân (vùng đặc biệt khó khăn 45%) đạt Công dân học tập.", "65% exact 2030: công dân đạt Công dân học tập|45% exact 2030 [specially difficult]: công dân đạt Công dân học tập")]
    [InlineData("Tỷ lệ gia đình học tập đạt 70% (các xã đặc biệt khó khăn: ít nhất 50%).", "70% exact: Tỷ lệ gia đình học tập|50% atLeast [specially difficult]: Tỷ lệ gia đình học tập")]
    [InlineData("60% gia đình học tập (riêng xã biên giới 40%); 50% dòng họ học tập.", "60% exact: gia đình học tập|40% exact [border or island]: gia đình học tập|50% exact: dòng họ học tập")]
    [InlineData("70% người dân (vùng đặc biệt khó khăn 50%; vùng biên giới 40%) có kỹ năng số.", "70% exact: người dân có kỹ năng số|50% exact [specially difficult]: người dân có kỹ năng số|40% exact [border or island]: người dân có kỹ năng số")]
    [InlineData("70% cộng đồng (thôn, tổ dân phố) học tập.", "70% exact: cộng đồng (thôn, tổ dân phố) học tập")]
    [InlineData("Tỷ lệ người biết chữ đạt 98%, trong đó tỷ lệ người biết chữ ở các xã đặc biệt khó khăn đạt 94,6%.", "98% exact: Tỷ lệ người biết chữ|94.6% exact [specially difficult]: tỷ lệ người biết chữ ở các xã đặc biệt khó khăn")]
    [InlineData("100% xã đặc biệt khó khăn có thư viện.", "100% exact: xã đặc biệt khó khăn có thư viện")]
    [InlineData("90% người dân ở vùng miền núi, biên giới, hải đảo biết chữ.", "90% exact: người dân ở vùng miền núi, biên giới, hải đảo biết chữ")]
    [InlineData("Gia đình học tập 70%; dòng họ học tập 60%.", "70% exact: Gia đình học tập|60% exact: dòng họ học tập")]
    [InlineData("Gia đình học tập: 70%, dòng họ học tập: 60%.", "70% exact: Gia đình học tập|60% exact: dòng họ học tập")]
    [InlineData("Tỷ lệ gia đình học tập: 70%.", "70% exact: Tỷ lệ gia đình học tập")]
    [InlineData("Đến năm 2030 đạt các tỷ lệ sau: gia đình học tập 70%, dòng họ học tập từ 60% trở lên.", "70% exact 2030: gia đình học tập|60% atLeast 2030: dòng họ học tập")]
    [InlineData("Tỷ lệ gia đình học tập năm 2027: 70%; năm 2030: 80%.", "70% exact 2027: Tỷ lệ gia đình học tập|80% exact 2030: Tỷ lệ gia đình học tập")]
    [InlineData("Năm 2027: 60%, năm 2030: 80% công dân học tập.", "60% exact 2027: công dân học tập|80% exact 2030: công dân học tập")]
    [InlineData("Mỗi xã, phường chọn ít nhất 02 cộng đồng và 01 dòng họ làm điểm.", "2 atLeast [pilot commune] (mỗi xã, phường): cộng đồng làm điểm|1 exact [pilot commune] (mỗi xã, phường): dòng họ làm điểm")]
    [InlineData("Mỗi xã xây dựng ít nhất 01 mô hình học tập suốt đời.", "1 atLeast (mỗi xã): xây dựng mô hình học tập suốt đời")]
    [InlineData("Mỗi năm mỗi thôn tổ chức 01 buổi nói chuyện.", "1 exact (mỗi thôn): tổ chức buổi nói chuyện")]
    [InlineData("Mỗi huyện có 01 trung tâm học tập và mỗi xã có 01 TTHTCĐ hoạt động hiệu quả.", "1 exact (mỗi huyện): trung tâm học tập hoạt động hiệu quả|1 exact (mỗi xã): TTHTCĐ hoạt động hiệu quả")]
    [InlineData("Mỗi xã 02 câu lạc bộ và mỗi thôn 01 tủ sách.", "2 exact (mỗi xã): câu lạc bộ|1 exact (mỗi thôn): tủ sách")]
    [InlineData("Mỗi tổ dân phố có 01 cộng đồng, 02 dòng họ và 20 gia đình tiêu biểu.", "1 exact (mỗi tổ dân phố): cộng đồng|2 exact (mỗi tổ dân phố): dòng họ|20 exact (mỗi tổ dân phố): gia đình tiêu biểu")]
    [InlineData("Mỗi năm tăng 2% gia đình học tập.", "2% exact: tăng gia đình học tập")]
    [InlineData("Tăng 5% số học viên so với năm 2025.", "5% exact: Tăng số học viên")]
    [InlineData("Đến năm 2030, tăng ít nhất 10 điểm phần trăm so với năm 2025 tỷ lệ lao động qua đào tạo.", "10% atLeast 2030: tăng tỷ lệ lao động qua đào tạo")]
    [InlineData("Hằng năm, tỷ lệ công dân học tập tăng từ 3% trở lên.", "3% atLeast: tỷ lệ công dân học tập tăng")]
    [InlineData("Tỷ lệ biết chữ tăng từ 95% lên trên 98% vào năm 2030.", "98% atLeast 2030: Tỷ lệ biết chữ")]
    [InlineData("Xã đạt chuẩn xóa mù chữ mức độ 2 (tăng 1 mức so với năm 2024).", "level 2 exact: Xã đạt chuẩn xóa mù chữ mức độ 2 (tăng 1 mức so với năm 2024)")]
    [InlineData("Phấn đấu đến 30/11/2026, có 72,5% gia đình học tập.", "72.5% strive 2026: gia đình học tập")]
    [InlineData("Đến hết quý III/2027, 50% thôn có tủ sách.", "50% exact 2027: thôn có tủ sách")]
    [InlineData("Trước ngày 30/6/2028 có 04 lớp xóa mù chữ; 50% thôn có tủ sách đến hết quý I/2029.", "4 exact 2028: lớp xóa mù chữ|50% exact 2029: thôn có tủ sách")]
    [InlineData("Đến tháng 6/2028, 50% thôn có tủ sách theo Quyết định số 89/QĐ-TTg ngày 09/01/2013.", "50% exact 2028: thôn có tủ sách theo Quyết định số 89/QĐ-TTg ngày 09/01/2013")]
    [InlineData("Đến năm 2028 có 40 - 50 lớp xóa mù chữ.", "40 exact 2028: lớp xóa mù chữ")]
    [InlineData("Mở từ 20 đến 30 lớp.", "20 exact: Mở lớp")]
    [InlineData("Trên 1,2 triệu lượt người học năm 2030.", "1200000 atLeast 2030: lượt người học")]
    [InlineData("Ít nhất 1/2 số xã đạt cộng đồng học tập.", "")]
    [InlineData("Hai phần ba số xã đạt tiêu chí.", "")]
    [InlineData("Đến năm 2025: 50%; đến năm 2030: 70% số xã có thư viện.", "50% exact 2025: số xã có thư viện|70% exact 2030: số xã có thư viện")]
    [InlineData("Tỷ lệ người biết chữ của vùng đặc biệt khó khăn đạt 95%.", "95% exact [specially difficult]: Tỷ lệ người biết chữ của vùng đặc biệt khó khăn")]
    [InlineData("Về xóa mù chữ: tỷ lệ đạt 98%.", "98% exact: Về xóa mù chữ: tỷ lệ")]
    [InlineData("Duy trì và nâng cao tỷ lệ trẻ đến trường đạt 100%.", "100% maintain: nâng cao tỷ lệ trẻ đến trường")]
    [InlineData("Tăng cường 02 cán bộ cho trung tâm.", "2 exact: Tăng cường cán bộ cho trung tâm")]
    [InlineData("Thành lập 03 câu lạc bộ; mỗi câu lạc bộ có từ 20 đến 30 thành viên.", "3 exact: Thành lập câu lạc bộ|20 exact (mỗi câu lạc bộ): thành viên")]
    [InlineData("80% gia đình, 70% dòng họ đạt danh hiệu, trong đó vùng đặc biệt khó khăn tương ứng là 60% và 50%.", "80% exact: gia đình đạt danh hiệu|70% exact: dòng họ đạt danh hiệu|60% exact [specially difficult]: gia đình đạt danh hiệu|50% exact [specially difficult]: dòng họ đạt danh hiệu")]
    [InlineData("80% gia đình, 70% dòng họ đạt danh hiệu; vùng biên giới lần lượt là 60% và 50%.", "80% exact: gia đình đạt danh hiệu|70% exact: dòng họ đạt danh hiệu|60% exact [border or island]: gia đình đạt danh hiệu|50% exact [border or island]: dòng họ đạt danh hiệu")]
    [InlineData("Từ 15% năm 2025 lên 25% năm 2030 tỷ lệ người lao động học trực tuyến.", "25% exact 2030: tỷ lệ người lao động học trực tuyến")]
    [InlineData("Đến năm 2028: a) 50% gia đình học tập; b) 40% dòng họ học tập.", "50% exact 2028: gia đình học tập|40% exact 2028: dòng họ học tập")]
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

    [Theory]
    [InlineData("Mỗi năm tăng 2% gia đình học tập.", DoubtKind.Growth)]
    [InlineData("Tỷ lệ gia đình học tập tăng 5% so với năm 2024.", DoubtKind.Growth)]
    [InlineData("Tăng 10 điểm phần trăm tỷ lệ biết chữ.", DoubtKind.Growth)]
    [InlineData("Tỷ lệ người học tăng 2%/năm.", DoubtKind.Growth)]
    [InlineData("Mỗi năm có thêm 5% dòng họ học tập.", DoubtKind.Growth)]
    [InlineData("Mở thêm 05 lớp.", null)]
    [InlineData("60% gia đình, 50% dòng họ đạt danh hiệu; các xã đặc biệt khó khăn 40%.", DoubtKind.ValuesDoNotPair)]
    [InlineData("Tỷ lệ biết chữ đạt 98%, trong đó tỷ lệ biết chữ ở vùng đặc biệt khó khăn đạt 95%.", null)]
    [InlineData("Tỷ lệ gia đình học tập tăng lên 75%.", null)]
    [InlineData("Tỷ lệ biết chữ tăng từ 95% lên 98%.", null)]
    [InlineData("Có 40 - 50 lớp xóa mù chữ.", DoubtKind.RangeOfValues)]
    [InlineData("Ít nhất 1/2 số xã đạt cộng đồng học tập.", DoubtKind.ValueNotRead)]
    [InlineData("Hai phần ba số xã đạt tiêu chí.", DoubtKind.ValueNotRead)]
    [InlineData("Hơn nửa số thôn có tủ sách.", DoubtKind.ValueNotRead)]
    [InlineData("90% cán bộ (trong đó 30% là nữ) được bồi dưỡng.", DoubtKind.ValueNotRead)]
    [InlineData("70% (tăng 5% so với năm 2024) gia đình học tập.", null)]
    [InlineData("Nâng cao tỷ lệ biết chữ (vùng biên giới 95%).", DoubtKind.ValueNotRead)]
    [InlineData("100% (9/9) xã có thư viện.", null)]
    [InlineData("Phấn đấu đạt 80%.", DoubtKind.SubjectUnknown)]
    [InlineData("T l ngưi biết ch trong đ tui đt 99,2%.", DoubtKind.LettersLost)]
    public void What_a_sentence_leaves_uncertain_is_said(string sentence, DoubtKind? why)
    {
        var plan = PlanReader.Read($"KẾ HOẠCH\nXây dựng xã hội học tập\n\nI. CHỈ TIÊU\n\n- {sentence}");

        Assert.Equal(why is { } one ? [one] : [], plan.Doubts.Select(doubt => doubt.Kind));
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

        return $"{said} {qualifier}{(target.Year is { } year ? $" {year.ToString(CultureInfo.InvariantCulture)}" : "")}{(target.Area is { } area ? $" [{area}]" : "")}{(target.Each is { } each ? $" (mỗi {each})" : "")}: {target.Subject}";
    }
}
