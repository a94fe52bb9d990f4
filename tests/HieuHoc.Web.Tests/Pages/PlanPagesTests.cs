using System.Net;
using HieuHoc.Access;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PlanPagesTests : PlanWalkTest
{
    [Fact]
    public async Task A_plan_is_uploaded_and_shown_beside_what_was_read()
    {
        var agency = await AsAsync(Role.StandingAgency);
        Assert.Contains("Chưa có kế hoạch nào", (await PageAsync(agency, "/plans")).Main, StringComparison.Ordinal);

        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);

        Assert.Equal("Xây dựng xã hội học tập giai đoạn 2026-2030", page.Heading);
        Assert.Contains("Đã xem 0 trên 8 nội dung", page.Main, StringComparison.Ordinal);
        Assert.Equal(8, page.Document.QuerySelectorAll(".plan-item").Length);
        Assert.Contains("70 % công dân đạt danh hiệu công dân học tập · phấn đấu · đến năm 2030", Item(page, "target-1"), StringComparison.Ordinal);
        // The item leads to its place in the document, whose words are those of the plan.
        var run = page.Document.QuerySelectorAll(".plan-text span").First(span => span.GetAttribute("data-items")!.Split(' ').Contains("target-1"));
        Assert.Contains("70%", PageView.Words(run), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById("at-target-1"));
        Assert.Contains("Đã xem 0 trên 8 nội dung", (await PageAsync(agency, "/plans")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XÃ HẢI LĂNG", "Kế hoạch này chỉ áp dụng cho Xã Hải Lăng")]
    [InlineData("TỈNH LẠNG SƠN", "UBND tỉnh Lạng Sơn không thuộc tỉnh của chương trình này")]
    public async Task A_plan_of_a_commune_or_of_another_province_says_so_before_anybody_looks_at_its_items(string issuer, string sentence)
    {
        var page = await UploadAsync(await AsAsync(Role.StandingAgency), "ke-hoach.txt", Plan.Replace("TỈNH MINH HỌA", issuer, StringComparison.Ordinal));

        Assert.Contains(sentence, page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_no_file_is_pasted()
    {
        var agency = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(agency, await PageAsync(agency, "/plans/new"), "Đọc kế hoạch", ("Hoặc dán toàn văn (không bắt buộc)", Plan));

        Assert.Equal("Xây dựng xã hội học tập giai đoạn 2026-2030", page.Heading);
    }

    [Fact]
    public async Task What_is_no_plan_is_refused_beside_its_field_and_what_was_pasted_stays()
    {
        var agency = await AsAsync(Role.StandingAgency);

        var none = await PressAsync(agency, await PageAsync(agency, "/plans/new"), "Đọc kế hoạch");
        var letter = await PressAsync(agency, await PageAsync(agency, "/plans/new"), "Đọc kế hoạch", ("Hoặc dán toàn văn (không bắt buộc)", "Giấy mời họp."));
        var broken = await UploadAsync(agency, "ke-hoach.pdf", "%PDF-1.7 hỏng");

        Assert.Equal((HttpStatusCode.BadRequest, 1), (none.Status, none.Errors.Count));
        Assert.Contains("Không tìm thấy mục tiêu, nhiệm vụ hay phân công nào", PageView.Words(letter.Document.GetElementById("Pasted_error")), StringComparison.Ordinal);
        Assert.Equal("Giấy mời họp.", letter.Typed("Hoặc dán toàn văn (không bắt buộc)"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (broken.Status, broken.Errors.Count));
        Assert.Equal(0, await Stored().Plans.CountAsync(Ct));
    }

    [Fact]
    public async Task A_target_that_no_indicator_measures_gets_one_of_the_province_s_own_and_goes_on_as_a_person_says()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var plan = (await UploadAsync(agency, "ke-hoach.txt", Plan)).Document.QuerySelector("a[href$='/measure/target-2']")!.GetAttribute("href")!;
        var page = await PageAsync(agency, plan);
        Assert.Contains("Gắn chỉ số cho chỉ tiêu trước", page.Main, StringComparison.Ordinal);

        var unsaid = await PressAsync(agency, page, "Lập và gắn chỉ số", ("Tên chỉ số", "Gia đình học tập thí điểm"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (unsaid.Status, unsaid.Errors.Count));
        Assert.Equal("Gia đình học tập thí điểm", unsaid.Typed("Tên chỉ số"));

        page = await PressAsync(agency, unsaid, "Lập và gắn chỉ số",
            ("Đếm cái gì", "Gia đình đạt thí điểm"), ("Trên tổng số nào (với tỷ lệ)", "Gia đình đăng ký thí điểm"), ("Đơn vị tính của mục mới (không bắt buộc)", "gia đình"));
        Assert.Contains("Xét bằng chỉ số: Gia đình học tập thí điểm", Item(page, "target-2"), StringComparison.Ordinal);

        page = await PageAsync(agency, plan);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync(agency, page, "Lưu cách đo tiếp")).Status);
        page = await PressAsync(agency, page, "Lưu cách đo tiếp", ("Ai quyết định, vì sao", "Thông báo 12/TB-UBND"));
        Assert.Contains("Khép lại từ ngày 01/07/2025: Thông báo 12/TB-UBND", Item(page, "target-2"), StringComparison.Ordinal);

        page = await PressAsync(agency, await PageAsync(agency, plan), "Bỏ cách đo tiếp");
        Assert.DoesNotContain("Khép lại", Item(page, "target-2"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(agency, plan.Replace("target-2", "task-1", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task A_person_accepts_corrects_drops_adds_undoes_and_confirms()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);

        page = await DecideAsync(agency, page, "target-1", PlanVerdict.Accepted);
        Assert.Contains("Đúng", Item(page, "target-1"), StringComparison.Ordinal);
        page = await DecideAsync(agency, page, "target-2", PlanVerdict.Corrected, ("value", "65,5"), ("qualifier", "AtLeast"));
        Assert.Contains("65,5 % gia đình được công nhận gia đình học tập · ít nhất", Item(page, "target-2"), StringComparison.Ordinal);
        Assert.Contains("Máy đọc: 60 % gia đình", Item(page, "target-2"), StringComparison.Ordinal);
        page = await DecideAsync(agency, page, "task-2", PlanVerdict.Dropped);
        Assert.Contains("Đã bỏ", Item(page, "task-2"), StringComparison.Ordinal);
        page = await PressAsync(agency, page, "Hoàn tác");
        Assert.Contains("Chưa xem", Item(page, "task-2"), StringComparison.Ordinal);
        page = await PressAsync(agency, page, "Đúng cả 2 mục không có gì cần xem kỹ");
        Assert.Contains("Đúng", Item(page, "task-2"), StringComparison.Ordinal);
        page = await AddAsync(agency, page, PlanItemKind.Task, ("clause", "II.3"), ("text", "Biểu dương gương tự học."));
        Assert.Contains("Mục II.3", page.Main.Replace("Thêm mới", "", StringComparison.Ordinal) + PageView.Words(page.Document.QuerySelector("[id^=added-]")), StringComparison.Ordinal);

        foreach (var open in page.Document.QuerySelectorAll("[data-state=Open]").Select(item => item.Id!).ToList())
        {
            page = await DecideAsync(agency, page, open, PlanVerdict.Accepted);
        }

        page = await PressAsync(agency, page, "Xác nhận kế hoạch");
        Assert.Contains("Kế hoạch đã được xác nhận", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".plan-item form"));
        var content = PlanContent.Parse((await Stored().PlanVersions.SingleAsync(Ct)).Content);
        Assert.Equal((65.5m, 3), (content.Targets[1].Value, content.Tasks.Count));

        page = await PressAsync(agency, page, "Mở lại để sửa");
        var refused = await PressAsync(agency, page, "Xác nhận kế hoạch");
        Assert.Equal((HttpStatusCode.BadRequest, 1), (refused.Status, refused.Errors.Count));
        page = await PressAsync(agency, refused, "Xác nhận kế hoạch", ("Lý do sửa", "Đọc lại bản ký"));
        Assert.Equal(["Xác nhận kế hoạch", "Mở lại kế hoạch để sửa", "Xác nhận kế hoạch"], page.Document.QuerySelectorAll("section.history strong").Select(PageView.Words).Take(3));
    }

    [Fact]
    public async Task What_cannot_stand_is_refused_at_its_item_and_what_was_typed_stays()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);

        var refused = await DecideAsync(agency, page, "target-1", PlanVerdict.Corrected, ("value", "bảy mươi"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Có số hoặc ngày không đọc được", PageView.Words(refused.Document.GetElementById("target-1_error")), StringComparison.Ordinal);
        Assert.Equal("bảy mươi", refused.Document.GetElementById("target-1-value")!.GetAttribute("value"));
        Assert.True(refused.Document.QuerySelector("#target-1 details[data-correct]")!.HasAttribute("open"));
        Assert.Equal(0, await Stored().PlanDecisions.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_two_who_decide_of_one_item_the_second_is_told()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);
        await DecideAsync(agency, page, "target-1", PlanVerdict.Dropped);

        var second = await DecideAsync(agency, page, "target-1", PlanVerdict.Accepted);

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Người khác vừa quyết định nội dung này", second.Main, StringComparison.Ordinal);
        Assert.Contains("Đã bỏ", Item(second, "target-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found()
    {
        var agency = await AsAsync(Role.StandingAgency);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(agency, $"/plans/{Guid.CreateVersion7()}")).StatusCode);
    }
}
