using HieuHoc.Access;
using HieuHoc.Reporting;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Reporting;

/// <summary>One set of figures, several reports: to whom, by whom, under which signature.</summary>
public sealed class VariantsOfTheReportTests : ReportTest
{
    private Actor Association => new(1, null, Role.AssociationOfficer, Province);

    [Fact]
    public async Task The_first_report_goes_from_the_department_to_the_people_s_committee()
    {
        var paper = (await ReportAsync(null)).Paper;

        Assert.Equal(("UBND TỈNH QUẢNG TRỊ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"), (paper.ParentIssuer, paper.Issuer));
        Assert.Equal(["Ủy ban nhân dân tỉnh Quảng Trị"], paper.Addressees);
        Assert.Equal(["GIÁM ĐỐC"], paper.Signature.Authority);
    }

    [Fact]
    public async Task The_people_s_committee_reports_to_the_ministry_under_its_own_authority()
    {
        var report = await ReportAsync("committee");

        Assert.Equal((null, "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ"), (report.Paper.ParentIssuer, report.Paper.Issuer));
        Assert.Equal(["Bộ Giáo dục và Đào tạo"], report.Paper.Addressees);
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], report.Paper.Signature.Authority);
        Assert.EndsWith("/BC-UBND", report.Paper.NumberPattern, StringComparison.Ordinal);
        Assert.Equal($"bao-cao-committee-nam-2026-{await CodeOfAsync(Province)}.docx", report.PaperName);
        Assert.Contains(report.Appendix.Sheets[0].TitleLines, line => line.Contains("/BC-UBND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sections_are_shared_and_each_report_has_its_own_last_one()
    {
        var (department, committee) = (WordText.Of((await ReportAsync(null)).Paper), WordText.Of((await ReportAsync("committee")).Paper));

        Assert.Equal(Headings(department).SkipLast(1), Headings(committee).SkipLast(1));
        Assert.Equal("IX. Khó khăn, vướng mắc và kiến nghị với Ủy ban nhân dân tỉnh", Headings(department)[^1]);
        Assert.Equal("IX. Kiến nghị với Bộ Giáo dục và Đào tạo", Headings(committee)[^1]);
    }

    [Fact]
    public async Task The_same_figures_stand_in_each_of_them()
    {
        Given.Confirmed(Round, Commune, Given.Answers(families: new Counted(1211, 1000, 900)));

        AnnualReport[] reports = [await ReportAsync("department"), await ReportAsync("committee"), await ReportAsync("association", Association)];
        var tables = reports.Select(report => WordText.Of(report.Paper).Tables[1].Select(row => string.Join('|', row)).ToList()).ToList();

        Assert.Contains("1.211", tables[0][1], StringComparison.Ordinal);
        Assert.All(tables, table => Assert.Equal(tables[0], table));
    }

    [Fact]
    public async Task The_Association_builds_its_own_report_and_no_other()
    {
        var own = await ReportAsync(null, Association);
        var other = await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Variant = "committee" }, Association, Ct);

        Assert.Equal("HỘI KHUYẾN HỌC TỈNH QUẢNG TRỊ", own.Paper.Issuer);
        Assert.Equal(["Ủy ban nhân dân tỉnh Quảng Trị", "Hội Khuyến học Việt Nam"], own.Paper.Addressees);
        Assert.Equal(new ReportVariantNotFound("committee"), other.Refusal);
        Assert.Equal(["association"], (await BuildAnnualReport.VariantsAsync(2026, Association, Ct)).Select(report => report.Code));
    }

    [Fact]
    public async Task The_standing_agency_builds_all_of_its_programme()
    {
        await GivenVariantsAsync();

        Assert.Equal(["department", "committee", "association"], (await BuildAnnualReport.VariantsAsync(2026, Agency, Ct)).Select(report => report.Code));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("interim-2025")]
    public async Task A_report_that_there_is_not_or_that_is_of_other_years_is_not_found(string variant)
    {
        await GivenVariantsAsync();

        var outcome = await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Variant = variant }, Agency, Ct);

        Assert.Equal(new ReportVariantNotFound(variant), outcome.Refusal);
    }

    [Fact]
    public async Task A_review_is_offered_once_its_last_year_has_come_and_needs_no_round()
    {
        await GivenVariantsAsync();

        Assert.Equal([2025], await BuildAnnualReport.ReviewYearsAsync(Agency, Ct));
        var review = (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2025) { Variant = "interim-2025" }, Agency, Ct)).Value;
        var word = WordText.Of(review.Paper);

        Assert.Contains("Sơ kết thực hiện Kế hoạch xây dựng xã hội học tập giai đoạn 2021 - 2025", word.Lines);
        Assert.Equal(["Chỉ tiêu", "2021", "2022", "2023", "2024", "2025", "Mốc 2025", "Đánh giá"], word.Tables[1][0]);
        Assert.Contains(word.Tables.SelectMany(table => table), row => row[0] == "Công dân đạt danh hiệu “Công dân học tập”" && row[6].StartsWith("60", StringComparison.Ordinal) && row[7] == "Chưa đủ số liệu");
        Assert.Equal("PL1 Chỉ tiêu qua các năm", Assert.Single(review.Appendix.Sheets).Name);
    }

    [Fact]
    public async Task What_somebody_wrote_stands_in_the_place_of_the_drafted_sentences_and_tables_stay()
    {
        await GivenVariantsAsync();
        var asked = new ReportAsked(Province, 2026)
        {
            Written = new Dictionary<string, string> { ["results"] = "Kết quả tốt.\n- Một gạch đầu dòng." },
        };

        var word = WordText.Of((await BuildAnnualReport.RunAsync(asked, Agency, Ct)).Value.Paper);

        Assert.Equal(["Kết quả tốt.", "- Một gạch đầu dòng."], word.Section("Kết quả thực hiện").Take(2));
        Assert.Contains(word.Tables, table => table[0].Contains("Đăng ký"));
    }

    private static List<string> Headings(WordText word) =>
        [.. word.Lines.Where(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^[IVX]+\. "))];

    private Task<AnnualReport> ReportAsync(string? variant) => ReportAsync(variant, Agency);

    private async Task<AnnualReport> ReportAsync(string? variant, Actor actor)
    {
        await GivenVariantsAsync();

        return (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Variant = variant }, actor, Ct)).Value;
    }
}
