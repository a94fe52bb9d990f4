using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>A small plan that a person uploads and decides of.</summary>
public abstract class PlanWalkTest : WalkTest
{
    protected const string Plan =
        """
        UBND TỈNH MINH HỌA
        Số: 12/KH-UBND
        Minh Họa, ngày 05 tháng 3 năm 2026

        KẾ HOẠCH
        Xây dựng xã hội học tập giai đoạn 2026-2030

        I. MỤC TIÊU
        1. Đến năm 2030
        - Phấn đấu 70% công dân đạt danh hiệu công dân học tập.
        - 60% gia đình được công nhận gia đình học tập.

        II. NHIỆM VỤ, GIẢI PHÁP
        1. Tổ chức tuyên truyền về học tập suốt đời trên các phương tiện thông tin đại chúng.
        2. Đẩy mạnh các hoạt động khuyến học, khuyến tài ở cơ sở.

        III. TỔ CHỨC THỰC HIỆN
        1. Sở Giáo dục và Đào tạo
        Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch.

        Nơi nhận:
        - Các sở, ban, ngành;
        - Lưu: VT.
        """;

    protected static string Item(PageView page, string key) => PageView.Words(page.Document.GetElementById(key));

    protected Task<PageView> DecideAsync(HttpClient browser, PageView page, string key, PlanVerdict verdict, params (string Name, string Value)[] typed) =>
        PostAsync(browser, page, page.Document.GetElementById(key)!.QuerySelector($"button[value={verdict}]")!, typed);

    protected Task<PageView> AddAsync(HttpClient browser, PageView page, PlanItemKind kind, params (string Name, string Value)[] typed) =>
        PostAsync(browser, page, page.Document.GetElementById($"kind-{kind}")!.ParentElement!.QuerySelector($"button[value={PlanVerdict.Added}]")!, typed);

    protected async Task<PageView> PostAsync(HttpClient browser, PageView page, AngleSharp.Dom.IElement button, IReadOnlyList<(string Name, string Value)> typed)
    {
        var (address, fields) = page.Press(button);

        foreach (var (name, value) in typed)
        {
            fields.RemoveAll(field => field.Name == name);
            fields.Add((name, value));
        }

        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found ? await PageAsync(browser, answer.Headers.Location!.ToString().Split('#')[0]) : await PageView.OfAsync(answer, Ct);
    }

    protected Task<PageView> UploadAsync(HttpClient browser, string name, string text) => UploadAsync(browser, name, Encoding.UTF8.GetBytes(text));

    protected async Task<PageView> UploadAsync(HttpClient browser, string name, byte[] content)
    {
        var token = (await PageAsync(browser, "/plans/new")).Press("Đọc kế hoạch").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{Guid.CreateVersion7()}"), "NewId" },
            { file, "Upload", name },
        };
        var answer = await browser.PostAsync(new Uri("/plans/new", UriKind.Relative), form, Ct);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }
}
