using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PlacePageTests : WalkTest
{
    private const string Citizens = "section.target[aria-labelledby='target_S4-T14']";

    [Fact]
    public async Task All_targets_of_the_plan_stand_under_its_headings_and_say_on_whom_they_are_measured()
    {
        var page = await PageAsync(await AsAsync(Role.StandingAgency), "/places/44");

        Assert.Equal(
            ["Xóa mù chữ và phổ cập giáo dục", "Năng lực và trình độ của người dân", "Hoạt động của các cơ sở giáo dục", "Mô hình và danh hiệu học tập"],
            page.Document.QuerySelectorAll("h2[id^=targets_]").Select(PageView.Words));
        Assert.Equal(17, page.Document.QuerySelectorAll("section.target").Length);
        Assert.Contains(
            "Chỉ tiêu giao cho cấp huyện; từ 01/7/2025 tính trên cấp xã, theo tỷ lệ xã, phường, đặc khu đạt chuẩn xóa mù chữ mức độ 2. Cách tính này chưa được",
            PageView.Words(page.Document.QuerySelector("[aria-labelledby='target_S4-T1']")), StringComparison.Ordinal);
        Assert.Contains("Lưu ý: Kế hoạch ghi nguyên văn", PageView.Words(page.Document.QuerySelector("[aria-labelledby='target_S4-T11']")), StringComparison.Ordinal);
        Assert.Contains("ít nhất mức độ 2 vào năm 2030", PageView.Words(page.Document.QuerySelector("[aria-labelledby='target_S4-T2']")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_round_has_asked_is_folded_away_and_what_is_known_stands_open()
    {
        var asked = await ReturnOfAsync(HaiLang);
        await ForgetRoundAsync();
        Given.Return(Given.Round("2026", Given.FormPack()), asked.SubjectId);

        var page = await PageAsync(await AsAsync(Role.StandingAgency), "/places/44");

        var folded = page.Document.QuerySelectorAll("main section > details section.target");
        Assert.Equal("Chỉ tiêu chưa có kỳ báo cáo nào hỏi số liệu: 2", PageView.Words(page.Document.QuerySelector("section[aria-labelledby=targets_institutions] summary")));
        Assert.Contains(folded, target => target.GetAttribute("aria-labelledby") == "target_S4-T12");
        Assert.DoesNotContain(folded, target => target.GetAttribute("aria-labelledby") is "target_S4-T14" or "target_S4-T2");
    }

    [Fact]
    public async Task A_commune_has_no_share_in_what_the_province_is_recognised_for()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), $"/places/{HaiLang}");

        Assert.NotNull(page.Document.QuerySelector(Citizens));
        Assert.Null(page.Document.QuerySelector("[aria-labelledby='target_S4-T2']"));
    }

    [Fact]
    public async Task While_communes_are_missing_the_number_is_provisional_and_the_verdict_waits()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        var target = page.Document.QuerySelector(Citizens)!;
        Assert.Equal("Tỉnh Quảng Trị, năm 2026", page.Heading);
        Assert.Matches(@"^\d{2},\d % Tạm tính trên 62/78 đơn vị đã được xác nhận số liệu\.", PageView.Words(target.QuerySelector(".key-figure")));
        Assert.Equal(["Chưa đủ số liệu", "Chưa đủ số liệu"], target.QuerySelectorAll(".state").Select(PageView.Words));
        Assert.Contains("Mới có số liệu năm 2026 được xác nhận của 62/78 đơn vị. Đủ số liệu mới kết luận.", PageView.Words(target), StringComparison.Ordinal);
        Assert.DoesNotContain("cần tăng", PageView.Words(target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_all_are_confirmed_the_verdict_is_said_with_its_numbers_and_what_each_year_must_bring()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        var target = page.Document.QuerySelector(Citizens)!;
        var share = decimal.Parse(PageView.Words(target.QuerySelector(".key-figure b")).Split(' ')[0].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["Chưa đủ số liệu", "Chậm tiến độ"], target.QuerySelectorAll(".state").Select(PageView.Words));
        Assert.Contains("78/78 đơn vị đã được xác nhận số liệu.", PageView.Words(target), StringComparison.Ordinal);
        Assert.Matches(
            @"\d{3}\.\d{3} công dân đạt danh hiệu trên \d\.\d{3}\.\d{3} người lớn là \d\d,\d %; mức phải đạt là 70 %\.", PageView.Words(target));
        var needed = target.QuerySelectorAll(".milestones > li > .hint").Single(hint => PageView.Words(hint).StartsWith("cần tăng", StringComparison.Ordinal));
        Assert.StartsWith("Chậm tiến độ ít nhất 70 % vào năm 2030", PageView.Words(needed.ParentElement), StringComparison.Ordinal);
        var perYear = ((70 - share) / 4).ToString("0.0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
        Assert.Equal($"cần tăng bình quân {perYear} điểm phần trăm mỗi năm", PageView.Words(needed));
    }

    [Fact]
    public async Task No_code_of_the_rules_language_is_left_in_the_reason()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        var reason = PageView.Words(page.Document.QuerySelector($"{Citizens} .explanation"));
        Assert.Contains("[Công dân đạt danh hiệu “Công dân học tập”]", reason, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"citizen|threshold|share|NotMet|\bor\b|\band\b", reason);
    }

    [Fact]
    public async Task The_map_leads_from_every_commune_to_its_rows_and_names_best_and_last()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44?indicator=family-share");

        var links = page.Document.QuerySelectorAll("svg.place-map a").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.Equal(78, links.Count);
        Assert.All(links, link => Assert.Matches(@"^/indicators/family-share/\d{5}\?year=2026$", link));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, links[0])).StatusCode);
        Assert.Equal("Tỷ lệ gia đình đạt danh hiệu “Gia đình học tập”", PageView.Words(page.Document.QuerySelector("#map")));
        Assert.Equal("family-share", page.Typed("Chỉ số trên bản đồ"));
        Assert.Matches(@"Cao nhất: .+ \(\d\d,\d %\); thấp nhất: .+ \(\d\d,\d %\)\.", page.Main);
    }

    [Fact]
    public async Task Who_is_not_confirmed_is_named_with_where_it_stands_and_a_link()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        var open = page.Document.QuerySelectorAll(".open-list li");
        Assert.Contains("16 đơn vị chưa được xác nhận số liệu", page.Main, StringComparison.Ordinal);
        Assert.Equal(16, open.Length);
        Assert.Contains(open, line => PageView.Words(line) == "Xã Hải Lăng Đang nhập");
        Assert.Contains(await AddressOfAsync(HaiLang), open.Select(line => line.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Nobody_is_left_to_name_once_all_are_confirmed()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        Assert.Contains("Tất cả các đơn vị đã được xác nhận số liệu.", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".open-list li"));
    }

    [Theory]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.AgencyLeader)]
    [InlineData(Role.Clerk)]
    public async Task Who_sees_no_commune_s_return_is_told_how_many_are_confirmed_and_not_that_all_are(Role role)
    {
        var page = await PageAsync(await AsAsync(role), "/places/44");

        Assert.Contains("62 trong 78 xã, phường, đặc khu đã được xác nhận số liệu", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Tất cả các đơn vị", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".open-list li"));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task A_commune_sees_its_own_place_without_a_map_of_others(Role role)
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(role);

        var own = await PageAsync(browser, $"/places/{HaiLang}");
        var neighbour = await PageAsync(browser, $"/places/{VinhDinh}");
        var province = await PageAsync(browser, "/places/44");

        Assert.Equal((HttpStatusCode.OK, "Xã Hải Lăng, năm 2026"), (own.Status, own.Heading));
        Assert.Contains("20,0 %", own.Main, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("svg.place-map"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (neighbour.Status, province.Status));
        Assert.Contains("Không có địa phương nào mang mã này", neighbour.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places/44?year=2025", HttpStatusCode.OK)]
    [InlineData("/places/44?year=2026", HttpStatusCode.OK)]
    [InlineData("/places/44?year=", HttpStatusCode.OK)]
    [InlineData("/places/44?year=0", HttpStatusCode.NotFound)]
    [InlineData("/places/44?year=-1", HttpStatusCode.NotFound)]
    [InlineData("/places/44?year=9999", HttpStatusCode.NotFound)]
    [InlineData("/places/44?year=99999", HttpStatusCode.NotFound)]
    [InlineData("/places/44?year=nay", HttpStatusCode.BadRequest)]
    [InlineData("/places/44?indicator=clan-share", HttpStatusCode.OK)]
    [InlineData("/places/44?indicator=khong-co", HttpStatusCode.NotFound)]
    [InlineData("/places/01", HttpStatusCode.NotFound)]
    [InlineData("/places/00004", HttpStatusCode.NotFound)]
    [InlineData("/places/99999", HttpStatusCode.NotFound)]
    [InlineData("/places/44@2025-07-01", HttpStatusCode.OK)]
    [InlineData("/places/44@hom-nay", HttpStatusCode.NotFound)]
    [InlineData("/places/44@0001-01-01", HttpStatusCode.NotFound)]
    [InlineData("/places/Qu%E1%BA%A3ng%20Tr%E1%BB%8B", HttpStatusCode.NotFound)]
    public async Task An_address_is_answered_or_refused_as_what_it_names(string address, HttpStatusCode expected)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, address);

        Assert.Equal(expected, page.Status);
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2027)]
    public async Task A_year_without_a_round_is_not_said_to_be_complete(int year)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/places/44?year={year}");

        Assert.Equal($"Tỉnh Quảng Trị, năm {year}", page.Heading);
        Assert.Contains("Năm này chưa có kỳ báo cáo nào.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Tất cả", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("0/0", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("0 / 0", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_years_that_have_figures_are_links_and_the_one_shown_is_marked()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44?year=2023");
        var ended = await PageAsync(browser, "/places/45@2025-06-30");

        var years = page.Document.QuerySelectorAll("nav[aria-label='Năm'] a");
        Assert.Equal(
            [("2026", null), ("2025", null), ("2024", null), ("2023", "page"), ("2022", null)],
            years.Select(year => (PageView.Words(year), year.GetAttribute("aria-current"))));
        Assert.Equal("Tỉnh Quảng Trị, năm 2026", (await PageAsync(browser, years[0].GetAttribute("href")!)).Heading);
        Assert.Equal(["2024", "2023", "2022"], ended.Document.QuerySelectorAll("nav[aria-label='Năm'] a").Select(PageView.Words));
    }

    [Fact]
    public async Task The_map_of_an_old_province_is_coloured_by_its_districts_and_says_why()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/45@2025-06-30?year=2023&indicator=family-share");

        var marks = page.Document.QuerySelectorAll(".place-map path[class^='map-']");
        var district = page.Document.QuerySelectorAll(".place-map a").Single(link => PageView.Words(link).StartsWith("Huyện Hải Lăng: ", StringComparison.Ordinal));
        var rows = await PageAsync(browser, district.GetAttribute("href")!);
        Assert.Equal(9, marks.Length);
        Assert.Contains("Chưa có ranh giới của các xã cũ, nên bản đồ vẽ theo huyện, thị xã, thành phố của thời kỳ", page.Main, StringComparison.Ordinal);
        Assert.Matches(@"Cao nhất: (Huyện|Thị xã|Thành phố) .+ \(\d\d,\d %\)", page.Main);
        Assert.StartsWith("Tỷ lệ gia đình đạt danh hiệu “Gia đình học tập”: Huyện Hải Lăng, năm 2023", rows.Heading, StringComparison.Ordinal);
        Assert.Equal("Huyện Hải Lăng: " + PageView.Words(rows.Document.QuerySelector(".key-figure b")), PageView.Words(district));
    }

    [Fact]
    public async Task A_year_before_it_began_leads_to_the_places_of_that_year()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44?year=2023&boundaries=Then");

        Assert.Contains("Năm 2023 chưa có đơn vị này. Số liệu theo địa giới của thời kỳ: Tỉnh Quảng Bình, Tỉnh Quảng Trị", page.Main, StringComparison.Ordinal);
        Assert.Equal(
            ["/places/44@2025-06-30?year=2023", "/places/45@2025-06-30?year=2023"],
            page.Document.QuerySelectorAll("main a[href*='@']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Before_the_first_round_the_place_has_no_numbers_and_says_so()
    {
        await ForgetRoundAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44");

        Assert.Contains("Năm này chưa có kỳ báo cáo nào.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_of_an_earlier_day_leads_on_to_that_day_and_not_to_todays_holder_of_its_code()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44@2025-07-01");

        Assert.All(
            page.Document.QuerySelectorAll("main tbody th a"),
            link => Assert.Contains("/44@2025-07-01?", link.GetAttribute("href"), StringComparison.Ordinal));
    }
}
