using HieuHoc.PlanReading.Outline;

namespace HieuHoc.PlanReading.Tests.Stages;

public sealed class OutlineTests
{
    [Theory]
    [InlineData("I. MỤC TIÊU", MarkerKind.Roman, "I")]
    [InlineData("II- NHIỆM VỤ", MarkerKind.Roman, "II")]
    [InlineData("III/ KINH PHÍ", MarkerKind.Roman, "III")]
    [InlineData("A. MỤC TIÊU", MarkerKind.Capital, "A")]
    [InlineData("Phần thứ nhất", null, null)]
    [InlineData("Phần thứ hai: NỘI DUNG", MarkerKind.Part, "hai")]
    [InlineData("Điều 2. Hiệu lực", MarkerKind.Article, "2")]
    [InlineData("1. Mục đích", MarkerKind.Arabic, "1")]
    [InlineData("2 .Các sở", MarkerKind.Arabic, "2")]
    [InlineData("3/ Quỹ", MarkerKind.Arabic, "3")]
    [InlineData("1) Quỹ", MarkerKind.Arabic, "1")]
    [InlineData("1.1 Tổ chức", MarkerKind.Decimal, "1.1")]
    [InlineData("2.2. 02 xã", MarkerKind.Decimal, "2.2")]
    [InlineData("2.1.3. Tổ chức", MarkerKind.DeepDecimal, "2.1.3")]
    [InlineData("đ) Đoàn Thanh niên", MarkerKind.Letter, "đ")]
    [InlineData("f) Các đoàn thể", MarkerKind.Letter, "f")]
    [InlineData("(2) Các đoàn thể", MarkerKind.Parenthesis, "2")]
    [InlineData("- 100% cán bộ", MarkerKind.Dash, "")]
    [InlineData("– Các sở", MarkerKind.Dash, "")]
    [InlineData("+ Các sở", MarkerKind.Plus, "")]
    [InlineData("2.5 triệu đồng", null, null)]
    [InlineData("89/QĐ-TTg ngày 09/01/2013", null, null)]
    [InlineData("18/11/2019 của tỉnh", null, null)]
    [InlineData("V/v triển khai", null, null)]
    [InlineData("2021. Những", null, null)]
    [InlineData("50%, 30%", null, null)]
    public void An_item_is_told_by_how_its_line_begins(string line, MarkerKind? kind, string? label)
    {
        var marker = MarkerReader.Read(line);

        Assert.Equal((kind, label), (marker?.Kind, marker?.Label));
    }

    [Fact]
    public void Items_hang_where_their_numbers_say()
    {
        var plan = PlanReader.Read("KẾ HOẠCH\nNăm 2024\n\nII. MỤC TIÊU\n\n2. Cụ thể\n\n2.1. Năm 2025\n\na) Về người dân\n\n- 60% người dân biết chữ.\n\n+ 50% phụ nữ biết chữ.\n\nđ) Khác\n\n3. Khác");

        Assert.Equal(["II", "II.2", "II.2.1", "II.2.1.a", "II.2.1.a", "II.2.1.a", "II.2.1.đ", "II.3"], Clauses(plan.Outline));
    }

    [Fact]
    public void The_number_of_a_part_may_stand_on_the_line_above_its_title()
    {
        var plan = PlanReader.Read("KẾ HOẠCH\nNăm 2024\n\nPhần thứ nhất\nMỤC TIÊU\n\n1. Cụ thể.\n\nPhần thứ hai\n\nTỔ CHỨC THỰC HIỆN\n\n1. Các sở.");

        Assert.Equal(["nhất", "nhất.1", "hai", "hai.1"], Clauses(plan.Outline));
        Assert.Equal([SectionKind.Targets, SectionKind.Execution], plan.Outline.Select(part => part.Section));
    }

    [Theory]
    [InlineData("I. MỤC ĐÍCH, YÊU CẦU", SectionKind.Purpose)]
    [InlineData("III. NHIỆM VỤ VÀ GIẢI PHÁP THỰC HIỆN", SectionKind.Tasks)]
    [InlineData("V. TỔ CHỨC THỰC HIỆN", SectionKind.Execution)]
    [InlineData("V. PHÂN CÔNG NHIỆM VỤ", SectionKind.Execution)]
    [InlineData("II. QUAN ĐIỂM, MỤC TIÊU", SectionKind.Targets)]
    [InlineData("I. KẾT QUẢ ĐẠT ĐƯỢC", SectionKind.Situation)]
    [InlineData("4. Chế độ thông tin, báo cáo", SectionKind.Reporting)]
    [InlineData("VI. NGUỒN KINH PHÍ", SectionKind.Money)]
    [InlineData("1. Nhằm đạt mục tiêu của Đề án, các đơn vị thực hiện tốt các việc sau đây.", SectionKind.Other)]
    public void A_section_is_told_by_the_words_of_its_heading(string heading, SectionKind kind) =>
        Assert.Equal(kind, PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\n{heading}\n\n- Một việc.").Outline.Single().Section);

    [Theory]
    [InlineData("II. CHỈ TIÊU: Đến năm 2030 có 80% gia đình học tập.", SectionKind.Targets, "CHỈ TIÊU|Đến năm 2030 có 80% gia đình học tập.")]
    [InlineData("III. KINH PHÍ: Theo phân cấp ngân sách.", SectionKind.Money, "KINH PHÍ|Theo phân cấp ngân sách.")]
    [InlineData("KINH PHÍ THỰC HIỆN: 500 triệu đồng.", SectionKind.Money, "KINH PHÍ THỰC HIỆN|500 triệu đồng.")]
    [InlineData("1. Mục tiêu chung: Tạo chuyển biến cơ bản.", SectionKind.GeneralAim, "Mục tiêu chung|Tạo chuyển biến cơ bản.")]
    [InlineData("2. Mục tiêu cụ thể: đến năm 2030 có 80% gia đình học tập.", SectionKind.Targets, "Mục tiêu cụ thể|đến năm 2030 có 80% gia đình học tập.")]
    [InlineData("3. Chế độ báo cáo: Các đơn vị báo cáo trước ngày 30/11.", SectionKind.Reporting, "Chế độ báo cáo|Các đơn vị báo cáo trước ngày 30/11.")]
    [InlineData("1. Tuyên truyền: làm tốt.", SectionKind.Other, "Tuyên truyền: làm tốt.")]
    [InlineData("1. Thực hiện tốt nhiệm vụ được giao: mở lớp.", SectionKind.Other, "Thực hiện tốt nhiệm vụ được giao: mở lớp.")]
    [InlineData("1. Chỉ tiêu gia đình học tập: 70%.", SectionKind.Other, "Chỉ tiêu gia đình học tập: 70%.")]
    public void A_text_behind_the_colon_of_a_heading_stands_under_it(string line, SectionKind kind, string texts)
    {
        var item = PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\n{line}").Outline.Single();

        Assert.Equal((kind, texts), (item.Section, item.Text.Replace('\n', '|')));
    }

    [Fact]
    public void What_stands_behind_the_colon_of_a_heading_is_read()
    {
        var plan = PlanReader.Read(
            "KẾ HOẠCH\nNăm 2024\n\nI. MỤC TIÊU\n\n1. Mục tiêu chung: Tạo chuyển biến.\n\n2. Mục tiêu cụ thể: đến năm 2030 có 80% gia đình học tập.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ: Chủ trì.\n\n2. Chế độ báo cáo: Các đơn vị báo cáo trước ngày 30/11.\n\nKINH PHÍ THỰC HIỆN: 500 triệu đồng.");

        Assert.Equal(
            ["Tạo chuyển biến.", "gia đình học tập", "Sở Nội vụ", "30/11", "500 triệu đồng."],
            [plan.Objectives.Single().Text, plan.Targets.Single().Subject, plan.Assignments.Single().Agency, $"{plan.Reporting.Single().DueDay}/{plan.Reporting.Single().DueMonth}", plan.Money.Single().Text]);
    }

    private static IEnumerable<string> Clauses(IEnumerable<OutlineItem> items) => items.SelectMany(item => Clauses(item.Items).Prepend(item.Clause));
}
