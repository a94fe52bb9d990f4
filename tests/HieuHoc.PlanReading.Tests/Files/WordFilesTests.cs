using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Tests.Files;

public sealed class WordFilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_that_Word_counts_are_the_clauses()
    {
        var plan = await ReadAsync(
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2024"),
            GivenWord.Item(0, "MỤC ĐÍCH"),
            GivenWord.Item(3, "Nâng cao nhận thức."),
            GivenWord.Item(0, "MỤC TIÊU"),
            GivenWord.Item(1, "Mục tiêu chung"),
            GivenWord.Item(1, "Mục tiêu cụ thể"),
            GivenWord.Item(2, "60% gia đình đạt danh hiệu “Gia đình học tập”."),
            GivenWord.Item(2, "02 xã được công nhận."));

        Assert.Equal([("II.2.1", 60m), ("II.2.2", 2m)], plan.Targets.Select(target => (target.Clause, target.Value!.Value)));
    }

    [Fact]
    public async Task Head_and_signature_stand_side_by_side_in_tables_without_lines()
    {
        var plan = await ReadAsync(
            GivenWord.Table(
                ["UBND TỈNH HÀ GIANG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
                ["Số: 12/KH-SGDĐT", "Hà Giang, ngày 02 tháng 01 năm 2024"]),
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2024"),
            GivenWord.Paragraph("I. MỤC ĐÍCH"),
            GivenWord.Paragraph("- Nâng cao nhận thức."),
            GivenWord.Table(["Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "GIÁM ĐỐC\n\nVàng Thị Mai"]));

        Assert.Equal(
            ("12/KH-SGDĐT", new DateOnly(2024, 1, 2), "Sở Giáo dục và Đào tạo tỉnh Hà Giang", "Vàng Thị Mai"),
            (plan.Header.Number, plan.Header.IssuedOn, plan.Header.Issuer, plan.Header.Signature?.Name));
        Assert.Equal(["UBND tỉnh", "Lưu: VT"], plan.Recipients.Select(recipient => recipient.Name));
    }

    [Fact]
    public async Task A_table_of_targets_gives_one_for_each_row_and_year_but_not_for_what_was_reached()
    {
        var plan = await ReadAsync(
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập giai đoạn 2021-2030"),
            GivenWord.Paragraph("I. MỤC TIÊU"),
            GivenWord.Table(
                ["STT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2020", "Năm 2025", "Năm 2030"],
                ["1", "Gia đình học tập", "%", "51,2", "≥ 70", "80"],
                ["2", "Lớp xóa mù chữ", "lớp", "10", "1.200", "-"]));

        Assert.Equal(
            [(TargetKind.Percent, 70m, TargetQualifier.AtLeast, 2025), (TargetKind.Percent, 80m, TargetQualifier.Exact, 2030), (TargetKind.Count, 1200m, TargetQualifier.Exact, 2025)],
            plan.Targets.Select(target => (target.Kind, target.Value!.Value, target.Qualifier, target.Year!.Value)));
        Assert.All(plan.Targets, target => Assert.Equal("I", target.Clause));
    }

    [Fact]
    public async Task A_table_of_duties_gives_tasks_and_who_leads_and_takes_part()
    {
        var plan = await ReadAsync(
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2024"),
            GivenWord.Paragraph("II. PHÂN CÔNG"),
            GivenWord.Table(
                ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp"],
                ["1", "Tổ chức Tuần lễ học tập suốt đời", "Sở Giáo dục và Đào tạo", "Hội Khuyến học tỉnh"],
                ["2", "Sơ kết Kế hoạch", "Hội Khuyến học tỉnh", ""]));

        Assert.Equal(["Tổ chức Tuần lễ học tập suốt đời", "Sơ kết Kế hoạch"], plan.Tasks.Select(task => task.Text));
        Assert.Equal(
            [("Sở Giáo dục và Đào tạo", AgencyRole.Lead), ("Hội Khuyến học tỉnh", AgencyRole.Coordinate), ("Hội Khuyến học tỉnh", AgencyRole.Lead)],
            plan.Assignments.Select(assignment => (assignment.Agency, assignment.Roles.Single())));
    }

    [Fact]
    public async Task A_table_in_an_annex_is_cited_by_the_annex()
    {
        var plan = await ReadAsync(
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2026"),
            GivenWord.Paragraph("I. MỤC ĐÍCH"),
            GivenWord.Paragraph("- Nâng cao nhận thức."),
            GivenWord.Table(["Nơi nhận:\n- Lưu: VT.", "", "GIÁM ĐỐC\n\nVàng Thị Mai"], ["", "", ""]),
            GivenWord.Paragraph("PHỤ LỤC I"),
            GivenWord.Paragraph("CHỈ TIÊU GIAO CÁC XÃ"),
            GivenWord.Table(["STT", "Chỉ tiêu", "Năm 2026"], ["1", "Gia đình học tập", "70%"]),
            GivenWord.Paragraph("PHỤ LỤC II"),
            GivenWord.Table(["TT", "Nội dung công việc", "Chủ trì"], ["1", "Tổ chức Tuần lễ học tập suốt đời", "Sở Giáo dục và Đào tạo"]),
            GivenWord.Paragraph("PHỤ LỤC III"),
            GivenWord.Table(["TT", "Họ và tên", "Chức vụ"], ["1", "Vàng Thị Mai", "Giám đốc"]));

        Assert.Equal(["Lưu: VT"], plan.Recipients.Select(recipient => recipient.Name));
        Assert.Equal(("Phụ lục I", "Gia đình học tập"), (plan.Targets.Single().Clause, plan.Targets.Single().Subject));
        Assert.Equal(("Phụ lục II", "Tổ chức Tuần lễ học tập suốt đời"), (plan.Tasks.Single().Clause, plan.Tasks.Single().Text));
        Assert.Equal(
            [(DoubtKind.AnnexNotRead, "Phụ lục III: PHỤ LỤC III"), (DoubtKind.TableNotRead, "TT | Họ và tên | Chức vụ")],
            plan.Doubts.Select(doubt => (doubt.Kind, doubt.Text)));
    }

    [Fact]
    public async Task The_other_columns_of_a_table_of_duties_explain_the_duty()
    {
        var plan = await ReadAsync(
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2026"),
            GivenWord.Paragraph("I. PHÂN CÔNG"),
            GivenWord.Table(["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành", "Ghi chú"], ["1", "Rà soát người mù chữ", "Phòng Văn hóa - Xã hội", "Trưởng thôn", "Trước 30/4/2026", ""]));

        Assert.Equal("Rà soát người mù chữ\nThời gian hoàn thành: Trước 30/4/2026", plan.Tasks.Single().Text);
        Assert.All(plan.Assignments, given => Assert.Equal(["Rà soát người mù chữ", "Thời gian hoàn thành: Trước 30/4/2026"], given.Duties));
    }

    [Fact]
    public async Task A_text_box_is_read_behind_its_paragraph_and_is_doubtful()
    {
        var plan = await ReadAsync(
            GivenWord.WithBox("UBND XÃ HẢI LĂNG", "DỰ THẢO"),
            GivenWord.Paragraph("KẾ HOẠCH"),
            GivenWord.Paragraph("Xây dựng xã hội học tập năm 2026"),
            GivenWord.Paragraph("I. MỤC TIÊU"),
            GivenWord.WithBox("- 60% gia đình đạt danh hiệu “Gia đình học tập”.", "- 70% công dân đạt danh hiệu “Công dân học tập”."),
            GivenWord.Paragraph("- 02 thôn được công nhận."));

        Assert.Equal("UBND xã Hải Lăng", plan.Header.Issuer);
        Assert.Equal([60m, 70m, 2m], plan.Targets.Select(target => target.Value!.Value));
        Assert.Equal(["DỰ THẢO", "- 70% công dân đạt danh hiệu “Công dân học tập”."], plan.Doubts.Where(doubt => doubt.Kind is DoubtKind.InTextBox).Select(doubt => doubt.Text));
    }

    [Fact]
    public async Task A_style_makes_a_heading_and_what_was_struck_out_is_gone()
    {
        var struck = GivenWord.Paragraph("- 60% gia đình");
        struck.Append(new W.DeletedRun(new W.Run(new W.DeletedText(" văn hóa"))), new W.Run(new W.Text(" học tập.")));

        var plan = await ReadAsync(GivenWord.Paragraph("KẾ HOẠCH"), GivenWord.Paragraph("Năm 2024 của xã"), GivenWord.Heading("Các chỉ tiêu"), struck);

        Assert.Equal("gia đình học tập", plan.Targets.Single().Subject);
    }

    private static async Task<PlanDocument> ReadAsync(params IReadOnlyList<OpenXmlElement> body) => await PlanFile.ReadAsync(new MemoryStream(GivenWord.Of(body)), Ct);
}
