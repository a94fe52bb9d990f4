using System.Net;
using System.Net.Http.Headers;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class WorkbookPagesTests : WalkTest
{
    [Fact]
    public async Task The_workbook_comes_filled_with_what_is_there_and_last_year()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var answer = await GetAsync(browser, await AddressAsync() + "?handler=Empty");

        Assert.Equal($"so-lieu-2026-{HaiLang}.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var rows = ExcelTable.Read(await answer.Content.ReadAsStreamAsync(Ct), "Số liệu").ToList();
        Assert.Contains(rows, row => row.Cells[0] as string == "family.total" && row.Cells[2] is decimal && row.Cells[3] is decimal);
        Assert.Contains(rows, row => row.Cells.Contains($"Mã tệp: 2026 / {HaiLang}"));
    }

    [Fact]
    public async Task An_upload_shows_each_cell_that_would_change_and_writes_nothing()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await UploadAsync(browser, Workbook(("clan.total", 52), ("unit.total", 21)));

        Assert.Equal(["Dòng họ học tập: Tổng số", "Đơn vị học tập: Tổng số"], page.Document.QuerySelectorAll("main tbody th").Select(PageView.Words));
        Assert.Contains("Chưa có gì được ghi", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("clan.total", await AnswersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_taken_or_what_stays_ticked()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await UploadAsync(browser, Workbook(("clan.total", 52), ("unit.total", 21)));

        var (address, fields) = page.Press("Lấy các số đã chọn");
        fields.RemoveAll(field => field.Value.EndsWith("|unit.total", StringComparison.Ordinal));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        var taken = await PageAsync(browser, answer.Headers.Location!.ToString());

        Assert.Contains("Đã lấy 1 ô số liệu từ tệp.", taken.Main, StringComparison.Ordinal);
        Assert.Equal(["Đơn vị học tập: Tổng số"], taken.Document.QuerySelectorAll("main tbody th").Select(PageView.Words));
        Assert.Contains("\"clan.total\":52", await AnswersAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("unit.total", await AnswersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_stands_in_a_copy()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await UploadAsync(browser, Workbook(("clan.total", "12,5"), ("unit.total", 21)));

        var copy = await GetAsync(browser, page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Tải bản tệp có ghi chỗ cần sửa").GetAttribute("href")!);

        Assert.Contains("Chỗ cần sửa trong tệp (1) Ô B2: “12,5” không phải số nguyên không âm.", page.Main, StringComparison.Ordinal);
        Assert.Equal("so-lieu.xlsx", copy.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.StartsWith("Ô B2", (string)ExcelTable.Read(await copy.Content.ReadAsStreamAsync(Ct)).ElementAt(1).Cells[2]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_beside_the_field()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await UploadAsync(browser, "Không phải bảng tính"u8.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Không đọc được tệp như một bảng tính Excel.", PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_page_says_so()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PressAsync(browser, await PageAsync(browser, await AddressAsync()), "Xem thay đổi");

        Assert.Equal((HttpStatusCode.BadRequest, 1), (page.Status, page.Errors.Count));
    }

    [Fact]
    public async Task What_somebody_typed_meanwhile_is_not_overwritten_and_both_values_are_shown()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await UploadAsync(browser, Workbook(("clan.total", 52)));
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);

        var refused = await PressAsync(browser, page, "Lấy các số đã chọn");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Single(refused.Document.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task The_page_is_found_from_the_return_and_closed_to_those_who_do_not_type()
    {
        var officer = await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressOfAsync(HaiLang));
        var leader = await AsAsync(Role.CommuneLeader);

        Assert.Contains(officer.Document.QuerySelectorAll("main a"), link => PageView.Words(link) == "Điền bằng Excel");
        Assert.DoesNotContain((await PageAsync(leader, await AddressOfAsync(HaiLang))).Document.QuerySelectorAll("main a"), link => PageView.Words(link) == "Điền bằng Excel");
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(leader, await AddressAsync())).StatusCode);
    }

    [Fact]
    public async Task A_commune_fills_one_workbook_for_its_villages()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var list = await PageAsync(browser, "/returns?round=2026-thon");
        var address = list.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Điền số liệu các thôn bằng Excel").GetAttribute("href")!;

        var empty = ExcelTable.Read(await (await GetAsync(browser, address + "?handler=Empty")).Content.ReadAsStreamAsync(Ct), "Số liệu").ToList();

        Assert.Equal("Thôn, bản, tổ dân phố", empty.Single(row => row.Cells[0] as string == "Số hiệu thôn").Cells[1]);
        Assert.Equal(list.Document.QuerySelectorAll("main tbody tr").Length, empty.Count(row => row.Cells.ElementAtOrDefault(1) is string name && name.Contains("(minh họa)", StringComparison.Ordinal)));
    }

    private async Task<string> AddressAsync() => await AddressOfAsync(HaiLang) + "/workbook";

    private async Task<string> AnswersAsync()
    {
        var id = (await ReturnOfAsync(HaiLang)).Id;
        var text = await Stored().ReturnVersions.Where(version => version.ReturnId == id).Select(version => version.Answers).SingleAsync(Ct);

        return text.Replace(" ", "", StringComparison.Ordinal);
    }

    private static byte[] Workbook(params (string Cell, object Value)[] cells)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(
            new Workbook([new Sheet
            {
                Name = "Bảng",
                Columns = [new SheetColumn("Mã ô", 20, SheetFormat.Text), new SheetColumn("Số liệu", 20, SheetFormat.Shortest)],
                Rows = cells.Select(cell => (IReadOnlyList<SheetCell>)[SheetCell.Text(cell.Cell), cell.Value is int number ? SheetCell.Number(number) : SheetCell.Text($"{cell.Value}")]),
            }]),
            file);

        return file.ToArray();
    }

    private async Task<PageView> UploadAsync(HttpClient browser, byte[] content)
    {
        var address = await AddressAsync();
        var token = (await PageAsync(browser, address)).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{Guid.CreateVersion7()}"), "NewId" },
            { file, "Upload", "so-lieu.xlsx" },
        };
        var answer = await browser.PostAsync(new Uri(address + "?handler=Upload", UriKind.Relative), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }
}
