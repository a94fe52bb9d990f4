using System.Net;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The three ticks: figures, signed file, copy on paper.</summary>
public sealed class SignedPaperPagesTests : WalkTest
{
    private const string None = "Chưa gửi số liệu Chưa có văn bản ký Chưa có bản giấy";
    private const string All = "Đã gửi số liệu Đã có văn bản ký Đã có bản giấy";

    [Fact]
    public async Task The_sender_takes_down_number_day_and_file_and_the_standing_agency_the_copy()
    {
        var (officer, agency) = (await AsAsync(Role.CommuneOfficer), await AsAsync(Role.StandingAgency));
        Assert.Contains(None, (await PageAsync(officer, await AddressOfAsync(HaiLang))).Main, StringComparison.Ordinal);
        await SendAsync();

        var signed = await SignAsync(officer, "45/BC-UBND", "2026-11-20", "%PDF-1.7 signed");
        var page = await PageAsync(agency, await AddressAsync());
        var received = await PressAsync(agency, page, "Ghi nhận bản giấy đã đến", ("Ngày nhận bản giấy", "2026-11-21"));

        Assert.Equal(HttpStatusCode.Found, signed.StatusCode);
        Assert.Contains("45/BC-UBND", page.Main, StringComparison.Ordinal);
        Assert.Contains(All, received.Main, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7 signed", await (await GetAsync(agency, page.Document.QuerySelector("dl.facts a")!.GetAttribute("href")!)).Content.ReadAsStringAsync(Ct));
        var @return = await ReturnOfAsync(HaiLang);
        Assert.Contains(All, (await PageAsync(agency, "/returns?round=2026")).Main, StringComparison.Ordinal);
        Assert.Contains(All, (await PageAsync(agency, $"/rounds/{@return.RoundId.Value}?show=all")).Main, StringComparison.Ordinal);
        var history = (await PageAsync(officer, await AddressOfAsync(HaiLang))).Document.QuerySelectorAll(".moves strong").Select(PageView.Words).ToList();
        Assert.Contains("Ghi số, ngày văn bản đã ký", history);
        Assert.Contains("Ghi nhận bản giấy đã đến", history);
    }

    [Fact]
    public async Task The_page_of_a_round_names_what_is_missing_of_what_has_begun_to_arrive_and_of_nothing_else()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var round = $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}";
        var before = await PageAsync(officer, round);
        await SendAsync();

        var after = await PageAsync(officer, round);

        Assert.Contains("Đang nhập", before.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(None, before.Main, StringComparison.Ordinal);
        Assert.Contains("Đã gửi số liệu Chưa có văn bản ký Chưa có bản giấy", after.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45", "2026-11-20", "%PDF-1.7", "Number_error")]
    [InlineData("45/BC-UBND", "2026-11-22", "%PDF-1.7", "SignedOn_error")]
    [InlineData("45/BC-UBND", "", "%PDF-1.7", "SignedOn_error")]
    [InlineData("45/BC-UBND", "2026-11-20", null, "Upload_error")]
    [InlineData("45/BC-UBND", "2026-11-20", "<html>", "Upload_error")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_taken_down(string number, string day, string? content, string field)
    {
        await SendAsync();

        var page = await PageView.OfAsync(await SignAsync(await AsAsync(Role.CommuneOfficer), number, day, content), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.GetElementById(field));
        Assert.Equal(number, page.Typed("Số, ký hiệu"));
        Assert.Empty(await Stored().ReturnPapers.ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_takes_down_what_is_not_theirs()
    {
        var leader = await PageAsync(await AsAsync(Role.CommuneLeader), await AddressAsync());
        var officer = await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync());

        Assert.Empty(leader.Document.QuerySelectorAll("main form"));
        // Nothing is approved yet.
        Assert.Empty(officer.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task What_is_taken_down_before_the_sending_is_the_senders_own()
    {
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve);
        await SignAsync(await AsAsync(Role.CommuneOfficer), "45/BC-UBND", "2026-11-20", "%PDF-1.7");
        var agency = await AsAsync(Role.StandingAgency);

        foreach (var address in new[] { await AddressAsync(), await AddressOfAsync(HaiLang) })
        {
            var page = await PageAsync(agency, address);
            Assert.DoesNotContain("45/BC-UBND", page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("Ghi số, ngày", page.Main, StringComparison.Ordinal);
        }

        Assert.Contains("45/BC-UBND", (await PageAsync(await AsAsync(Role.CommuneOfficer), await AddressAsync())).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_signs_no_paper()
    {
        await using var db = Engine.Open();
        var rounds = db.Rounds.Where(round => round.Code == "2026-thon").Select(round => round.Id);
        var village = await db.Returns.FirstAsync(@return => rounds.Contains(@return.RoundId), Ct);
        var browser = await AsAsync(Role.CommuneOfficer);

        Assert.Contains("không kèm văn bản ký", (await PageAsync(browser, $"/returns/{village.Id.Value}/paper")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("văn bản ký", (await PageAsync(browser, $"/returns/{village.Id.Value}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("văn bản ký", (await PageAsync(browser, "/returns?round=2026-thon")).Main, StringComparison.Ordinal);
    }

    private async Task<string> AddressAsync() => await AddressOfAsync(HaiLang) + "/paper";

    private async Task SendAsync()
    {
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
    }

    private async Task<HttpResponseMessage> SignAsync(HttpClient browser, string number, string day, string? content)
    {
        var address = await AddressAsync();
        var token = (await PageAsync(browser, address)).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{Guid.CreateVersion7()}"), "NewId" },
            { new StringContent(number), "Number" },
            { new StringContent(day), "SignedOn" },
        };

        if (content is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Upload", "da-ky.pdf");
        }

        return await browser.PostAsync(new Uri(address + "?handler=Sign", UriKind.Relative), form, Ct);
    }
}
