namespace HieuHoc.PlanReading.Tests.Stages;

/// <summary>The manners in which the head of a document is written.</summary>
public sealed class HeadsTests
{
    [Fact]
    public void Two_columns_one_space_apart_are_parted_at_the_motto_and_before_the_place()
    {
        var head = PlanReader.Read(
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG ĐỒNG HỚI Độc lập - Tự do - Hạnh phúc\nSố:        /KH-UBND Đồng Hới, ngày     tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng xã hội học tập năm 2026\n\nI. MỤC TIÊU\n\n- Một việc.").Header;

        Assert.Equal(("UBND phường Đồng Hới", null, "Đồng Hới", null), (head.Issuer, head.Number, head.Place, head.IssuedOn));
    }

    [Fact]
    public void A_number_and_a_day_one_space_apart_are_both_read()
    {
        var head = PlanReader.Read("UBND XÃ CAM LỘ\nSố: 57/KH-UBND Cam Lộ, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n\n- Một việc.").Header;

        Assert.Equal(("57/KH-UBND", "Cam Lộ", new DateOnly(2026, 2, 5)), (head.Number, head.Place, head.IssuedOn));
    }

    [Theory]
    [InlineData("TRƯỜNG ĐẠI HỌC VINH", "Trường Đại học Vinh")]
    [InlineData("TRƯỜNG THPT LÊ LỢI", "Trường THPT Lê Lợi")]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "UBND tỉnh Cà Mau")]
    public void The_own_name_of_an_agency_in_capitals_is_written_with_capitals(string lines, string issuer) =>
        Assert.Equal(issuer, PlanReader.Read($"{lines}\nSố: 45/KH-ABC\nKẾ HOẠCH\nNăm 2025\n\nI. MỤC TIÊU\n\n- Một việc.").Header.Issuer);

    [Fact]
    public void A_title_in_capitals_is_written_as_the_field_writes_it() =>
        Assert.Equal(
            "Xây dựng xã hội học tập giai đoạn 2021 - 2030",
            PlanReader.Read("KẾ HOẠCH\nXÂY DỰNG XÃ HỘI HỌC TẬP GIAI ĐOẠN 2021 - 2030\n\nI. MỤC TIÊU\n\n- Một việc.").Header.Title);
}
