using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>A round that asked the commune's yearly form: one sheet a section, what was chosen in words.</summary>
public sealed class AppendixOfTheYearlyFormTests : ReportTest
{
    private static readonly IReadOnlyDictionary<string, long> HaiLang = new Dictionary<string, long>
    {
        ["family.total"] = 1000,
        ["xmc.level"] = 2,
        ["pcgd.kindergarten"] = 1,
        ["centre.budget"] = 1255,
        ["institution.general.total"] = 9,
        ["institution.continuing.total"] = 1,
        ["institution.vocational.total"] = 0,
        ["institution.other.total"] = 2,
    };

    private static readonly IReadOnlyDictionary<string, long> VinhDinh = new Dictionary<string, long>
    {
        ["family.total"] = 500, ["xmc.level"] = 1, ["pcgd.kindergarten"] = 0, ["institution.general.total"] = 4,
    };

    [Fact]
    public async Task Each_section_has_its_sheet_named_and_headed_as_offices_do()
    {
        var appendix = (await ReportAsync()).Appendix;

        Assert.Equal(9, appendix.Sheets.Count);
        Assert.Equal(["PL1 Mô hình học tập", "PL2 Công dân học tập"], appendix.Sheets.Take(2).Select(sheet => sheet.Name));
        Assert.All(appendix.Sheets, sheet => Assert.Contains(
            sheet.TitleLines, line => line.StartsWith("(Kèm theo Báo cáo số        /BC-SGDĐT ngày        tháng        năm ", StringComparison.Ordinal)));
        Assert.Equal("Phụ lục 4. Phổ cập giáo dục, xóa mù chữ", appendix.Sheets[3].TitleLines[0]);
        Assert.Contains("Trung tâm xếp loại tốt", appendix.Sheets[4].Columns.Select(column => column.Heading));
        Assert.Equal("Giáo dục phổ thông", appendix.Sheets[6].Columns[2].Group);
    }

    [Fact]
    public async Task What_was_chosen_stands_in_words_and_is_counted_below()
    {
        var sheet = SheetFile.Of((await ReportAsync()).Appendix.Sheets[3]);

        Assert.Equal(["Có", null, null, "Mức độ 2"], Row(sheet, "Xã Hải Lăng").Skip(2));
        Assert.Equal(["Không", null, null, "Mức độ 1"], Row(sheet, "Xã Vĩnh Định").Skip(2));
        Assert.Equal([null, "Số đơn vị: Mức độ 2", null, null, null, 1m], Row(sheet, "Số đơn vị: Mức độ 2"));
        Assert.Equal([1m], Row(sheet, "Số đơn vị: Có").Skip(2));
        Assert.All(sheet.Formulas.Keys, cell => Assert.Equal((decimal?)sheet.At(cell), sheet.WorkedOut(cell)));
        Assert.DoesNotContain(sheet.Rows, row => row.Cells.OfType<string>().Any(words => words.StartsWith("Toàn tỉnh", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_closing_row_of_a_section_becomes_columns_and_blanks_stay_blank()
    {
        var sheet = SheetFile.Of((await ReportAsync()).Appendix.Sheets[6]);

        Assert.Equal(12m, Row(sheet, "Xã Hải Lăng")[10]);
        Assert.Equal(3, Row(sheet, "Xã Vĩnh Định").Count);
        Assert.All(sheet.Formulas.Keys, cell => Assert.Equal((decimal?)sheet.At(cell), sheet.WorkedOut(cell)));
    }

    [Fact]
    public async Task Decimals_are_those_of_the_element()
    {
        var sheet = (await ReportAsync()).Appendix.Sheets[4];
        var budget = sheet.Columns.Index().Single(column => column.Item.Heading.StartsWith("Kinh phí từ ngân sách", StringComparison.Ordinal)).Index;

        Assert.Equal(125.5m, Row(SheetFile.Of(sheet), "Xã Hải Lăng")[budget]);
    }

    [Fact]
    public async Task The_paper_counts_the_communes_by_what_they_chose()
    {
        var tables = WordText.Of((await ReportAsync()).Paper).Tables.SelectMany(table => table).ToList();

        Assert.Contains(tables, row => row.SequenceEqual(["Xóa mù chữ: mức độ", "", "", "0", "1", "1", ""]));
        Assert.Contains(tables, row => row.SequenceEqual(["Phổ cập giáo dục mầm non cho trẻ em 5 tuổi: đạt chuẩn", "1", "1", "", "", "", ""]));
    }

    private static IReadOnlyList<object?> Row(SheetFile sheet, string place) =>
        sheet.Rows.Single(row => row.Cells.ElementAtOrDefault(1) as string == place).Cells;

    private async Task<AnnualReport> ReportAsync()
    {
        await using (var db = Engine.Open())
        {
            await db.RoundForms.Where(form => form.RoundId == Round.Id).ExecuteDeleteAsync(Ct);
            await db.Rounds.Where(round => round.Id == Round.Id).ExecuteDeleteAsync(Ct);
        }

        var asked = Given.Round("2026-năm", Given.FormPack("annual-commune"));
        Given.Confirmed(asked, Commune, HaiLang);
        Given.Confirmed(asked, Given.Place("Vĩnh Định", under: Province), VinhDinh);
        await GivenPlanAsync();

        return (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;
    }
}
