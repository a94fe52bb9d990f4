using System.Text.Json;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>A round that asked communes and agencies: what agencies counted is printed agency by agency, and who is missing is named.</summary>
public sealed class AppendicesOfAgenciesTests : ReportTest
{
    private readonly Dictionary<string, int> agencies = [];

    private Round asked = null!;

    [Fact]
    public async Task Behind_the_communes_sheets_stand_those_of_the_agencies_fourteen_in_all()
    {
        var sheets = (await ReportAsync()).Appendix.Sheets;

        Assert.Equal(14, sheets.Count);
        Assert.Equal(
            ["PL10 Truyền thông của các cơ quan", "PL11 Kinh phí của các cơ quan", "PL12 Thi đua, khen thưởng", "PL13 Văn bản đã ban hành", "PL14 Nhiệm vụ của từng cơ quan"],
            sheets.Skip(9).Select(sheet => sheet.Name));
        Assert.All(sheets, sheet => Assert.Contains(sheet.TitleLines, line => line.Contains("/BC-SGDĐT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_number_of_the_agencies_sheets_is_the_confirmed_figure_behind_it()
    {
        var workbook = (await ReportAsync()).Appendix;
        var figures = await FiguresAsync();

        foreach (var (i, appendix) in Plan.Appendices.SkipLast(1).Index())
        {
            var (sheet, codes) = (SheetFile.Of(workbook.Sheets[9 + i]), appendix.Elements);

            var names = agencies.Keys.Where(name => sheet.Rows.Any(row => row.Cells.ElementAtOrDefault(1) as string == name)).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Equal(codes.Select(code => Printed(figures, name, code)), Padded(sheet, name, codes.Count + 2).Skip(2)));
        }
    }

    [Fact]
    public async Task What_agencies_are_asked_alone_is_a_list_of_figures_with_their_units()
    {
        var sheet = SheetFile.Of((await ReportAsync()).Appendix.Sheets[13]);
        var rows = sheet.Rows.Where(row => row.Cells.ElementAtOrDefault(1) as string == agencies.Keys.Single(name => name.StartsWith("Sở Nội vụ", StringComparison.Ordinal))).Select(row => row.Cells.Skip(2).ToList()).ToList();

        Assert.Equal(["Cán bộ, công chức, viên chức của tỉnh", 21000m, "người"], rows[0]);
        Assert.Equal(["Lượt cán bộ, công chức, viên chức được bồi dưỡng", null, "lượt người"], rows[1]);
        // What another sheet prints is not printed twice.
        Assert.DoesNotContain(rows, row => row[0] is "Tập thể, cá nhân được khen thưởng về xây dựng xã hội học tập");
    }

    [Fact]
    public async Task Sums_are_formulas_and_say_over_how_many_agencies()
    {
        var workbook = (await ReportAsync()).Appendix;
        var documents = SheetFile.Of(workbook.Sheets[12]);
        var total = documents.Rows[^1].Cells;

        Assert.Equal([null, "Cộng (tạm tính 2/3)", 9m], total);
        Assert.All(documents.Formulas.Keys, cell => Assert.Equal((decimal?)documents.At(cell), documents.WorkedOut(cell)));
    }

    [Fact]
    public async Task The_paper_sums_what_agencies_counted_and_names_those_whose_report_is_missing()
    {
        var word = WordText.Of((await ReportAsync()).Paper);

        Assert.Equal(
            ["Đã xác nhận số liệu của 2/3 cơ quan, tổ chức được giao báo cáo; số liệu còn thiếu để trống, không tính là 0.", "- Đã gửi, đang kiểm tra: Báo và Phát thanh - Truyền hình Quảng Trị;"],
            word.Section("Kết quả của các sở, ban, ngành, đoàn thể").Take(2));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Văn bản chỉ đạo, hướng dẫn đã ban hành", "văn bản", "9", "2/3"]));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.SequenceEqual(["Kinh phí từ ngân sách", "triệu đồng", "125,5", "1/3"]));
    }

    [Fact]
    public async Task A_round_that_asks_no_agency_has_the_communes_sheets_alone()
    {
        await GivenVariantsAsync();

        var report = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

        Assert.Equal(2, report.Appendix.Sheets.Count);
        Assert.Equal(["Kỳ báo cáo này không giao biểu mẫu cho các cơ quan, tổ chức."], WordText.Of(report.Paper).Section("Kết quả của các sở, ban, ngành, đoàn thể"));
    }

    private static ProgrammePack Plan { get; } = JsonSerializer.Deserialize<ProgrammePack>(
        File.ReadAllText(RepositoryFolder.Under("packs", "programmes", "quang-tri-2021-2030", "2021.3.json")), Json.Readable)!;

    private decimal? Printed(IReadOnlyDictionary<(int, string), decimal> figures, string name, string code) =>
        figures.TryGetValue((agencies[name], code), out var value) ? value : null;

    private static IEnumerable<decimal?> Padded(SheetFile sheet, string name, int columns)
    {
        var cells = sheet.Rows.Single(row => row.Cells.ElementAtOrDefault(1) as string == name).Cells;

        return Enumerable.Range(0, columns).Select(i => cells.ElementAtOrDefault(i) as decimal?);
    }

    /// <summary>The confirmed figures of the agencies as the database has them.</summary>
    private async Task<IReadOnlyDictionary<(int, string), decimal>> FiguresAsync()
    {
        var db = Stored();
        var elements = await db.Elements.ToDictionaryAsync(element => element.Id, Ct);

        return (await db.Figures.ToListAsync(Ct)).ToDictionary(
            figure => (figure.SubjectId, elements[figure.ElementId].Code),
            figure => figure.Value / (decimal)Math.Pow(10, elements[figure.ElementId].Decimals));
    }

    private async Task<AnnualReport> ReportAsync()
    {
        await using (var db = Engine.Open())
        {
            await db.RoundForms.Where(form => form.RoundId == Round.Id).ExecuteDeleteAsync(Ct);
            await db.Rounds.Where(round => round.Id == Round.Id).ExecuteDeleteAsync(Ct);
        }

        asked = Given.Round("2026-năm", Given.FormPack("annual-commune"));
        await GivenVariantsAsync();
        Given.Confirmed(asked, Working("quang-tri.so-tai-chinh"), Money, Form("agency-finance"));
        Given.Confirmed(asked, Working("quang-tri.so-noi-vu"), Officials, Form("agency-officials"));
        Given.Return(asked, Working("quang-tri.bao-ptth"), ReturnState.Sent, form: Form("agency-press"));

        return (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;
    }

    private static Dictionary<string, long> Money { get; } = new() { ["finance.province"] = 12_345, ["agency.budget"] = 1255, ["agency.documents"] = 4 };

    private static Dictionary<string, long> Officials { get; } = new() { ["officials.all"] = 21_000, ["officials.commended"] = 12, ["agency.documents"] = 5, ["agency.articles"] = 0 };

    /// <summary>An agency of the product's pack, by the name that it has on the cut-off day.</summary>
    private int Working(string code)
    {
        var db = Stored();
        var agency = db.WithNamesOn(db.Agencies.Where(agency => agency.Code == code), asked.CutOffOn).Single();
        agencies[agency.Name] = agency.Id;

        return agency.Id;
    }

    private int Form(string code)
    {
        var pack = Given.FormPack(code);

        if (!Stored().RoundForms.Any(form => form.RoundId == asked.Id && form.FormPackId == pack))
        {
            Given.AlsoAsks(asked, pack);
        }

        return pack;
    }
}
