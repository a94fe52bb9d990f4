using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Testing;
using HieuHoc.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The commune receives what a village's telephone saved, by the page.</summary>
public sealed class RelayPageTests : DeviceTest
{
    // Imported by its text: Node 20 takes a file of this name for another kind of module.
    private const string Seal = """
        const read = async () => { let text = ''; for await (const some of process.stdin) text += some; return JSON.parse(text); };
        const { source, content, device, installationKey } = await read();
        const { sealFile, makeSigningKey } = await import('data:text/javascript,' + encodeURIComponent(source));
        const { keyPair, spki } = await makeSigningKey();
        const file = await sealFile(content, { device, signingKey: keyPair.privateKey, installationKey });
        console.log(JSON.stringify({ spki, file, extractable: keyPair.privateKey.extractable }));
        """;

    private PublicKey Installation => Site.Services.GetRequiredService<InstallationKey>().Public;

    [Fact]
    public async Task A_file_that_a_browser_sealed_and_signed_is_received_with_receipts_and_again_with_the_same()
    {
        var fetched = await FetchAsync();
        var installation = fetched.Body.GetProperty("installationKey");
        Assert.Equal(Installation, installation.Deserialize<PublicKey>(Json.Compact));
        var made = await NodeAsync(new { source = await ScriptAsync(), content = Content(Typed((Meetings, "11", null), (Present, "1.234", null)), Done), device = Device, installationKey = installation });
        Assert.False(made.GetProperty("extractable").GetBoolean());
        Assert.Equal(204, await PutKeyAsync(made.GetProperty("spki").GetString()!));
        var (officer, file) = (await AsAsync(Role.CommuneOfficer), made.GetProperty("file").GetString()!);

        var first = await UploadAsync(officer, file);
        var again = await UploadAsync(officer, file);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Contains("Đã nhận 2 trên 2 lần nhập", first.Main, StringComparison.Ordinal);
        Assert.Contains("Phước Hưng", first.Main, StringComparison.Ordinal);
        Assert.Contains("Báo lại cho thôn", first.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft", first.Main, StringComparison.Ordinal);
        Assert.Contains("Tất cả 2 lần nhập trong tệp này đã nhận từ trước", again.Main, StringComparison.Ordinal);
        Assert.Equal(2, Codes(first).Count);
        Assert.Equal(Codes(first), Codes(again));
        Assert.False(RecordIn(await FetchAsync()).GetProperty("isOpen").GetBoolean());
    }

    [Fact]
    public async Task The_return_tells_that_it_came_by_way_of_a_file()
    {
        await UploadAsync(await AsAsync(Role.CommuneOfficer), await FileAsync(Typed((Meetings, "11", null))));

        var page = await PageAsync(Telephone, $"/returns/{Return.Value}");

        Assert.Contains("xã nhận qua tệp", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_taken_says_why_beside_what_was()
    {
        var page = await UploadAsync(await AsAsync(Role.CommuneLeader), await FileAsync(Typed((Meetings, "không rõ", null)), Done));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Đã nhận 0 trên 2 lần nhập", page.Main, StringComparison.Ordinal);
        Assert.Equal(2, Rows(page).Count(row => row.Contains("Chưa nhận.", StringComparison.Ordinal)));
        Assert.Contains("lần nhập trước đó của cùng hồ sơ", page.Main, StringComparison.Ordinal);
        Assert.Empty(Codes(page));
    }

    [Theory]
    [InlineData("không phải tệp của thôn", "Đây không phải tệp do điện thoại của thôn lưu")]
    [InlineData("", "Chưa chọn tệp, hoặc tệp rỗng")]
    public async Task Another_file_is_told_beside_the_field(string content, string says)
    {
        var page = await UploadAsync(await AsAsync(Role.CommuneOfficer), content);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(says, PageView.Words(page.Document.GetElementById("Upload_error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_six_megabytes_is_too_large() =>
        Assert.Contains(
            "5 MB", PageView.Words((await UploadAsync(await AsAsync(Role.CommuneOfficer), new string('A', 6 * 1_048_576))).Document.GetElementById("Upload_error")), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_is_found_where_telephones_are_kept_and_where_the_villages_returns_are()
    {
        var officer = await AsAsync(Role.CommuneOfficer);

        foreach (var address in (string[])["/devices", "/returns?round=2026-thon"])
        {
            Assert.Equal("Nhận tệp từ thôn", PageView.Words((await PageAsync(officer, address)).Document.QuerySelector("main a[href='/relay']")));
        }

        Assert.Null((await PageAsync(await AsAsync(Role.StandingAgency), "/returns")).Document.QuerySelector("main a[href='/relay']"));
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused_and_another_device_names_none()
    {
        Assert.Equal(400, await PutKeyAsync("AAAA"));
        Assert.Equal(403, await PutKeyAsync("AAAA", Guid.NewGuid()));
        await using var db = Engine.Open();
        Assert.Null((await db.Devices.SingleAsync(row => row.Id == new DeviceId(Device), Ct)).SigningKey);
    }

    [Fact]
    public async Task The_script_that_seals_is_small() => Assert.True((await ScriptAsync()).Length < 5_000);

    private static IReadOnlyList<string> Codes(PageView page) => [.. page.Document.QuerySelectorAll("main tbody code").Select(PageView.Words)];

    private static Task<string> ScriptAsync() => File.ReadAllTextAsync(RepositoryFolder.Under("src", "HieuHoc.Web", "wwwroot", "capture", "seal.js"), Ct);

    /// <summary>What was done to the village's return, a minute apart, on what the telephone fetched last.</summary>
    private object Content(params IReadOnlyList<object> bodies) => new
    {
        device = Device,
        savedAt = "2026-11-21T00:30:00.000Z",
        acts = bodies.Select((body, i) => new { kind = "returns", id = Return.Value, startedFrom = (int?)null, actedAt = $"2026-11-20T23:1{i}:00.123Z", body }).ToList(),
    };

    /// <summary>The same file without a browser, of a key that the telephone has named.</summary>
    private async Task<string> FileAsync(params IReadOnlyList<object> bodies)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(204, await PutKeyAsync(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())));

        return SealedFile.Of(Content(bodies), Device, key, Installation);
    }

    private async Task<int> PutKeyAsync(string key, Guid? device = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/api/v1/capture/key", UriKind.Relative)) { Content = JsonContent.Create(new { key }) };
        request.Headers.Add("Device", $"{device ?? Device}");

        return (int)(await Telephone.SendAsync(request, Ct)).StatusCode;
    }

    private static async Task<PageView> UploadAsync(HttpClient browser, string file)
    {
        var token = (await PageAsync(browser, "/relay")).Press("Nhận tệp").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Upload", "thon.hieuhoc" },
        };

        return await PageView.OfAsync(await browser.PostAsync(new Uri("/relay", UriKind.Relative), form, Ct), Ct);
    }

    private static async Task<JsonElement> NodeAsync(object input)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "--eval", Seal])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(input, Json.Compact).AsMemory(), Ct);
        node.StandardInput.Close();
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(Ct), node.StandardError.ReadToEndAsync(Ct));
        await node.WaitForExitAsync(Ct);
        Assert.Equal((0, ""), (node.ExitCode, await complained));

        return JsonDocument.Parse(await said).RootElement;
    }
}
