using System.Net;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class ImportPagesTests : ImportPagesTest
{
    private const string History = "/import/history";

    [Fact]
    public async Task A_person_finds_the_lists_that_are_theirs_from_the_page_of_a_place()
    {
        var agency = await AsAsync(Role.StandingAgency);
        var commune = await AsAsync(Role.CommuneOfficer);

        Assert.Contains((await PageAsync(agency, $"/places/{HaiLang}")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/import");
        Assert.Equal(["Cơ quan, tổ chức", "Phân loại khu vực của xã", "Số liệu các năm trước", "Danh sách thôn, bản, tổ dân phố"], await ListsAsync(agency));
        Assert.Equal(["Danh sách tài khoản", "Cơ quan, tổ chức"], await ListsAsync(await AsAsync(Role.Administrator)));
        Assert.Equal(["Danh sách tài khoản", "Danh sách thôn, bản, tổ dân phố"], await ListsAsync(commune));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(commune, History)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(await AsAsync(Role.CommuneLeader), "/import")).StatusCode);
    }

    [Fact]
    public async Task The_form_is_downloaded()
    {
        var answer = await GetAsync(await AsAsync(Role.StandingAgency), History + "?handler=Empty");

        Assert.Equal("mau-history.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("Mã đơn vị", ExcelTable.Read(await answer.Content.ReadAsStreamAsync(Ct)).First().Cells);
    }

    [Fact]
    public async Task An_upload_is_shown_line_by_line_and_writes_nothing_until_it_is_accepted()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var figures = await FiguresAsync();
        var page = await UploadAsync(browser, "2020", ["Mã đơn vị", "family.total"], [HaiLang + "@2026-01-01", 1234], ["1", 5]);

        Assert.Contains("Chưa có gì được ghi", page.Main, StringComparison.Ordinal);
        Assert.Equal("Cần sửa (1)", PageView.Words(page.Document.GetElementById("lines")));
        Assert.Contains("Ô A3: không có đơn vị nào mang mã “1”", page.Main, StringComparison.Ordinal);
        Assert.Equal(figures, await FiguresAsync());

        var fresh = await PageAsync(browser, page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Thêm mới (1)").GetAttribute("href")!);
        var (address, fields) = fresh.Press("Lấy các dòng đã chọn ở đây");
        fields.RemoveAll(field => field.Name is "Source");
        fields.Add(("Source", "Báo cáo số 1"));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        var taken = await PageAsync(browser, answer.Headers.Location!.ToString());

        Assert.Contains("Đã ghi 1 mục từ tệp.", taken.Main, StringComparison.Ordinal);
        Assert.Contains("Đã có, không đổi (1)", taken.Main, StringComparison.Ordinal);
        Assert.Equal(figures + 1, await FiguresAsync());
        Assert.Contains("Báo cáo số 1", await Stored().FigureSources.Select(source => source.Title).ToListAsync(Ct));
    }

    [Fact]
    public async Task Without_a_source_nothing_is_taken_and_what_was_ticked_stays()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var figures = await FiguresAsync();
        var page = await UploadAsync(browser, "2020", ["Mã đơn vị", "family.total"], [HaiLang + "@2026-01-01", 1234]);

        var refused = await PressAsync(browser, page, "Lấy các dòng đã chọn ở đây");

        Assert.Equal((HttpStatusCode.BadRequest, 1), (refused.Status, refused.Errors.Count));
        Assert.True(refused.Document.QuerySelector("input[name=Chosen]")!.HasAttribute("checked"));
        Assert.Equal(figures, await FiguresAsync());
    }

    [Fact]
    public async Task What_is_wrong_stands_in_a_copy_of_the_own_file()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await UploadAsync(browser, "2020", ["Mã đơn vị", "family.total"], ["1", 5]);

        var copy = await GetAsync(browser, page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Tải bản tệp có ghi chỗ cần sửa").GetAttribute("href")!);

        Assert.Equal("danh-sach.xlsx", copy.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.StartsWith("Ô A2", (string)ExcelTable.Read(await copy.Content.ReadAsStreamAsync(Ct)).ElementAt(1).Cells[2]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_beside_its_field()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var table = await UploadAsync(browser, "", ["Tên", "Tuổi"], ["a", 1]);
        var year = await UploadAsync(browser, "hôm qua", ["Mã đơn vị", "family.total"], ["1", 5]);
        var none = await PressAsync(browser, await PageAsync(browser, History), "Xem thay đổi");

        Assert.StartsWith("Không tìm thấy bảng trong tệp", PageView.Words(table.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, 1), (year.Status, year.Errors.Count));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (none.Status, none.Errors.Count));
    }

    [Fact]
    public async Task A_commune_takes_over_the_list_of_its_villages()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await UploadAsync(
            browser, null, "/import/villages", ["Mã xã", "Loại", "Tên thôn", "Từ ngày"], [HaiLang, "thôn", "Mới Nhập", "01/09/2026"], ["19429", "thôn", "Nơi Khác", "01/09/2026"]);
        Assert.Contains("Cần sửa (1)", page.Main, StringComparison.Ordinal);
        var taken = await PressAsync(browser, page, "Lấy tất cả dòng thêm mới và thay đổi (1)");

        Assert.Contains("Đã ghi 1 mục từ tệp.", taken.Main, StringComparison.Ordinal);
        Assert.Contains("Thôn Mới Nhập", (await PageAsync(browser, $"/places/{HaiLang}/villages")).Main, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.Administrator)]
    public async Task An_agency_that_was_listed_is_on_the_pages_of_agencies_with_who_listed_it(Role role)
    {
        var browser = await AsAsync(role);
        Assert.Contains((await PageAsync(browser, "/agencies")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/import/agencies");

        var page = await UploadAsync(
            browser, null, "/import/agencies",
            ["Địa bàn", "Loại", "Tên đơn vị", "Trực thuộc", "Căn cứ"], [HaiLang, "Trường học", "Trường THCS Mẫu", "UBND xã Hải Lăng", "QĐ 1"], ["1", "Trường học", "Trường THCS Mẫu", "", "QĐ 1"]);
        Assert.Contains("Ô A3: không có tỉnh, xã, phường, đặc khu nào là “1”", page.Main, StringComparison.Ordinal);
        var taken = await PressAsync(browser, page, "Lấy tất cả dòng thêm mới và thay đổi (1)");
        var found = await PageAsync(browser, "/agencies?q=thcs mau");
        var shown = await PageAsync(browser, found.Document.QuerySelector("main th a")!.GetAttribute("href")!);

        Assert.Contains("Đã ghi 1 mục từ tệp.", taken.Main, StringComparison.Ordinal);
        Assert.Contains("Trường học · Chưa đối chiếu", shown.Main, StringComparison.Ordinal);
        Assert.Contains("Trực thuộc", shown.Main, StringComparison.Ordinal);
        Assert.Equal(["Nhập danh sách cơ quan, tổ chức"], shown.Document.QuerySelectorAll("section.history strong").Select(PageView.Words));
    }

    [Fact]
    public async Task Agencies_are_listed_by_nobody_else()
    {
        var commune = await AsAsync(Role.CommuneOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(commune, "/import/agencies")).StatusCode);
        Assert.DoesNotContain((await PageAsync(commune, "/agencies")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/import/agencies");
    }

    [Fact]
    public async Task Households_of_a_village_are_taken_over_and_stand_on_its_page_with_their_source()
    {
        var village = Given.Place("Mới Đếm", under: (await Stored().PlaceByCodeAsync(HaiLang, Clock.Now.Day, Ct))!.Id);
        var browser = await AsAsync(Role.StandingAgency);
        var before = await PageAsync(browser, $"/villages/{village}");
        var page = await UploadAsync(browser, "2025", ["Mã xã", "Thôn", "Số hộ", "Số nhân khẩu"], [HaiLang, "Mới Đếm", 1120, 4455]);

        var (address, fields) = page.Press("Lấy các dòng đã chọn ở đây");
        fields.RemoveAll(field => field.Name is "Source");
        fields.Add(("Source", "Danh sách thôn của xã"));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        var after = await PageAsync(await AsAsync(Role.CommuneOfficer), $"/villages/{village}");

        Assert.Null(before.Document.GetElementById("figures"));
        Assert.Equal(
            ["Số hộ (hộ) 1.120 2025 Danh sách thôn của xã", "Số nhân khẩu (người) 4.455 2025 Danh sách thôn của xã"],
            after.Document.QuerySelectorAll("[aria-labelledby=figures] tbody tr").Select(PageView.Words));
    }

    private async Task<IReadOnlyList<string>> ListsAsync(HttpClient browser) =>
        [.. (await PageAsync(browser, "/import")).Document.QuerySelectorAll("main h2").Select(PageView.Words)];

    private async Task<int> FiguresAsync() => await Stored().Figures.CountAsync(Ct);

    private Task<PageView> UploadAsync(HttpClient browser, string? period, params object[][] rows) => UploadAsync(browser, period, History, rows);
}
