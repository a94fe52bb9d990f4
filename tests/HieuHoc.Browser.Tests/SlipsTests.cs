using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Papers;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>Accounts from a list, and the slips on which their people get the first password.</summary>
public sealed class SlipsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Phone = 360;

    // A4 without its margins, as the browser prints it.
    private const int Paper = 718;

    [Fact]
    public async Task From_the_list_to_slips_that_read_well_on_a_phone_and_on_paper()
    {
        var page = await AsAsync(Role.Administrator);
        await page.GotoAsync("/import/accounts");
        await page.Locator("[name=Upload]").SetInputFilesAsync(List());
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem thay đổi" }).ClickAsync();
        await PicturesAsync(page, "accounts-held");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy tất cả dòng thêm mới và thay đổi (6)" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "In phiếu mật khẩu ban đầu" }).ClickAsync();
        await PicturesAsync(page, "slips-before");
        await AxeFindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo mật khẩu và hiện phiếu (6)" }).ClickAsync();

        await Assertions.Expect(page.Locator(".slip")).ToHaveCountAsync(6);
        await AxeFindsNothingAsync(page);
        await page.SetViewportSizeAsync(Phone, 740);
        Assert.Equal(Phone, await WidthAsync(page));
        await PictureAsync(page, "slips-360");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(Paper, 1000);
        Assert.Equal(Paper, await WidthAsync(page));
        await Assertions.Expect(page.Locator(".screen")).ToBeHiddenAsync();
        await PictureAsync(page, "slips-paper");

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync(page.Url);
        await PicturesAsync(page, "slips-after");
        await AxeFindsNothingAsync(page);
    }

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    private string List()
    {
        var file = Path.Combine(Folder, "tai-khoan.xlsx");
        using var content = File.Create(file);
        ExcelPaper.Write(
            new Workbook([new Sheet
            {
                Name = "Danh sách",
                Columns = [.. new[] { "Vai trò", "Mã đơn vị", "Cơ quan", "Tên hiển thị", "Tên đăng nhập" }.Select(heading => new SheetColumn(heading, 30, SheetFormat.Text))],
                Rows =
                [
                    Row("Cán bộ cấp xã", DemoPeople.CommuneCode, "", "Cán bộ Văn hóa – Xã hội", "canbo.moi"),
                    Row("Lãnh đạo cấp xã", DemoPeople.CommuneCode, "", "Phó Chủ tịch Ủy ban nhân dân phụ trách văn hóa, giáo dục, Xã Hải Lăng", "phochutich.vanhoa.giaoduc.xahailang2026"),
                    .. Enumerable.Range(1, 4).Select(number => Row("Cán bộ cơ quan", "44", "quang-tri.so-noi-vu", $"Chuyên viên {number}, Sở Nội vụ", $"sonoivu.{number}")),
                ],
            }]),
            content);

        return file;
    }

    private static IReadOnlyList<SheetCell> Row(params string[] cells) => [.. cells.Select(cell => SheetCell.Text(cell))];
}
