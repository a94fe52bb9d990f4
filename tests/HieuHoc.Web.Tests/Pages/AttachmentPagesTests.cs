using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class AttachmentPagesTests : WalkTest
{
    private const string Pdf = "%PDF-1.7 signed";

    [Fact]
    public async Task A_signed_paper_is_attached_listed_and_saved_by_whoever_may_see_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var added = await AttachAsync(browser, "bao-cao đã ký.pdf", Pdf);

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        var page = await PageAsync(browser, await AddressAsync());
        Assert.Contains("bao-cao đã ký.pdf", Assert.Single(Rows(page)), StringComparison.Ordinal);
        Assert.Contains("1 KB Cán bộ Văn hóa - Xã hội xã Hải Lăng (minh họa) 21/11/2026 09:00", Assert.Single(Rows(page)), StringComparison.Ordinal);
        var file = await GetAsync(browser, page.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal(Pdf, await file.Content.ReadAsStringAsync(Ct));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/pdf", $"{file.Content.Headers.ContentType}");
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_same_form_sent_twice_attaches_once_and_another_file_under_its_id_is_a_conflict()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var id = Guid.CreateVersion7();

        await AttachAsync(browser, "a.pdf", Pdf, id);
        var again = await AttachAsync(browser, "a.pdf", Pdf, id);
        var other = await AttachAsync(browser, "a.pdf", Pdf + "!", id);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Conflict), (again.StatusCode, other.StatusCode));
        Assert.Equal(1, await Stored().Attachments.CountAsync(Ct));
    }

    [Theory]
    [InlineData("a.html", "<script>alert(1)</script>", "Loại tệp này")]
    [InlineData("a.pdf", "<script>alert(1)</script>", "Loại tệp này")]
    [InlineData("a.pdf", "", "tệp rỗng")]
    public async Task What_may_not_be_attached_is_refused_beside_the_field(string name, string content, string says)
    {
        var answer = await AttachAsync(await AsAsync(Role.CommuneOfficer), name, content);

        var page = await PageView.OfAsync(answer, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(says, PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_form_without_a_file_is_told_so()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PressAsync(browser, await PageAsync(browser, await AddressAsync()), "Đính kèm tệp");

        Assert.Equal((HttpStatusCode.BadRequest, 1), (page.Status, page.Errors.Count));
    }

    [Fact]
    public async Task A_removed_attachment_stays_to_be_read_and_is_in_the_history()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await AttachAsync(browser, "a.pdf", Pdf);

        var removed = await PressAsync(browser, await PageAsync(browser, await AddressAsync()), "Bỏ");

        Assert.Contains("Đã bỏ ngày 21/11/2026 09:00", Assert.Single(Rows(removed)), StringComparison.Ordinal);
        var file = await GetAsync(browser, removed.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        var page = await PageAsync(browser, await AddressOfAsync(HaiLang));
        var history = page.Document.QuerySelectorAll(".moves li").Select(line => PageView.Words(line.QuerySelector("strong"))).ToHashSet();
        Assert.Superset(new HashSet<string> { "Đính kèm tệp", "Bỏ tệp đính kèm" }, history);
    }

    [Fact]
    public async Task The_agency_sees_what_lay_with_the_return_when_it_was_sent_and_cannot_add()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var agency = await AsAsync(Role.StandingAgency);
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        await AttachAsync(officer, "before.pdf", Pdf);
        var hidden = Rows(await PageAsync(agency, await AddressAsync()));

        Time.Pass(TimeSpan.FromMinutes(1));
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        Time.Pass(TimeSpan.FromMinutes(1));
        await AttachAsync(officer, "after.pdf", Pdf);

        var page = await PageAsync(agency, await AddressAsync());
        Assert.Empty(hidden);
        Assert.StartsWith("before.pdf", Assert.Single(Rows(page)), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Single((await PageAsync(agency, await AddressOfAsync(HaiLang))).Document.QuerySelectorAll(".moves strong"), line => PageView.Words(line) == "Đính kèm tệp");
    }

    [Fact]
    public async Task A_neighbours_attachments_do_not_exist()
    {
        var address = await AddressOfAsync(VinhDinh);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await AsAsync(Role.CommuneOfficer), address + "/attachments")).StatusCode);
    }

    [Fact]
    public async Task Once_the_figures_are_confirmed_nothing_is_added_or_removed()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await AttachAsync(browser, "a.pdf", Pdf);
        await ConfirmAllAsync();

        var refused = await AttachAsync(browser, "b.pdf", Pdf);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty((await PageAsync(browser, await AddressAsync())).Document.QuerySelectorAll("main form"));
        Assert.Equal(1, await Stored().Attachments.CountAsync(Ct));
    }

    private async Task<string> AddressAsync() => await AddressOfAsync(HaiLang) + "/attachments";

    private async Task<HttpResponseMessage> AttachAsync(HttpClient browser, string name, string content, Guid? id = null)
    {
        var address = await AddressAsync();
        var token = (await PageAsync(browser, address)).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{id ?? Guid.CreateVersion7()}"), "NewId" },
            { file, "Upload", name },
        };

        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
    }
}
