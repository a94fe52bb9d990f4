using System.Net;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class DocumentPagesTests : WalkTest
{
    private const string Register = "Ghi vào sổ";

    [Fact]
    public async Task The_register_is_searched_without_diacritics_and_shows_where_the_words_stand()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var all = await PageAsync(browser, "/documents");
        var found = await PageAsync(browser, "/documents?q=truyen+thong");

        Assert.Equal("Sổ văn bản", all.Heading);
        Assert.Contains("17 văn bản.", all.Main, StringComparison.Ordinal);
        Assert.Contains("2 văn bản.", found.Main, StringComparison.Ordinal);
        Assert.Equal(["Truyền", "thông", "Truyền", "thông"], found.Document.QuerySelectorAll("main mark").Select(PageView.Words));
        Assert.Contains("Đề án “Truyền thông về", found.Main, StringComparison.Ordinal);
        Assert.Equal("truyen thong", found.Typed("Số, ký hiệu, trích yếu hoặc từ trong văn bản"));
    }

    [Fact]
    public async Task Kind_level_and_year_narrow_the_list_and_nothing_found_says_what_to_do()
    {
        var browser = await AsAsync(Role.Auditor);

        Assert.Equal(3, Rows(await PageAsync(browser, "/documents?type=Plan&level=Province&year=&q=quang+tri")).Count(row => row.StartsWith("Kế hoạch", StringComparison.Ordinal) || row.StartsWith("Triển khai", StringComparison.Ordinal)));
        Assert.Single(Rows(await PageAsync(browser, "/documents?year=2019&type=Plan")));
        Assert.Contains("Hãy bớt từ", (await PageAsync(browser, "/documents?q=khong+co+gi+het")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_register_says_so()
    {
        await using (var db = Engine.Open())
        {
            await db.DocumentRelations.ExecuteDeleteAsync(Ct);
            await db.DocumentTexts.ExecuteDeleteAsync(Ct);
            await db.DocumentVocabularies.ExecuteDeleteAsync(Ct);
            await db.OfficialDocuments.ExecuteDeleteAsync(Ct);
        }

        Assert.Contains("Sổ chưa có văn bản nào.", (await PageAsync(await AsAsync(Role.CommuneOfficer), "/documents")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_registers_its_plan_changes_it_and_finds_it_by_its_text()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var form = await PageAsync(browser, "/documents/new");

        var page = await PressAsync(
            browser, form, Register, ("Số, ký hiệu (không bắt buộc)", "12/KH-UBND"), ("Ngày ban hành (không bắt buộc)", "2026-02-10"),
            ("Cơ quan ban hành (không bắt buộc)", "UBND xã Hải Lăng"), ("Trích yếu", "Xây dựng xã hội học tập năm 2026"), ("Toàn văn (không bắt buộc)", "Mở mỗi thôn một tủ sách."));

        Assert.Equal("Kế hoạch số 12/KH-UBND", page.Heading);
        Assert.Contains("Đã ghi văn bản vào sổ.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Mở mỗi thôn một tủ sách.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Xã, phường, đặc khu", page.Main, StringComparison.Ordinal);
        Assert.Equal("/agencies/", page.Document.QuerySelector("main dd a[href^='/agencies/']")?.GetAttribute("href")?[..10]);

        var edit = await PageAsync(browser, page.Document.QuerySelector("main a[href$='/edit']")!.GetAttribute("href")!);
        Assert.Equal(("12/KH-UBND", "2026-02-10", "Mở mỗi thôn một tủ sách."), (edit.Typed("Số, ký hiệu (không bắt buộc)"), edit.Typed("Ngày ban hành (không bắt buộc)"), edit.Typed("Toàn văn (không bắt buộc)")));
        var changed = await PressAsync(browser, edit, "Lưu", ("Người ký (không bắt buộc)", "Nguyễn Văn Mẫu"));

        Assert.Contains("Nguyễn Văn Mẫu", changed.Main, StringComparison.Ordinal);
        var found = await PageAsync(browser, "/documents?q=tu+sach");
        Assert.Equal(["tủ", "sách"], found.Document.QuerySelectorAll("main mark").Select(PageView.Words));
    }

    [Fact]
    public async Task A_document_that_is_there_already_is_told_with_a_way_to_it_and_nothing_typed_is_lost()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(
            browser, await PageAsync(browser, "/documents/new"), Register,
            ("Số, ký hiệu (không bắt buộc)", "1373/qd - ttg"), ("Ngày ban hành (không bắt buộc)", "2021-07-30"), ("Trích yếu", "Đề án"));

        Assert.Equal((HttpStatusCode.Conflict, "Đề án"), (page.Status, page.Typed("Trích yếu")));
        Assert.Contains("Sổ đã có văn bản số 1373/QĐ-TTg cùng ngày này.", Assert.Single(page.Errors), StringComparison.Ordinal);
        var known = page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Mở văn bản đã có trong sổ");
        Assert.Equal("Quyết định số 1373/QĐ-TTg", (await PageAsync(browser, known.GetAttribute("href")!)).Heading);
    }

    [Theory]
    [InlineData("", "", "", "Số, ký hiệu (không bắt buộc)")]
    [InlineData("/KH-UBND", "", "", "Số, ký hiệu (không bắt buộc)")]
    [InlineData("1/KH-UBND", "2099-01-01", "", "Ngày ban hành (không bắt buộc)")]
    [InlineData("1/KH-UBND", "32/13/2026", "", "Ngày ban hành (không bắt buộc)")]
    [InlineData("1/KH-UBND", "", "21", "Thực hiện từ năm (không bắt buộc)")]
    [InlineData("1/KH-UBND", "", "năm nay", "Thực hiện từ năm (không bắt buộc)")]
    public async Task What_cannot_be_is_told_at_its_field(string number, string day, string year, string field)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(
            browser, await PageAsync(browser, "/documents/new"), Register,
            ("Số, ký hiệu (không bắt buộc)", number), ("Ngày ban hành (không bắt buộc)", day), ("Thực hiện từ năm (không bắt buộc)", year));

        Assert.Equal((HttpStatusCode.BadRequest, "true"), (page.Status, page.Field(field).GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task The_text_comes_from_a_file_of_plain_text_and_no_other()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var form = await PageAsync(browser, "/documents/new");

        var read = await SendAsync(browser, form, "\uFEFFĐiều 1. Mở tủ sách ở mỗi thôn."u8.ToArray());
        var other = await SendAsync(browser, await PageAsync(browser, "/documents/new"), [0xff, 0x00, 0xc3, 0x28]);

        Assert.Equal(HttpStatusCode.Found, read.StatusCode);
        Assert.Contains("Điều 1. Mở tủ sách ở mỗi thôn.", (await PageAsync(browser, read.Headers.Location!.ToString())).Main, StringComparison.Ordinal);
        var refused = await PageView.OfAsync(other, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("bảng mã UTF-8", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other()
    {
        var (browser, address) = (await AsAsync(Role.StandingAgency), $"{await AddressOfAsync("5332/KH-UBND")}/edit");
        var (mine, theirs) = (await PageAsync(browser, address), await PageAsync(browser, address));
        await PressAsync(browser, theirs, "Lưu", ("Người ký (không bắt buộc)", "A"));

        var page = await PressAsync(browser, mine, "Lưu", ("Người ký (không bắt buộc)", "B"));

        Assert.Equal((HttpStatusCode.Conflict, "B"), (page.Status, page.Typed("Người ký (không bắt buộc)")));
        Assert.Contains("Người khác vừa sửa văn bản này.", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_shows_what_it_rests_on_what_rests_on_it_and_the_way_between()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneLeader), await AddressOfAsync("5332/KH-UBND"));

        Assert.Equal(
            ["Quyết định số 89/QĐ-TTg", "Quyết định số 2053/QĐ-TTg", "Kế hoạch số 642/KH-UBND", "Kế hoạch số 5332/KH-UBND"],
            page.Document.QuerySelectorAll("section[aria-labelledby=chain] li > :first-child").Select(PageView.Words));
        Assert.Equal(["Triển khai, thực hiện", "Xây dựng trên cơ sở", "Căn cứ, viện dẫn"], page.Document.QuerySelectorAll("section[aria-labelledby=relations] h3").Select(PageView.Words));
        Assert.Null(page.Document.QuerySelector("main form"));
        var basis = await PageAsync(await AsAsync(Role.CommuneLeader), await AddressOfAsync("2053/QĐ-TTg"));
        Assert.Contains("Được triển khai bởi", basis.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relation_is_found_recorded_and_removed()
    {
        var (browser, address) = (await AsAsync(Role.StandingAgency), await AddressOfAsync("2557/KH-UBND"));
        var found = await PageAsync(browser, $"{address}?find=1373");

        var related = await PressAsync(browser, found, "Ghi quan hệ");
        Assert.Contains("Đã ghi quan hệ giữa hai văn bản.", related.Main, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 1373/QĐ-TTg", PageView.Words(related.Document.QuerySelector("section[aria-labelledby=relations] ul")), StringComparison.Ordinal);

        var ended = await PressAsync(browser, related, "Bỏ quan hệ");
        Assert.Contains("Đã bỏ quan hệ giữa hai văn bản.", ended.Main, StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy văn bản nào.", (await PageAsync(browser, $"{address}?find=xyz")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_cited_by_number_and_day()
    {
        var (browser, address) = (await AsAsync(Role.StandingAgency), await AddressOfAsync("2557/KH-UBND"));
        var page = await PageAsync(browser, address);

        var empty = await SendCitedAsync(browser, page, "", "");
        Assert.Equal((HttpStatusCode.BadRequest, "true"), (empty.Status, empty.Document.GetElementById("CitedNumber")!.GetAttribute("aria-invalid")));
        var cited = await SendCitedAsync(browser, page, "387/QĐ-TTg", "2022-03-25");

        Assert.Contains("Quyết định số 387/QĐ-TTg", cited.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_document_says_by_what_on_its_page_and_in_the_list()
    {
        await using (var db = Engine.Open())
        {
            var ids = await db.OfficialDocuments.Where(document => document.Number == "1373/QĐ-TTg" || document.Number == "89/QĐ-TTg").ToDictionaryAsync(document => document.Number!, document => document.Id, Ct);
            await new RelateDocuments(db, Clock).RunAsync(
                ids["1373/QĐ-TTg"], ids["89/QĐ-TTg"], DocumentRelationKind.Replaces, new Actor(1, null, Role.StandingAgency, await db.Owners.Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct)), Ct);
        }

        var browser = await AsAsync(Role.CommuneOfficer);

        Assert.Contains("Văn bản này đã được thay thế bởi Quyết định số 1373/QĐ-TTg", (await PageAsync(browser, await AddressOfAsync("89/QĐ-TTg"))).Main, StringComparison.Ordinal);
        Assert.Contains(Rows(await PageAsync(browser, "/documents?q=89")), row => row.Contains("Đã được thay thế", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_attached_by_the_keeper_and_downloaded_by_every_reader()
    {
        var (browser, address) = (await AsAsync(Role.StandingAgency), await AddressOfAsync("5332/KH-UBND"));
        var form = await PageAsync(browser, $"{address}/attachments");
        using var content = Fields(form, "Đính kèm tệp");
        content.Add(new ByteArrayContent("%PDF-1.7 x"u8.ToArray()), "Upload", "ke-hoach-5332.pdf");

        var answer = await browser.PostAsync(new Uri($"{address}/attachments", UriKind.Relative), content, Ct);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var reader = await AsAsync(Role.CommuneLeader);
        var page = await PageAsync(reader, address);
        var link = page.Document.QuerySelectorAll("main a[download]").Single();
        Assert.Equal("ke-hoach-5332.pdf", PageView.Words(link));
        Assert.Equal("application/pdf", (await GetAsync(reader, link.GetAttribute("href")!)).Content.Headers.ContentType?.MediaType);
        Assert.Null((await PageAsync(reader, $"{address}/attachments")).Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task What_is_another_office_s_is_not_found_or_not_changed()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var address = await AddressOfAsync("5332/KH-UBND");

        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(officer, $"{address}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/documents/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(officer, $"/documents/{Guid.NewGuid()}/attachments")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(await AsAsync(Role.Administrator), "/documents")).Status);
        Assert.Null((await PageAsync(await AsAsync(Role.Leader), "/documents")).Document.QuerySelector("main a[href='/documents/new']"));
    }

    /// <summary>The address of a document of the demonstration.</summary>
    private new async Task<string> AddressOfAsync(string number)
    {
        await using var db = Engine.Open();

        return $"/documents/{(await db.OfficialDocuments.SingleAsync(document => document.Number == number, Ct)).Id.Value}";
    }

    private static async Task<PageView> SendCitedAsync(HttpClient browser, PageView page, string number, string day)
    {
        var (address, fields) = page.Press("Ghi theo số và ngày");
        fields.RemoveAll(field => field.Name is "CitedNumber" or "CitedOn");
        using var form = new FormUrlEncodedContent([.. fields.Append(("CitedNumber", number)).Append(("CitedOn", day)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        var answer = await browser.PostAsync(new Uri(page.Address, address), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found ? await PageAsync(browser, answer.Headers.Location!.ToString()) : await PageView.OfAsync(answer, Ct);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, PageView form, byte[] file)
    {
        using var content = Fields(form, Register);
        content.Add(new ByteArrayContent(file), "TextFile", "toan-van.txt");

        return await browser.PostAsync(new Uri("/documents/new", UriKind.Relative), content, Ct);
    }

    private static MultipartFormDataContent Fields(PageView form, string button)
    {
        var content = new MultipartFormDataContent();

        foreach (var (name, value) in form.Press(button).Fields.Where(field => field.Name is not ("Upload" or "TextFile")))
        {
            content.Add(new StringContent(name == "Subject" ? "Mở tủ sách" : value, Encoding.UTF8), name);
        }

        return content;
    }
}
