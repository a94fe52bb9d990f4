using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>Files that nobody should have sent: each ends in a sentence that says what to do, and nothing of it is kept.</summary>
public sealed class BadUploadsTests : WalkTest
{
    private const int Megabyte = 1_048_576;

    [Fact]
    public async Task Two_hundred_megabytes_are_told_to_be_too_large()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageView.OfAsync(await UploadAsync(browser, "lon.xlsx", new Zeros(200L * Megabyte)), Ct);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Tệp quá lớn"), (page.Status, page.Heading));
        Assert.Contains("chọn tệp nhỏ hơn 10 MB", page.Main, StringComparison.Ordinal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_file_just_too_large_is_told_beside_the_field()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageView.OfAsync(await UploadAsync(browser, "lon.xlsx", new ByteArrayContent(new byte[(10 * Megabyte) + 1])), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("10 MB", PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phim.mp4", "Không đọc được tệp như một bảng tính Excel.")]
    [InlineData("so-lieu.xls", "Không đọc được tệp như một bảng tính Excel.")]
    [InlineData("so-lieu.xlsm", "Tệp có chứa macro")]
    public async Task Another_kind_of_file_is_refused(string name, string says) => await RefusedAsync(name, "không phải bảng tính"u8.ToArray(), says);

    [Fact]
    public Task A_packed_file_that_unpacks_to_far_more_is_refused() => RefusedAsync("bom.xlsx", With("xl/media/bomb.bin", new byte[64 * Megabyte]), "Nội dung bên trong tệp quá lớn");

    [Fact]
    public Task A_workbook_with_macros_is_refused_however_it_is_called() => RefusedAsync("so-lieu.xlsx", With("xl/vbaProject.bin", [1, 2, 3]), "Tệp có chứa macro");

    [Fact]
    public Task A_damaged_workbook_is_refused() => RefusedAsync("hong.xlsx", With("xl/workbook.xml", "<workbook"u8.ToArray()), "Không đọc được tệp");

    [Fact]
    public async Task A_connection_that_is_lost_in_mid_upload_leaves_nothing_behind()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AddressOfAsync(HaiLang) + "/workbook";
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "?handler=Upload");
        using var half = new CancellationTokenSource();
        using var form = await FormAsync(browser, "dut.xlsx", new BreakingOff(half));
        request.Content = form;

        await Assert.ThrowsAnyAsync<Exception>(() => browser.SendAsync(request, half.Token));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, address)).StatusCode);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    private async Task RefusedAsync(string name, byte[] content, string says)
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageView.OfAsync(await UploadAsync(browser, name, new ByteArrayContent(content)), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(says, PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    /// <summary>A good workbook with one part more, or with other words in it.</summary>
    private static byte[] With(string part, byte[] content)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(new Workbook([new Sheet { Name = "Bảng", Columns = [new SheetColumn("Mã ô", 9, SheetFormat.Text)], Rows = [] }]), file);
        var packed = new MemoryStream();

        using (var original = new ZipArchive(new MemoryStream(file.ToArray())))
        using (var copy = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in original.Entries.Where(entry => entry.FullName != part))
            {
                using var from = entry.Open();
                using var to = copy.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }

            using var more = copy.CreateEntry(part).Open();
            more.Write(content);
        }

        return packed.ToArray();
    }

    private async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string name, HttpContent file)
    {
        using var form = await FormAsync(browser, name, file);

        return await browser.PostAsync(new Uri(await AddressOfAsync(HaiLang) + "/workbook?handler=Upload", UriKind.Relative), form, Ct);
    }

    private async Task<MultipartFormDataContent> FormAsync(HttpClient browser, string name, HttpContent file)
    {
        var page = await PageAsync(browser, await AddressOfAsync(HaiLang) + "/workbook");
        var token = page.Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        return new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{Guid.CreateVersion7()}"), "NewId" },
            { file, "Upload", name },
        };
    }

    /// <summary>So many bytes, made while they are sent.</summary>
    private sealed class Zeros(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var some = new byte[Megabyte];

            for (var left = length; left > 0; left -= some.Length)
            {
                await stream.WriteAsync(some.AsMemory(0, (int)Math.Min(left, some.Length)), Ct);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;

            return true;
        }
    }

    /// <summary>Says that five megabytes come, sends one, and cuts the connection.</summary>
    private sealed class BreakingOff(CancellationTokenSource half) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[Megabyte], Ct);
            await stream.FlushAsync(Ct);
            await half.CancelAsync();
            half.Token.ThrowIfCancellationRequested();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 5 * Megabyte;

            return true;
        }
    }
}
