namespace HieuHoc.PlanReading.Tests.Stages;

/// <summary>The manners in which agencies, roles and reports are said.</summary>
public sealed class DutiesTests
{
    [Theory]
    [InlineData("1. Sở Tài chính\n\nTham mưu UBND tỉnh bố trí kinh phí.", "Sở Tài chính: Advise")]
    [InlineData("1. Sở Tài chính: Tham mưu UBND tỉnh bố trí kinh phí.", "Sở Tài chính: Advise")]
    [InlineData("1. Giao Sở Xây dựng chủ trì, phối hợp với các sở.", "Sở Xây dựng: Lead Coordinate")]
    [InlineData("1. Đề nghị các đoàn thể: Vận động đoàn viên.", "các đoàn thể: Request")]
    [InlineData("1. Sở Giáo dục và Đào tạo (cơ quan thường trực Ban Chỉ đạo)\n\n- Chỉ đạo các trường.", "Sở Giáo dục và Đào tạo: Direct")]
    [InlineData("- Sở Y tế: phối hợp thực hiện.\n\n- Sở Nội vụ: chủ trì thi đua.", "Sở Y tế: Coordinate|Sở Nội vụ: Lead")]
    [InlineData("1. Các đoàn thể\n\na) Hội Nông dân\n\nPhối hợp tuyên truyền.\n\nđ) Tỉnh đoàn\n\nChỉ đạo cơ sở đoàn.", "Hội Nông dân: Coordinate|Tỉnh đoàn: Direct")]
    [InlineData("1. Sở Nội vụ\n\n- Kiện toàn ban chỉ đạo, xây dựng cơ chế phối hợp, trên cơ sở đề nghị của các sở.", "Sở Nội vụ: ")]
    [InlineData("1. Công tác kiểm tra\n\n- Kiểm tra thường xuyên ở các địa phương.", "")]
    [InlineData("1. Giao Sở Tài chính chủ trì, Sở Giáo dục và Đào tạo phối hợp tham mưu bố trí kinh phí.", "Sở Tài chính: Lead|Sở Giáo dục và Đào tạo: Coordinate Advise")]
    [InlineData("1. Sở Tài chính: Chủ trì cân đối kinh phí; Sở Nội vụ phối hợp.\n\n- Chỉ đạo các phòng.", "Sở Tài chính: Lead Direct|Sở Nội vụ: Coordinate")]
    [InlineData("1. Sở Tài chính: Chủ trì; Sở Nội vụ phối hợp; Sở Y tế tham mưu. Chỉ đạo các phòng.", "Sở Tài chính: Lead Direct|Sở Nội vụ: Coordinate|Sở Y tế: Advise")]
    [InlineData("1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ, Sở Y tế tham mưu UBND tỉnh.", "Sở Tài chính: Lead Coordinate Advise")]
    [InlineData("1. Sở Tài chính tham mưu UBND tỉnh, Ban Chỉ đạo tỉnh chỉ đạo các ngành.", "Sở Tài chính: Advise Direct")]
    [InlineData("1. Giao Hội Khuyến học tỉnh làm cơ quan thường trực.", "Hội Khuyến học tỉnh: ")]
    [InlineData("1. Sở Tài chính: Không chủ trì; phối hợp khi có yêu cầu.", "Sở Tài chính: Coordinate")]
    [InlineData("1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/12.", "Sở Nội vụ: ")]
    public void An_item_gives_its_agency_and_roles(string items, string assignments)
    {
        var plan = PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\nV. TỔ CHỨC THỰC HIỆN\n\n{items}");

        Assert.Equal(assignments, string.Join('|', plan.Assignments.Select(assignment => $"{assignment.Agency}: {string.Join(' ', assignment.Roles)}")));
    }

    [Theory]
    [InlineData("1. UBND các xã: Xây dựng kế hoạch. Trong quá trình thực hiện, nếu có vướng mắc, báo cáo UBND tỉnh để xem xét, chỉ đạo./.", "UBND các xã: : Xây dựng kế hoạch.")]
    [InlineData("1. Sở Tài chính: Phối hợp. Yêu cầu các sở, ngành chủ trì, chỉ đạo thực hiện./.", "Sở Tài chính: Coordinate: Phối hợp.")]
    [InlineData("1. Sở Tài chính: Phối hợp.\n\n- Bố trí kinh phí. Trên đây là Kế hoạch, yêu cầu các đơn vị chủ trì.", "Sở Tài chính: Coordinate: Phối hợp.|Bố trí kinh phí.")]
    [InlineData("1. UBND các xã: Xây dựng kế hoạch. Trong quá trình thực hiện, chủ động phối hợp với các sở.", "UBND các xã: Coordinate: Xây dựng kế hoạch. Trong quá trình thực hiện, chủ động phối hợp với các sở.")]
    public void What_closes_the_plan_is_no_duty_of_the_last_agency(string items, string assignment)
    {
        var given = PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\nV. TỔ CHỨC THỰC HIỆN\n\n{items}").Assignments.Single();

        Assert.Equal(assignment, $"{given.Agency}: {string.Join(' ', given.Roles)}: {string.Join('|', given.Duties.Select(duty => duty.TrimStart(':', ' ')))}");
    }

    [Theory]
    [InlineData("1. Mở lớp xóa mù chữ.\n\nMỗi xã có ít nhất một lớp.\n\n2. Mua sách.", "Mở lớp xóa mù chữ.|Mỗi xã có ít nhất một lớp.; Mua sách.")]
    [InlineData("1. Xây dựng mạng lưới trung tâm học tập cộng đồng hoạt động đều, gắn với nhu cầu của người dân ở mọi thôn, bản, tổ dân phố:\n\n- Trung tâm ở xã:\n\n+ Mở cửa buổi tối;\n\n- Nhà văn hóa thôn.\n\nKinh phí do xã bảo đảm.", "Xây dựng mạng lưới trung tâm học tập cộng đồng hoạt động đều, gắn với nhu cầu của người dân ở mọi thôn, bản, tổ dân phố:|- Trung tâm ở xã:|+ Mở cửa buổi tối;|- Nhà văn hóa thôn.|Kinh phí do xã bảo đảm.")]
    [InlineData("1. Tập trung các nội dung sau:\n\n- Mở lớp;\n\n- Mua sách.", "Mở lớp;; Mua sách.")]
    public void A_duty_carries_what_explains_it_and_a_lead_in_gives_way_to_its_bullets(string items, string tasks)
    {
        var plan = PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\nII. NHIỆM VỤ\n\n{items}");

        Assert.Equal(tasks, string.Join("; ", plan.Tasks.Select(task => task.Text.Replace('\n', '|'))));
    }

    [Theory]
    [InlineData("Trước ngày 30 tháng 11 hàng năm, các đơn vị báo cáo về Sở GDĐT (qua phòng Trung học).", "30/11 year Sở GDĐT")]
    [InlineData("Báo cáo kết quả về UBND huyện chậm nhất ngày 15/12/2024.", "15/12 2024 UBND huyện")]
    [InlineData("Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12 về Sở Nội vụ.", "10/6 halfYear Sở Nội vụ|5/12 year Sở Nội vụ")]
    [InlineData("Định kỳ hằng quý báo cáo UBND tỉnh.", "quarter UBND tỉnh")]
    [InlineData("Báo cáo UBND xã trước ngày 25 hằng tháng; tổng hợp báo cáo UBND tỉnh (qua Sở GDĐT) trước ngày 30/11/2026.", "month UBND xã|30/11 2026 UBND tỉnh")]
    [InlineData("Báo cáo UBND tỉnh hằng quý trước ngày 20 của tháng cuối quý; gửi báo cáo năm trước ngày 15/12/2027.", "quarter UBND tỉnh|15/12 2027 year UBND tỉnh")]
    [InlineData("Báo cáo về Sở GDĐT trước ngày 15/6 và 15/12 hằng năm.", "15/6 year Sở GDĐT|15/12 year Sở GDĐT")]
    [InlineData("Định kỳ ngày 20/5 và 20/11 hằng năm báo cáo UBND tỉnh.", "20/5 year UBND tỉnh|20/11 year UBND tỉnh")]
    [InlineData("Gửi báo cáo quý trước ngày 05 tháng đầu quý sau; báo cáo năm trước ngày 10/01 năm sau.", "quarter|10/1 year")]
    [InlineData("Báo cáo quý về Sở Nội vụ; năm trước ngày 10/01.", "quarter Sở Nội vụ|10/1 year Sở Nội vụ")]
    [InlineData("Báo cáo UBND tỉnh trước 17 giờ ngày 20/12/2026.", "20/12 2026 UBND tỉnh")]
    [InlineData("Báo cáo UBND tỉnh trước 17h00, ngày 20 tháng 12 hằng năm.", "20/12 year UBND tỉnh")]
    [InlineData("Báo cáo UBND tỉnh kết quả; họp giao ban ngày 15 hằng tháng.", "UBND tỉnh")]
    [InlineData("Nếu có vướng mắc, báo cáo UBND tỉnh.", "")]
    [InlineData("Sở Nội vụ tổng hợp, báo cáo Chủ tịch UBND tỉnh xem xét, quyết định.", "")]
    [InlineData("Hỗ trợ báo cáo viên cho Trung tâm học tập cộng đồng.", "")]
    public void A_sentence_gives_its_reports(string sentence, string reports)
    {
        var plan = InReporting(sentence);

        Assert.Equal(reports, string.Join('|', plan.Reporting.Select(duty =>
            string.Join(' ', new[] { duty.DueDay is null ? null : $"{duty.DueDay}/{duty.DueMonth}", duty.DueYear?.ToString("0", null), duty.Every, duty.To }.Where(part => part is not null)))));
    }

    [Theory]
    [InlineData("Báo cáo UBND tỉnh trước 17 giờ ngày 20/12/2026.", true)]
    [InlineData("Báo cáo UBND tỉnh trước ngày 15/12.", true)]
    [InlineData("Báo cáo UBND tỉnh vào ngày 15/12.", false)]
    public void A_day_is_the_last_one_or_the_very_one(string sentence, bool isBefore) => Assert.Equal(isBefore, InReporting(sentence).Reporting.Single().IsBefore);

    [Theory]
    [InlineData("Báo cáo UBND xã trước ngày 25 hằng tháng.", "ngày 25 hằng tháng")]
    [InlineData("Báo cáo quý trước ngày 05 tháng đầu quý sau; năm trước ngày 10/01.", "ngày 05 tháng đầu quý sau")]
    [InlineData("Báo cáo UBND xã trước ngày 25 tháng 11.", null)]
    public void A_day_of_each_month_is_said_to_be_left_out(string sentence, string? day) =>
        Assert.Equal(day is null ? [] : [(DoubtKind.DayWithoutMonth, day)], InReporting(sentence).Doubts.Select(doubt => (doubt.Kind, doubt.Text)));

    [Theory]
    [InlineData("Quyết định s2053/QĐ-TTg ngày 13/11/2014 của Thủ tướng Chính phủ", "2053/QĐ-TTg 2014-11-13 Thủ tướng Chính phủ")]
    [InlineData("Quyết định số 1373 /QĐ-TTg của Thủ tướng Chính phủ ngày 30 tháng 7 năm 2021", "1373/QĐ-TTg 2021-07-30 Thủ tướng Chính phủ")]
    [InlineData("Kế hoạch số 900/KH-UBND ngày 01/12/2022 của Ủy ban nhân dân tỉnh về học tập", "900/KH-UBND 2022-12-01 Ủy ban nhân dân tỉnh")]
    [InlineData("các Quyết định số: 281/QĐ-TTg ngày 20/02/2014, 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ", "281/QĐ-TTg 2014-02-20 Thủ tướng Chính phủ|1373/QĐ-TTg 2021-07-30 Thủ tướng Chính phủ")]
    [InlineData("Quyết định số 281/QĐ-TTg ngày 20/02/2014; Kế hoạch số 9/KH-UBND của UBND tỉnh", "281/QĐ-TTg 2014-02-20|9/KH-UBND UBND tỉnh")]
    [InlineData("Chỉ thị số 11-CT/TW, ngày 13/4/2007", "11-CT/TW 2007-04-13")]
    [InlineData("Luật Ngân sách nhà nước và các quy định", "Luật Ngân sách nhà nước")]
    [InlineData("Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019", "43/2019/QH14 2019-06-14")]
    [InlineData("Công văn số 2458/SGDĐT ngày 31/02/2024", "2458/SGDĐT")]
    [InlineData("Hội Luật gia tỉnh, Đài PT-TH, ngày 18/11/2019, và/hoặc", "")]
    public void A_text_gives_the_documents_it_cites(string text, string cited)
    {
        var plan = PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\nCăn cứ {text};\n\nI. MỤC ĐÍCH\n\n- Một việc.");

        Assert.Equal(cited, string.Join('|', plan.LegalBases.Select(found =>
            string.Join(' ', new[] { found.Number, found.Date?.ToString("yyyy-MM-dd", null), found.Issuer }.Where(part => part is not null)))));
    }

    [Fact]
    public void Each_of_several_numbers_behind_one_type_is_of_that_type()
    {
        var plan = PlanReader.Read("KẾ HOẠCH\nNăm 2024\n\nCăn cứ các Quyết định số: 281/QĐ-TTg ngày 20/02/2014, số 1373/QĐ-TTg ngày 30/7/2021 và 387/QĐ-TTg;\n\nI. MỤC ĐÍCH\n\n- Một việc.");

        Assert.Equal(["quyết định", "quyết định", "quyết định"], plan.LegalBases.Select(cited => cited.Type));
    }

    private static PlanDocument InReporting(string sentence) => PlanReader.Read($"KẾ HOẠCH\nNăm 2024\n\nV. TỔ CHỨC THỰC HIỆN\n\n1. Chế độ báo cáo\n\n{sentence}");
}
