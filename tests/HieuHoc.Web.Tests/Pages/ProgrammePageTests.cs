using System.Net;
using HieuHoc.Access;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class ProgrammePageTests : PlanWalkTest
{
    [Fact]
    public async Task What_is_accepted_is_linked_as_the_page_suggested_and_the_programme_shows_it()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);
        Assert.Equal("citizen-share", page.Document.QuerySelector("#target-1-link option[selected]")!.GetAttribute("value"));
        Assert.Equal("Sở Giáo dục và Đào tạo tỉnh Quảng Trị", page.Document.GetElementById("assignment-1-agencies")!.GetAttribute("value"));

        foreach (var key in page.Document.QuerySelectorAll(".plan-item").Select(item => item.Id!).ToList())
        {
            page = await DecideAsync(agency, page, key, PlanVerdict.Accepted);
        }

        Assert.Contains("Xét bằng chỉ số: ", Item(page, "target-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("12/KH-UBND", (await PageAsync(agency, "/programme")).Main, StringComparison.Ordinal);
        await PressAsync(agency, page, "Xác nhận kế hoạch");

        var programme = await PageAsync(await AsAsync(Role.Leader), "/programme");
        Assert.Contains("UBND tỉnh Minh Họa · 12/KH-UBND · ", programme.Main, StringComparison.Ordinal);
        Assert.Contains(" · năm 2026 - 2030", programme.Main, StringComparison.Ordinal);
        Assert.Contains("phấn đấu 70 % vào năm 2030 12/KH-UBND, mục I.1", programme.Main, StringComparison.Ordinal);
        Assert.Contains("Tổ chức tuyên truyền về học tập suốt đời trên các phương tiện thông tin đại chúng.", programme.Main, StringComparison.Ordinal);
        Assert.StartsWith("/agencies/", programme.Document.QuerySelector("#duties ~ div a[href]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("chủ trì, phối hợp 12/KH-UBND, mục III.1 Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch.", programme.Main, StringComparison.Ordinal);
        Assert.Contains("Các sở, ban, ngành; Lưu: VT", programme.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agency_is_to_do_is_corrected_line_by_line()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);

        page = await DecideAsync(agency, page, "assignment-1", PlanVerdict.Corrected, ("duties", "Chủ trì triển khai Kế hoạch.\r\n\r\n Tổng hợp, báo cáo hằng năm. "));

        Assert.Equal(["Chủ trì triển khai Kế hoạch.", "Tổng hợp, báo cáo hằng năm."], page.Document.QuerySelectorAll("#assignment-1 > ul > li").Select(PageView.Words));
    }

    [Fact]
    public async Task The_programme_of_the_pack_is_shown_with_its_plan_and_every_target()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), "/programme");

        Assert.Contains("theo gói chương trình", page.Main, StringComparison.Ordinal);
        Assert.Contains("khoảng 35 % vào năm 2025", page.Main, StringComparison.Ordinal);
        // By the groups of the pack, each folded with the number of its targets.
        Assert.Equal(
            ["Xóa mù chữ và phổ cập giáo dục: 8 chỉ tiêu", "Năng lực và trình độ của người dân: 4 chỉ tiêu", "Hoạt động của các cơ sở giáo dục: 2 chỉ tiêu", "Mô hình và danh hiệu học tập: 3 chỉ tiêu"],
            page.Document.QuerySelectorAll("#targets ~ details:has(table) > summary").Select(PageView.Words));
        Assert.Equal([8, 4, 2, 3], page.Document.QuerySelectorAll("#targets ~ details tbody").Select(body => body.QuerySelectorAll("tr").Length));
    }

    [Fact]
    public async Task Long_parts_are_folded_until_asked_for_and_the_contents_lead_to_each_part()
    {
        var agency = await AsAsync(Role.CommuneOfficer);
        var (folded, open) = (await PageAsync(agency, "/programme"), await PageAsync(agency, "/programme?all=true"));

        Assert.NotEmpty(folded.Document.QuerySelectorAll("main details"));
        Assert.Empty(folded.Document.QuerySelectorAll("main details[open]"));
        Assert.Empty(open.Document.QuerySelectorAll("main details:not([open])"));
        var contents = folded.Document.QuerySelectorAll("nav[aria-label='Trên trang này'] a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["plans", "targets", "tasks", "duties", "money", "reports", "recipients"], contents);
        Assert.All(contents, id => Assert.NotNull(folded.Document.GetElementById(id)));
    }

    [Fact]
    public async Task A_target_that_is_linked_to_nothing_is_said_to_be_judged_by_nobody()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);
        page = await DecideAsync(agency, page, "target-1", PlanVerdict.Accepted, ("link", ""));

        foreach (var key in page.Document.QuerySelectorAll("[data-state=Open]").Select(item => item.Id!).ToList())
        {
            page = await DecideAsync(agency, page, key, PlanVerdict.Accepted);
        }

        await PressAsync(agency, page, "Xác nhận kế hoạch");

        Assert.Contains("70 % công dân đạt danh hiệu công dân học tập", (await PageAsync(agency, "/programme")).Main, StringComparison.Ordinal);
        Assert.Null(((PlanTarget)PlanContent.Parse((await Stored().PlanVersions.SingleAsync(Ct)).Content).Targets[0]).Link);
    }

    [Fact]
    public async Task A_name_that_means_no_agency_and_an_indicator_in_another_unit_are_refused_and_what_was_typed_stays()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(agency, "ke-hoach.txt", Plan);

        var nobody = await DecideAsync(agency, page, "assignment-1", PlanVerdict.Accepted, ("agencies", "Sở Mây"));
        var unfit = await DecideAsync(agency, page, "target-1", PlanVerdict.Accepted, ("link", "province-xmc-level"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (nobody.Status, unfit.Status));
        Assert.Contains("Có tên không trùng với một cơ quan nào", PageView.Words(nobody.Document.GetElementById("assignment-1_error")), StringComparison.Ordinal);
        Assert.Equal("Sở Mây", nobody.Document.GetElementById("assignment-1-agencies")!.GetAttribute("value"));
        Assert.Contains("Chỉ số này tính theo đơn vị khác", PageView.Words(unfit.Document.GetElementById("target-1_error")), StringComparison.Ordinal);
    }
}
