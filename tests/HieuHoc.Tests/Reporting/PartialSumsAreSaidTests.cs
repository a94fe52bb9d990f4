using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Rules;
using HieuHoc.Testing;
using HieuHoc.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

public sealed class PartialSumsAreSaidTests : ReportTest
{
    [Fact]
    public async Task A_table_over_some_communes_says_over_how_many()
    {
        Given.Confirmed(Round, Commune);
        Given.Return(Round, Given.Place("Nam Hải Lăng", under: Province), ReturnState.Sent);

        var report = await ReportAsync();

        Assert.All(report.Paper.Body.OfType<TableBlock>(), table => Assert.Equal("Tạm tính trên 1/2 đơn vị", table.Caption));
        Assert.Contains(Total(report), cell => cell == SheetCell.Text("Toàn tỉnh (tạm tính 1/2)"));
        Assert.Contains(report.Appendix.Sheets[0].TitleLines, line => line.Contains("1/2 đơn vị", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_total_over_all_communes_is_the_province_s()
    {
        Given.Confirmed(Round, Commune);

        var report = await ReportAsync();

        Assert.All(report.Paper.Body.OfType<TableBlock>(), table => Assert.Null(table.Caption));
        Assert.Contains(Total(report), cell => cell == SheetCell.Text("Toàn tỉnh"));
        Assert.Contains("Tất cả các đơn vị đã có số liệu được xác nhận, không còn ô trống.", Words(report));
    }

    [Fact]
    public async Task A_confirmed_commune_with_blank_cells_is_named_with_them()
    {
        Given.Confirmed(Round, Commune, Given.Answers(clans: new Counted(null, 3, null)));

        var words = Words(await ReportAsync());

        Assert.Contains(words, text => text.Contains("Hải Lăng (Dòng họ học tập: Tổng số, Được công nhận).", StringComparison.Ordinal));
        Assert.DoesNotContain(words, text => text.StartsWith("Tất cả", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_papers_say_until_when_figures_were_confirmed()
    {
        Given.Confirmed(Round, Commune);
        var asOf = ProgrammeClock.Local(Clock.Now.Instant).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

        var report = await ReportAsync();

        Assert.Contains(Words(report), text => text.Contains($"Số liệu được xác nhận đến {asOf}", StringComparison.Ordinal));
        Assert.Contains(report.Appendix.Sheets[0].TitleLines, line => line.Contains($"Số liệu được xác nhận đến {asOf}", StringComparison.Ordinal));
        Assert.EndsWith($"năm {Clock.Now.Day.Year}", report.Paper.PlaceAndDate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sections_are_numbered_however_many_there_are()
    {
        Given.Confirmed(Round, Commune);

        var report = await ReportAsync(plan => plan with
        {
            Report = plan.Report with { Sections = [.. Enumerable.Repeat(new ReportSection { Title = "Phần", Content = ReportContent.Text, Text = "x" }, 14)] },
        });

        Assert.Equal("XIV. Phần", report.Paper.Body.OfType<Heading>().Last().Text);
    }

    [Fact]
    public async Task The_years_offered_are_counted_in_the_round_of_the_report_s_form()
    {
        Given.Confirmed(Round, Commune);
        Given.Return(Given.Round("other", Given.Pack(Given.Form("family.total"))), Commune);
        await GivenPlanAsync();

        var years = await BuildAnnualReport.YearsAsync(Agency, Ct);

        Assert.Equal([new ReportableYear(2026, 1, 1)], years);
    }

    [Fact]
    public void A_refused_year_reads_as_a_year()
    {
        var texts = new Texts();

        Assert.All(
            new[] { texts.Of(new ProgrammeNotDescribed(2026)), texts.Of(new RoundOfYearNotFound(2026)) },
            sentence => Assert.Contains("2026", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_is_written_in_words_and_signs()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        var explanation = Rule.Parse("round(a * 2 / b, 1) >= 89.5 and a <> b").Judge(new Facts(new Dictionary<string, decimal?>())).Explanation;

        var view = ExplanationView.Of(explanation, new Dictionary<string, ElementDefinition>(), indicator: null, new Texts());

        Assert.Equal("làm tròn(a × 2 ÷ b; 1) ≥ 89,5 và a ≠ b", view.Words);
    }

    private static IReadOnlyList<SheetCell> Total(AnnualReport report) => report.Appendix.Sheets[0].Total!;

    private static List<string> Words(AnnualReport report) => [.. report.Paper.Body.OfType<Paragraph>().Select(paragraph => paragraph.Text)];

    private async Task<AnnualReport> ReportAsync(Func<ProgrammePack, ProgrammePack>? change = null)
    {
        await GivenPlanAsync(change);

        return (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;
    }
}
