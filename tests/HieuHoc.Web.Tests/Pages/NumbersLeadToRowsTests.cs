using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HieuHoc.Access;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Pages;

public sealed partial class NumbersLeadToRowsTests : WalkTest
{
    [Theory]
    [InlineData("/places/44?year=2026")]
    [InlineData("/places/44?year=2026&indicator=family-share")]
    [InlineData("/indicators/citizen-share/44?year=2026")]
    public async Task Every_number_of_an_indicator_leads_to_the_rows_behind_it(string address)
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, address);

        // Every percentage on the page that is no threshold, legend or explanation of a rule stands in a link.
        var loose = page.Document.QuerySelectorAll("main *")
            .Where(element => element.ChildNodes.OfType<IText>().Any(text => Percentage().IsMatch(text.Data)))
            .Where(element => element.Closest("a.rows-behind, svg a, .key, .explanation, option, .milestones > li") is null)
            .Select(PageView.Words);
        Assert.Empty(loose);
        Assert.NotEmpty(page.Document.QuerySelectorAll("main a.rows-behind"));
        Assert.All(page.Document.QuerySelectorAll("main a.rows-behind"), link => Assert.True(
            link.GetAttribute("href") is { } href && (href.StartsWith("/indicators/", StringComparison.Ordinal) || (href[0] == '#' && page.Document.GetElementById(href[1..]) is not null)),
            $"{PageView.Words(link)} → {link.GetAttribute("href")}"));
    }

    [Fact]
    public async Task The_numbers_at_home_lead_to_the_returns_behind_them()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/");

        Assert.All(page.Document.QuerySelectorAll(".finding, .round-bar li"), part => Assert.StartsWith(
            "/returns?round=2026", part.QuerySelector("a.rows-behind")!.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rows_of_a_commune_show_producer_source_version_standing_and_what_was_superseded()
    {
        await TakeAsync((await ReturnOfAsync(VinhDinh)).Id, ReturnStep.Correct);
        await TypeAsync((await ReturnOfAsync(VinhDinh)).Id);
        await TakeAsync((await ReturnOfAsync(VinhDinh)).Id, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send);
        await ConfirmAsync(await ReturnOfAsync(VinhDinh));
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/indicators/citizen-share/{VinhDinh}?year=2026");

        var rows = page.Document.QuerySelectorAll("[aria-labelledby=figures] tbody tr").Select(PageView.Words).ToList();
        Assert.Contains("Người lớn trên địa bàn Xã Vĩnh Định 9.999 Báo cáo Báo cáo của Xã Vĩnh Định, bản 2 Chính thức", rows);
        Assert.Contains(rows, row => row.Contains("bản 1 Chính thức đã thay lúc", StringComparison.Ordinal) && row.Contains("chênh lệch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_estimate_stands_beside_the_official_value_with_the_difference()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var official = await PageAsync(browser, $"/indicators/citizen-share/{VinhDinh}?year=2026");
        var estimate = await PageAsync(browser, $"/indicators/citizen-share/{VinhDinh}?year=2026&standing=FullYearEstimate");

        Assert.Contains("Ước thực hiện cả năm:", official.Main, StringComparison.Ordinal);
        Assert.StartsWith("/indicators/citizen-share/", Other(official), StringComparison.Ordinal);
        Assert.EndsWith("&standing=FullYearEstimate", Other(official), StringComparison.Ordinal);
        Assert.Contains("Ước thực hiện cả năm.", PageView.Words(estimate.Document.QuerySelector(".key-figure")), StringComparison.Ordinal);
        Assert.NotEqual(Share(official), Share(estimate));
        Assert.DoesNotContain("Sơ bộ", official.Main, StringComparison.Ordinal);
        Assert.Contains("Ước thực hiện cả năm", PageView.Words(official.Document.QuerySelector("[aria-labelledby=figures]")), StringComparison.Ordinal);
    }

    private async Task ConfirmAsync(Return @return)
    {
        await using var db = Engine.Open();
        var outcome = await new TakeReturnStep(db, Shelf, Clock).RunAsync(
            @return.Id, @return.Revision, ReturnStep.Confirm, null, new Actor(@return.Owner, null, Role.StandingAgency, @return.SubjectId), Ct);
        Assert.Null(outcome.Refusal);
    }

    private static string? Other(PageView page) => page.Document.QuerySelectorAll("main a.rows-behind")
        .Select(link => link.GetAttribute("href")).FirstOrDefault(href => href!.Contains("standing=", StringComparison.Ordinal));

    private static string Share(PageView page) => Percentage().Match(PageView.Words(page.Document.QuerySelector(".key-figure"))).Value;

    [GeneratedRegex(@"\d+,\d %")]
    private static partial Regex Percentage();
}
