using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The cells that the autumn's form asks twice: to the cut-off, and for the whole year.</summary>
public sealed class EstimatesOfAReturnTests : ApiTest
{
    private const string Total = "Gia đình: tổng số";
    private const string Registered = "Gia đình: đăng ký xây dựng danh hiệu";
    private const string Recognised = "Gia đình: được công nhận";
    private const string Estimate = $"{Recognised}: ước thực hiện cả năm";

    [Fact]
    public async Task The_estimate_is_typed_beside_the_number_to_the_cut_off_and_read_back_with_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = await AskedAsync();

        var saved = await TypeAsync(browser, address, 800, 812);
        await PressAsync(browser, await PageAsync(browser, $"{address}?section=association"), "Lưu nháp", ("Dân số", "9.000"));
        var again = await PageAsync(browser, $"{address}?section=models");
        await PressAsync(browser, await PageAsync(browser, address), "Trình lãnh đạo");
        var read = await PageAsync(browser, address);

        Assert.Equal(("800", "812"), (saved.Typed(Recognised), saved.Typed(Estimate)));
        Assert.Equal("812", again.Typed(Estimate));
        Assert.Contains(Rows(read), row => row.Contains("Đến ngày chốt 800 Ước cả năm 812", StringComparison.Ordinal));
        Assert.Contains(
            "đã nhập 4/16 ô", (await PageAsync(browser, address)).Document.QuerySelectorAll(".section-list li").Select(PageView.Words).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estimate_below_the_number_to_the_cut_off_is_marked_at_its_own_field()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await TypeAsync(browser, await AskedAsync(), 800, 799);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("true", page.Field(Estimate).GetAttribute("aria-invalid"));
        Assert.Contains("finding_family-estimate", page.Field(Estimate).GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("ước cả năm không được nhỏ hơn số đến ngày chốt", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estimate_that_cannot_be_read_is_refused_at_its_own_field_and_by_the_interface()
    {
        var (browser, program) = (await AsAsync(Role.CommuneOfficer), await ProgramAsync(Role.CommuneOfficer));
        var address = await AskedAsync();

        var refused = await PressAsync(browser, await PageAsync(browser, $"{address}?section=models"), "Lưu nháp", (Estimate, "nhiều"));
        var answer = await SendAsync(
            program, HttpMethod.Put, $"/api/v1{address}", new { answers = new Dictionary<string, object> { ["family.recognised~estimate"] = -3 } }, "*");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("nhiều", refused.Typed(Estimate));
        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("cells").TryGetProperty("family.recognised~estimate", out _));
    }

    [Fact]
    public async Task The_interface_takes_and_gives_estimates_by_their_names()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var address = $"/api/v1{await AskedAsync()}";
        var answers = new Dictionary<string, object> { ["family.recognised"] = 800, ["family.recognised~estimate"] = 812 };

        var first = await SendAsync(program, HttpMethod.Put, address, new { answers }, "*");
        var again = await SendAsync(program, HttpMethod.Put, address, new { answers }, "*");
        var stored = await AskAsync(program, address);

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal(first.Body.GetProperty("revision").GetInt32(), again.Body.GetProperty("revision").GetInt32());
        Assert.Equal(812, stored.Body.GetProperty("answers").GetProperty("family.recognised~estimate").GetInt32());
    }

    [Fact]
    public async Task When_the_year_is_over_the_form_asks_no_estimate_and_shows_what_was_estimated_with_the_difference()
    {
        var (browser, program) = (await AsAsync(Role.CommuneOfficer), await ProgramAsync(Role.CommuneOfficer));
        var address = await AskedAsync();
        await TypeAsync(browser, address, 800, 812);
        await MoveAsync(address, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm);
        Time.MoveTo(new DateTimeOffset(2028, 1, 12, 9, 0, 0, TimeSpan.FromHours(7)));
        browser = await AsAsync(Role.CommuneOfficer);
        await MoveAsync(address, ReturnStep.Correct);

        var page = await PressAsync(browser, await PageAsync(browser, $"{address}?section=models"), "Lưu nháp", (Recognised, "826"));
        await MoveAsync(address, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm);
        var read = await PageAsync(browser, address);
        var place = await PageAsync(browser, $"/indicators/family-share/{HaiLang}?year=2027");

        Assert.DoesNotContain(page.Document.QuerySelectorAll("input"), field => field.GetAttribute("aria-label") == Estimate);
        Assert.Contains("Đã ước 812; chênh +14", page.Main, StringComparison.Ordinal);
        Assert.Contains("Đã ước 812; chênh +14", read.Main, StringComparison.Ordinal);
        Assert.Contains("Ước trước đây 81,2 %; chính thức 82,6 %, chênh +1,4 điểm phần trăm.", place.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_says_the_estimate_under_the_value_of_a_target()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/overview/{Province}?year=2026");

        var citizens = page.Document.QuerySelectorAll("[aria-labelledby=targets] tbody tr").Select(PageView.Words)
            .Single(row => row.StartsWith("Công dân đạt danh hiệu", StringComparison.Ordinal));
        Assert.Contains("Ước cả năm: ", citizens, StringComparison.Ordinal);
    }

    private static async Task<PageView> TypeAsync(HttpClient browser, string address, int recognised, int estimate) => await PressAsync(
        browser,
        await PageAsync(browser, $"{address}?section=models"),
        "Lưu nháp",
        (Total, "1.000"),
        (Registered, "900"),
        (Recognised, $"{recognised}"),
        (Estimate, $"{estimate}"));

    /// <summary>Takes steps as whoever takes them.</summary>
    private async Task MoveAsync(string address, params IReadOnlyList<ReturnStep> steps)
    {
        var id = new ReturnId(Guid.Parse(address[(address.LastIndexOf('/') + 1)..]));

        foreach (var step in steps)
        {
            await using var db = Engine.Open();
            var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct);
            var role = step switch
            {
                ReturnStep.Approve => Role.CommuneLeader,
                ReturnStep.Confirm => Role.StandingAgency,
                _ => Role.CommuneOfficer,
            };
            var outcome = await new TakeReturnStep(db, Shelf, Clock).RunAsync(
                id, @return.Revision, step, "Số cả năm", new Actor(1, null, role, @return.SubjectId), Ct);
            Assert.Null(outcome.Refusal);
        }
    }

    /// <summary>A round of the yearly form of 2027 is open; the address of Hải Lăng's return.</summary>
    private async Task<string> AskedAsync()
    {
        await using var db = Engine.Open();
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var opened = await new OpenRound(db, Shelf, Clock).RunAsync(
            Given.AskedRound(2027, "annual-commune"), new Actor(1, null, Role.StandingAgency, owner.PlaceId), Ct);
        Assert.Null(opened.Refusal);
        var place = (await ReturnOfAsync(HaiLang)).SubjectId;
        var id = await db.Returns.Where(@return => @return.RoundId == opened.Value.Id && @return.SubjectId == place).Select(@return => @return.Id).SingleAsync(Ct);

        return $"/returns/{id.Value}";
    }
}
