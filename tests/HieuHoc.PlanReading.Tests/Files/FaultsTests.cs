using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace HieuHoc.PlanReading.Tests.Files;

public sealed class FaultsTests
{
    private static IReadOnlyList<OpenXmlElement> Body => [GivenWord.Paragraph("KẾ HOẠCH"), GivenWord.Paragraph("Năm 2024 của xã")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_file_is_told_as_such() => Assert.Equal(PlanFault.Empty, await FaultOfAsync([]));

    [Fact]
    public async Task A_picture_is_no_plan() => Assert.Equal(PlanFault.Unreadable, await FaultOfAsync([0x42, 0x4D, 0, 0, 0, 0, 0x41]));

    [Fact]
    public async Task Another_packed_file_is_no_plan() => Assert.Equal(PlanFault.Unreadable, await FaultOfAsync(Zip("a.txt", 10)));

    [Fact]
    public async Task A_damaged_Word_file_is_told_as_such() => Assert.Equal(PlanFault.Unreadable, await FaultOfAsync(GivenWord.Of(Body)[..600]));

    [Fact]
    public async Task A_file_that_unpacks_to_more_than_any_plan_is_not_unpacked() =>
        Assert.Equal(PlanFault.TooLong, await FaultOfAsync(Zip("word/document.xml", 50_000_000)));

    [Fact]
    public async Task Macros_are_refused() => Assert.Equal(PlanFault.HasMacros, await FaultOfAsync(Zip("word/vbaProject.bin", 10)));

    [Fact]
    public async Task A_picture_from_elsewhere_is_refused() => Assert.Equal(
        PlanFault.HasExternalParts,
        await FaultOfAsync(GivenWord.Of(Body, main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example.org/a.png")))));

    [Fact]
    public async Task A_template_from_elsewhere_is_refused_and_the_writer_s_own_is_not()
    {
        Assert.Equal(PlanFault.HasExternalParts, await FaultOfAsync(WithTemplate("https://example.org/Normal.dotm")));
        Assert.Null(await FaultOfAsync(WithTemplate("file:///C:/Users/Lan/Normal.dotm")));
    }

    [Fact]
    public async Task A_link_to_click_is_no_reason() =>
        Assert.Null(await FaultOfAsync(GivenWord.Of(Body, main => main.AddHyperlinkRelationship(new Uri("https://example.org/"), isExternal: true))));

    [Fact]
    public async Task An_old_Word_file_and_one_with_a_password_are_told_apart()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]];

        Assert.Equal(PlanFault.OldWord, await FaultOfAsync(container));
        Assert.Equal(PlanFault.Locked, await FaultOfAsync([.. container, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Fact]
    public async Task Text_that_is_not_in_Unicode_is_told_as_such()
    {
        Assert.Equal(PlanFault.NotUnicode, await FaultOfAsync([.. "K"u8, 0xD5, .. " HO"u8, 0xB9, .. "CH"u8]));
        Assert.Equal(PlanFault.NotUnicode, await FaultOfAsync(Encoding.UTF8.GetBytes("KÕ ho¹ch x©y dùng x· héi häc tËp trªn ®Þa bµn tØnh n¨m 2009, ®Èy m¹nh phong trµo häc tËp suèt ®êi trong gia ®×nh, dßng hä, céng ®ång")));
    }

    [Fact]
    public async Task A_text_of_three_hundred_pages_is_too_long() =>
        Assert.Equal(PlanFault.TooLong, await FaultOfAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Nội dung của kế hoạch.\n", 30_000)))));

    [Fact]
    public async Task A_text_in_two_bytes_a_letter_is_read() =>
        Assert.Equal("Năm 2024 của xã", (await PlanFile.ReadAsync(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("KẾ HOẠCH\nNăm 2024 của xã")]), Ct)).Header.Title);

    [Fact]
    public async Task A_PDF_with_text_is_read()
    {
        var file = GivenPdf.Of("KẾ HOẠCH\nXây dựng xã hội học tập năm 2024\n\nI. CHỈ TIÊU\n- 70% gia đình đạt danh hiệu “Gia đình học tập”.");

        if (GivenPdf.CanBeRead)
        {
            var plan = await PlanFile.ReadAsync(new MemoryStream(file), Ct);

            Assert.Equal(("Xây dựng xã hội học tập năm 2024", 70m), (plan.Header.Title, plan.Targets.Single().Value));
        }
        else
        {
            Assert.Equal(PlanFault.PdfToolMissing, await FaultOfAsync(file));
        }
    }

    [Fact]
    public async Task A_PDF_of_pictures_is_told_as_such() => Assert.Equal(OfPdf(PlanFault.PicturesOnly), await FaultOfAsync(GivenPdf.Of("")));

    [Fact]
    public async Task A_PDF_with_a_password_is_told_as_such() => Assert.Equal(OfPdf(PlanFault.Locked), await FaultOfAsync(GivenPdf.Locked()));

    [Fact]
    public async Task A_PDF_of_three_hundred_pages_is_too_long() =>
        Assert.Equal(OfPdf(PlanFault.TooLong), await FaultOfAsync(GivenPdf.Of([.. Enumerable.Repeat("Nội dung", 300)])));

    [Fact]
    public async Task A_damaged_PDF_is_told_as_such() => Assert.Equal(OfPdf(PlanFault.Unreadable), await FaultOfAsync("%PDF-1.4 và không có gì nữa"u8.ToArray()));

    /// <summary>Where the tool is not installed, that is what is told of any PDF.</summary>
    private static PlanFault OfPdf(PlanFault fault) => GivenPdf.CanBeRead ? fault : PlanFault.PdfToolMissing;

    private static async Task<PlanFault?> FaultOfAsync(byte[] file)
    {
        try
        {
            await PlanFile.ReadAsync(new MemoryStream(file), Ct);

            return null;
        }
        catch (NotAPlanException cause)
        {
            return cause.Fault;
        }
    }

    private static byte[] WithTemplate(string uri) => GivenWord.Of(Body, main => main.AddNewPart<DocumentSettingsPart>().AddExternalRelationship(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri(uri)));

    private static byte[] Zip(string name, int length)
    {
        using var stream = new MemoryStream();

        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(new byte[length]);
        }

        return stream.ToArray();
    }
}
