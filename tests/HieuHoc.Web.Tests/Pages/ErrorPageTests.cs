using System.Net;

namespace HieuHoc.Web.Tests.Pages;

public sealed class ErrorPageTests : WebTest
{
    [Theory]
    [InlineData(400, "Yêu cầu chưa hợp lệ", "The request does not fit")]
    [InlineData(403, "Tài khoản này không mở được trang", "This account cannot open the page")]
    [InlineData(404, "Không có trang này", "There is no such page")]
    [InlineData(409, "Chưa thực hiện được", "This could not be done now")]
    [InlineData(500, "Hệ thống đang có lỗi", "Something broke")]
    [InlineData(413, "Tệp quá lớn", "The file is too large")]
    [InlineData(507, "Máy chủ hết chỗ lưu", "The server has no room left")]
    [InlineData(418, "Yêu cầu chưa hợp lệ", "The request does not fit")]
    [InlineData(503, "Hệ thống đang có lỗi", "Something broke")]
    public async Task Every_error_says_in_both_languages_what_happened_and_what_to_do(int status, string vietnamese, string english)
    {
        using var browser = Site.Stranger();

        var page = await PageAsync(browser, $"/error/{status}");
        await page.PressAsync(browser, "English", [], Ct);
        var translated = await PageAsync(browser, $"/error/{status}");

        Assert.Equal((HttpStatusCode)status, page.Status);
        Assert.Equal(vietnamese, page.Heading);
        Assert.Equal(english, translated.Heading);
        Assert.Equal(2, page.Document.QuerySelectorAll("main p:not(:has(a))").Length);
        Assert.Equal("/", page.Document.QuerySelector("main a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_answered_in_its_place()
    {
        using var browser = await AsAsync(Officer);

        var page = await PageAsync(browser, "/khong-co?a=1");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Không có trang này", page.Heading);
        Assert.Equal("/khong-co?a=1", page.Press("English").Fields.Single(field => field.Name == "returnUrl").Value);
    }
}
