using System.IO.Compression;
using System.Net;
using System.Text;
using HieuHoc.Access;
using HieuHoc.PlanReading.Tests.Files;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>Files that cannot be read as a plan: each ends in a sentence beside the field that says what to do, and nothing of it is kept.</summary>
public sealed class BadPlansTests : PlanWalkTest
{
    private const string NoTool = "Máy chủ chưa có chương trình pdftotext";

    [Fact]
    public Task A_text_of_three_hundred_pages() =>
        RefusedAsync("dai.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Nội dung của kế hoạch.\n", 30_000))), "Tệp dài hơn 200 trang");

    [Fact]
    public Task A_PDF_of_three_hundred_pages() => RefusedAsync("dai.pdf", GivenPdf.Of([.. Enumerable.Repeat("Nội dung", 300)]), OfPdf("Tệp dài hơn 200 trang"));

    [Fact]
    public Task A_PDF_with_a_password() => RefusedAsync("khoa.pdf", GivenPdf.Locked(), OfPdf("Tệp đang đặt mật khẩu"));

    [Fact]
    public Task A_PDF_of_pictures() => RefusedAsync("quet.pdf", GivenPdf.Of(""), OfPdf("Tệp PDF chỉ có ảnh chụp"));

    [Fact]
    public Task A_Word_file_with_a_picture_from_elsewhere() => RefusedAsync(
        "lien-ket.docx",
        GivenWord.Of([GivenWord.Paragraph("KẾ HOẠCH")], main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example.org/a.png"))),
        "Tệp lấy hình hoặc phần nội dung từ nơi khác");

    [Fact]
    public Task A_Word_file_with_macros() => RefusedAsync("macro.docx", WithMacros(), "Tệp có chứa macro");

    private static byte[] WithMacros()
    {
        using var stream = new MemoryStream();
        stream.Write(GivenWord.Of(GivenWord.Paragraph("KẾ HOẠCH")));

        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var program = zip.CreateEntry("word/vbaProject.bin").Open();
            program.Write([1, 2, 3]);
        }

        return stream.ToArray();
    }

    /// <summary>Where the tool is not installed, that is what is told of any PDF.</summary>
    private static string OfPdf(string says) => GivenPdf.CanBeRead ? says : NoTool;

    private async Task RefusedAsync(string name, byte[] content, string says)
    {
        var agency = await AsAsync(Role.StandingAgency);

        var page = await UploadAsync(agency, name, content);

        Assert.Equal((HttpStatusCode.BadRequest, 1), (page.Status, page.Errors.Count));
        Assert.StartsWith(says, PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await Stored().Plans.CountAsync(Ct), await Stored().Attachments.CountAsync(Ct)));
    }
}
