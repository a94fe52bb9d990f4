using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using HieuHoc.Papers;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>A list from Excel, brought through its page.</summary>
public abstract class ImportPagesTest : WalkTest
{
    /// <summary>Uploads a table, and shows what the site answers.</summary>
    protected static async Task<PageView> UploadAsync(HttpClient browser, string? period, string address, params object[][] rows)
    {
        var token = (await PageAsync(browser, address)).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(Workbook(rows));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{Guid.CreateVersion7()}"), "NewId" },
            { new StringContent(period ?? ""), "Period" },
            { file, "Upload", "danh-sach.xlsx" },
        };
        var answer = await browser.PostAsync(new Uri(address + "?handler=Upload", UriKind.Relative), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }

    private static byte[] Workbook(object[][] rows)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(
            new Workbook([new Sheet
            {
                Name = "Bảng",
                Columns = [.. rows[0].Select(heading => new SheetColumn((string)heading, 20, SheetFormat.Shortest))],
                Rows = rows.Skip(1).Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(cell => cell is int number ? SheetCell.Number(number) : SheetCell.Text(string.Create(CultureInfo.InvariantCulture, $"{cell}")))]),
            }]),
            file);

        return file.ToArray();
    }
}
