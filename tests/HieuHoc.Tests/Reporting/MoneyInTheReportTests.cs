using HieuHoc.Programmes.Money;
using HieuHoc.Reporting;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>What the yearly report says of money: every number is the sum of entries, and what nobody wrote is no zero.</summary>
public sealed class MoneyInTheReportTests : ReportTest
{
    private const string Title = "Kinh phí thực hiện";

    [Fact]
    public async Task Where_nothing_is_written_the_report_says_so_and_prints_no_zero()
    {
        var report = await ReportAsync();

        Assert.Equal(
            ["Chưa có số liệu về kinh phí năm 2026: chưa ghi khoản phân bổ, khoản chi hay khoản huy động nào."],
            WordText.Of(report.Paper).Section(Title));
        Assert.DoesNotContain(report.Appendix.Sheets, sheet => sheet.Name.EndsWith("Kinh phí", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Allocated_and_spent_stand_by_source_with_what_funds_got_gave_and_have_left()
    {
        var department = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        Given.Budget(BudgetEntryKind.Allocation, department, MoneySource.Province, 50_000_000);
        Given.Budget(BudgetEntryKind.Spending, department, MoneySource.Province, 12_500_000, task: Given.Task(department));
        Given.Spending(Commune);
        Given.Fund(Commune);

        var report = await ReportAsync();

        var word = WordText.Of(report.Paper);
        Assert.Equal(
            [
                "Năm 2026, kinh phí phân bổ theo quyết định là 50.000.000 đồng, đã chi 14.500.000 đồng (số ghi nhận của 2 cơ quan, địa phương).",
                "- Chưa có số liệu của nguồn: Lồng ghép chương trình khác;",
                "- Ngân sách cấp xã: đã chi mà chưa ghi phân bổ nên chưa tính được số còn lại (Xã Hải Lăng);",
                "Kinh phí huy động, theo sổ quỹ khuyến học năm 2026: thu 10.000.000 đồng; chi 6.000.000 đồng; còn lại 4.000.000 đồng.",
            ],
            word.Section(Title).Take(4));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Ngân sách tỉnh", "50.000.000", "12.500.000", "37.500.000"]));
        // Nobody wrote an allocation of the commune's budget: there is no zero in its place.
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Ngân sách cấp xã", "", "2.000.000", ""]));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Tổng cộng", "50.000.000", "14.500.000", ""]));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Bằng tiền", "10.000.000", "6.000.000", "4.000.000"]));
        var sheet = SheetFile.Of(report.Appendix.Sheets.Single(sheet => sheet.Name.EndsWith("Kinh phí", StringComparison.Ordinal)));
        Assert.Contains(sheet.Rows, row => row.Cells.SequenceEqual([1m, "Sở Văn hóa, Thể thao và Du lịch", "Ngân sách tỉnh", 50_000_000m, 12_500_000m, 37_500_000m]));
        Assert.Contains(sheet.Rows, row => row.Cells.Skip(2).SequenceEqual(["Quỹ khuyến học (minh họa) (Bằng tiền)", 10_000_000m, 6_000_000m, 4_000_000m]));
        var tasks = SheetFile.Of(report.Appendix.Sheets.Single(sheet => sheet.Name.EndsWith("Kinh phí theo nhiệm vụ", StringComparison.Ordinal)));
        Assert.Contains(tasks.Rows, row => row.Cells.SequenceEqual([1m, "Tổ chức Tuần lễ hưởng ứng học tập suốt đời", null, 12_500_000m]));
        Assert.All(sheet.Formulas.Keys, cell => Assert.Equal((decimal?)sheet.At(cell), sheet.WorkedOut(cell)));
    }

    [Fact]
    public async Task What_is_known_of_one_side_alone_says_that_the_other_is_not()
    {
        Given.Spending(Commune);
        var spent = await SentencesAsync();
        await TakeBackAsync();
        Given.Budget(BudgetEntryKind.Allocation, Commune, MoneySource.Local, 3_000_000);

        var given = await SentencesAsync();

        Assert.Equal("Năm 2026 đã chi 2.000.000 đồng (số ghi nhận của 1 cơ quan, địa phương); chưa có số liệu về phân bổ kinh phí.", spent[0]);
        Assert.Equal("Năm 2026, kinh phí phân bổ theo quyết định là 3.000.000 đồng (số ghi nhận của 1 cơ quan, địa phương); chưa có số liệu về kinh phí đã chi.", given[0]);
        Assert.Equal("Chưa có số liệu về kinh phí huy động năm 2026: chưa sổ quỹ khuyến học nào ghi thu, chi.", given[2]);
    }

    [Fact]
    public async Task Funds_alone_are_said_beside_the_missing_budgets_and_things_without_a_value_are_counted()
    {
        var fund = Given.Fund(Commune);
        Given.Gift(fund, null, 2026);
        Given.Gift(fund, 500_000, 2025);
        Given.Gift(fund, 900_000, 2027);

        var sentences = await SentencesAsync();

        Assert.Equal("Chưa có số liệu về kinh phí phân bổ và kinh phí đã chi năm 2026.", sentences[0]);
        // What came in before is left too, what comes after the year is not.
        Assert.Equal(
            "Kinh phí huy động, theo sổ quỹ khuyến học năm 2026: thu 10.000.000 đồng; chi 6.000.000 đồng; còn lại 4.500.000 đồng; 1 lượt thu hiện vật không ghi giá trị.",
            sentences[1]);
    }

    [Fact]
    public async Task A_report_that_names_its_instant_says_what_was_written_by_then()
    {
        Given.Spending(Commune);
        Given.Fund(Commune);

        var before = await SentencesAsync(new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("Chưa có số liệu về kinh phí phân bổ và kinh phí đã chi năm 2026.", before[0]);
        Assert.StartsWith("Năm 2026 đã chi", (await SentencesAsync())[0], StringComparison.Ordinal);
        Assert.StartsWith("Chưa có số liệu về kinh phí năm 2026", (await SentencesAsync(new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc)))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Association_s_report_has_no_section_of_money_that_it_does_not_see()
    {
        await GivenVariantsAsync("2021.6");

        var report = (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { Variant = "association" }, Agency, Ct)).Value;

        Assert.DoesNotContain(WordText.Of(report.Paper).Lines, line => line.EndsWith(Title, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> SentencesAsync(DateTime? asOf = null) => WordText.Of((await ReportAsync(asOf)).Paper).Section(Title);

    private async Task<AnnualReport> ReportAsync(DateTime? asOf = null)
    {
        await GivenVariantsAsync("2021.6");

        return (await BuildAnnualReport.RunAsync(new ReportAsked(Province, 2026) { AsOf = asOf }, Agency, Ct)).Value;
    }

    /// <summary>Takes what was spent back, as a correction to nothing does.</summary>
    private async Task TakeBackAsync()
    {
        var entry = await Stored().BudgetEntries.SingleAsync(Ct);
        Given.Budget(entry.Kind, entry.SubjectId, entry.Source, 0, entry.Id);
    }
}
