using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

public sealed partial class BuildAnnualReportTests : ReportTest
{
    private static readonly IReadOnlyList<string> Models = ["family", "clan", "village", "unit"];

    private readonly Dictionary<string, int> communes = [];

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_standing_agency_builds_the_report(Role role)
    {
        var outcome = await BuildAnnualReport.RunAsync(Province, 2026, As(role), Ct);

        Assert.Equal(new ReportNotYoursToBuild(), outcome.Refusal);
    }

    [Fact]
    public async Task A_commune_has_no_report_of_its_own()
    {
        var outcome = await BuildAnnualReport.RunAsync(Commune, 2026, Agency, Ct);

        Assert.Equal(new ReportPlaceNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task Another_province_s_report_does_not_exist_here()
    {
        var other = Given.Place("Khác");
        Given.Owner(other, id: 2);

        var outcome = await BuildAnnualReport.RunAsync(other, 2026, Agency, Ct);

        Assert.Equal(new ReportPlaceNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task A_year_before_the_province_began_has_no_report()
    {
        await GivenPlanAsync();

        var outcome = await BuildAnnualReport.RunAsync(Province, 2024, Agency, Ct);

        Assert.Equal(new ReportPlaceNotFound(), outcome.Refusal);
    }

    [Fact]
    public async Task A_programme_that_no_pack_describes_has_no_report()
    {
        var outcome = await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct);

        Assert.Equal(new ProgrammeNotDescribed(2026), outcome.Refusal);
    }

    [Fact]
    public async Task A_year_without_a_round_has_no_report()
    {
        await GivenPlanAsync();

        var outcome = await BuildAnnualReport.RunAsync(Province, 2027, Agency, Ct);

        Assert.Equal(new RoundOfYearNotFound(2027), outcome.Refusal);
    }

    [Fact]
    public async Task A_round_of_another_form_is_not_the_report_s()
    {
        await GivenPlanAsync(plan => plan with { Report = plan.Report with { AppendixForm = "form" } });
        Given.Pack(Given.Elements("snow.total"));
        Given.Pack(Given.Form("family.total", "snow.total"));

        var outcome = await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct);

        Assert.Equal(new RoundOfYearNotFound(2026), outcome.Refusal);
    }

    [Fact]
    public async Task The_files_are_named_after_year_and_province()
    {
        await GivenPlanAsync();

        var report = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

        var code = await CodeOfAsync(Province);
        Assert.Equal(($"bao-cao-nam-2026-{code}.docx", $"phu-luc-nam-2026-{code}.xlsx"), (report.PaperName, report.AppendixName));
    }

    [Fact]
    public async Task Every_number_of_the_workbook_is_the_confirmed_figure_and_what_is_not_known_is_blank()
    {
        await GivenAutumnAsync();

        var appendix = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value.Appendix;

        Assert.Equal(["PL1 Mô hình học tập", "PL2 Công dân học tập"], appendix.Sheets.Select(sheet => sheet.Name));
        await AssertSheetAsync(
            SheetFile.Of(appendix.Sheets[0]),
            [.. Models.Select(model => ($"{model}.total", $"{model}.registered", $"{model}.recognised"))],
            "Toàn tỉnh (tạm tính 4/8)");
        await AssertSheetAsync(
            SheetFile.Of(appendix.Sheets[1]), [("citizen.adults", "citizen.self-assessed", "citizen.recognised")], "Toàn tỉnh (tạm tính 6/8)");
    }

    private async Task AssertSheetAsync(SheetFile sheet, IReadOnlyList<(string Whole, string Middle, string Part)> groups, string totalTitle)
    {
        var figures = await FiguresAsync();
        var first = sheet.Rows.Single(row => row.Cells.ElementAtOrDefault(1) is "Xã An").Number;
        var names = communes.Keys.Order(Vietnamese.Order).ToList();

        foreach (var (i, name) in names.Index())
        {
            Assert.Equal([(decimal)(i + 1), $"Xã {name}"], sheet.Rows.Single(row => row.Number == first + i).Cells.Take(2));
            AssertRow(sheet, groups, first + i, code => figures.TryGetValue((communes[name], code), out var value) ? value : null);
        }

        var total = first + names.Count;
        Assert.Equal([null, totalTitle], sheet.Rows.Single(row => row.Number == total).Cells.Take(2));
        AssertRow(sheet, groups, total, code => SumOf(figures, code), (top, bottom) => RateOf(figures, top, bottom));
        Assert.Equal(total, sheet.Rows[^1].Number);
    }

    [Fact]
    public async Task Every_formula_of_the_workbook_comes_to_the_number_that_is_shown()
    {
        await GivenAutumnAsync();

        var sheets = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value.Appendix.Sheets.Select(SheetFile.Of).ToList();

        // Six communes have five rates each, less the clans of three and the units of one; the total rows have 15 sums and 5 rates.
        Assert.Equal((6 * 5) - 3 - 1 + 15 + 5, sheets.Sum(sheet => sheet.Formulas.Count));
        Assert.All(sheets, sheet => Assert.All(sheet.Formulas.Keys, cell => AssertClose(sheet.WorkedOut(cell), sheet.At(cell), cell)));
    }

    [Fact]
    public async Task The_table_of_the_paper_holds_the_sums_of_the_confirmed_figures()
    {
        await GivenAutumnAsync();

        var word = await WordAsync();

        var figures = await FiguresAsync();
        var rows = word.Tables.SelectMany(table => table).ToLookup(row => row[0], row => row.Skip(1));
        AssertSums("Gia đình học tập", "family.total", "family.registered", "family.recognised");
        AssertSums("Dòng họ học tập", "clan.total", "clan.registered", "clan.recognised");
        AssertSums("Cộng đồng học tập (thôn, bản, tổ dân phố)", "village.total", "village.registered", "village.recognised");
        AssertSums("Đơn vị học tập", "unit.total", "unit.registered", "unit.recognised");
        AssertSums("Công dân học tập", "citizen.adults", "citizen.self-assessed", "citizen.recognised");

        void AssertSums(string title, params string[] codes) =>
            Assert.Equal(codes.Select(code => VietnameseNumber.Write(SumOf(figures, code))), Assert.Single(rows[title]));
    }

    [Fact]
    public async Task Every_number_in_the_sentences_of_the_paper_comes_from_confirmed_figures()
    {
        await GivenAutumnAsync();

        var word = await WordAsync();

        var figures = await FiguresAsync();
        var sentences = Sentences(word);
        var shares = new[] { ("citizen.recognised", "citizen.adults") }.Concat(Models.Select(model => ($"{model}.recognised", $"{model}.total"))).ToList();
        Assert.Equal(shares.Count, sentences.Count);

        foreach (var (sentence, (top, bottom)) in sentences.Zip(shares))
        {
            var both = Both(figures, top, bottom);
            var ranked = both.Where(commune => commune.Bottom != 0).Select(commune => 100 * commune.Top / commune.Bottom).OrderDescending().ToList();
            IReadOnlyList<string> expected =
            [
                Percent(RateOf(figures, top, bottom)),
                $"{both.Count}",
                $"{communes.Count}",
                VietnameseNumber.Write(both.Sum(commune => commune.Top)),
                VietnameseNumber.Write(both.Sum(commune => commune.Bottom)),
                .. (ranked.Count < 6 ? [] : ranked.Take(3).Concat(ranked.TakeLast(3).Reverse())).Select(value => Percent(value)),
            ];

            Assert.Equal(expected, Number().Matches(sentence).Select(match => match.Value));
        }
    }

    [Fact]
    public async Task The_best_and_the_last_communes_are_named_with_their_own_share()
    {
        await GivenAutumnAsync();

        var word = await WordAsync();

        Assert.Contains(
            "Cao nhất: Xã Dinh (80,0\u00A0%); Xã Châu (60,0\u00A0%); Xã Bình (40,0\u00A0%). Thấp nhất: Xã Giang (0,0\u00A0%); Xã Én (10,0\u00A0%); Xã An (30,0\u00A0%).",
            Sentences(word)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_report_says_so_everywhere()
    {
        await GivenAutumnAsync();

        var word = await WordAsync();

        Assert.Equal(["8", "6", "1", "1"], Number().Matches(Assert.Single(word.Section("Tình hình báo cáo")) is var line ? Days().Replace(line, "") : "").Select(match => match.Value));
        Assert.All(Sentences(word), sentence => Assert.Contains("tạm tính trên ", sentence, StringComparison.Ordinal));
        Assert.Contains(word.Section("Đánh giá theo chỉ tiêu của Kế hoạch"), line => line.Contains("Chưa đủ số liệu.", StringComparison.Ordinal) && line.Contains("6/8 đơn vị", StringComparison.Ordinal));
        var missing = word.Section("Số liệu còn thiếu");
        Assert.StartsWith("Còn 2 đơn vị chưa có số liệu được xác nhận", missing[0], StringComparison.Ordinal);
        Assert.Contains("Đang nhập: Xã Ích", missing[1], StringComparison.Ordinal);
        Assert.Contains("Đã gửi, đang kiểm tra: Xã Hòa", missing[2], StringComparison.Ordinal);
        Assert.Single(missing, line => line.Contains("ô trống", StringComparison.Ordinal));
        Assert.Equal(4, missing.Count);
    }

    [Fact]
    public async Task What_nobody_counted_is_blank_in_the_paper_and_not_zero()
    {
        await GivenPlanAsync();
        Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        var word = await WordAsync();

        var cells = word.Tables.SelectMany(table => table).Where(row => row.Count == 4 && row[0].Contains("học tập", StringComparison.Ordinal)).SelectMany(row => row.Skip(1)).ToList();
        Assert.Equal(Enumerable.Repeat("", 15), cells);
        Assert.All(
            Sentences(word),
            sentence => Assert.EndsWith(": chưa có số liệu được xác nhận.", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_complete_report_judges_the_targets_and_misses_nothing()
    {
        await GivenPlanAsync();
        Given.Confirmed(Round, Commune, Given.Answers(citizens: new Counted(1000, 900, 650)));

        var word = await WordAsync();

        var targets = word.Section("Đánh giá theo chỉ tiêu của Kế hoạch");
        Assert.Contains("Chưa có số liệu năm 2025", targets[0], StringComparison.Ordinal);
        Assert.Contains("Đánh giá: Chưa đủ số liệu để so tiến độ. Kết quả năm 2026 là 65,0\u00A0%. Để đạt, mỗi năm còn lại (4 năm) cần tăng bình quân 1,3", targets[1], StringComparison.Ordinal);
        Assert.Equal(["Tất cả các đơn vị đã có số liệu được xác nhận, không còn ô trống."], word.Section("Số liệu còn thiếu").Select(line => line.TrimEnd('/')));
        Assert.DoesNotContain(word.Lines, line => line.Contains("tạm tính", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Made_up_figures_are_marked_in_both_files_and_real_ones_are_not(bool demo)
    {
        await GivenPlanAsync();
        await using (var db = Engine.Open())
        {
            await db.Owners.ExecuteUpdateAsync(owners => owners.SetProperty(owner => owner.Demo, demo), Ct);
        }

        var report = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

        Assert.Equal(demo, WordText.Of(report.Paper).Behind.Contains("SỐ LIỆU MINH HỌA", StringComparison.Ordinal));
        Assert.Equal(demo, SheetFile.Of(report.Appendix).Rows[0].Cells[0] is "SỐ LIỆU MINH HỌA");
        Assert.Equal(demo ? "Nguyễn Văn Mẫu" : null, report.Paper.Signature.SignerName);
    }

    [Fact]
    public async Task Number_and_day_are_left_blank_for_the_clerk()
    {
        await GivenPlanAsync();

        var report = (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

        Assert.Matches(@"^Số: +/BC-SGDĐT$", report.Paper.NumberPattern);
        Assert.Matches(@"^Quảng Trị, ngày +tháng +năm 2026$", report.Paper.PlaceAndDate);
        Assert.Contains(WordText.Of(report.Paper).Tables.SelectMany(table => table).SelectMany(row => row), cell => Regex.IsMatch(cell, @"Số: +/BC-SGDĐT"));
    }

    [Fact]
    public async Task Of_several_rounds_of_the_year_the_one_that_was_due_last_is_reported()
    {
        await GivenPlanAsync();
        await using (var db = Engine.Open())
        {
            var early = new RoundId(Guid.CreateVersion7());
            db.Add(new RoundForm { Owner = 1, RoundId = early, FormPackId = Given.FormOf(Round), DueOn = new DateOnly(2026, 6, 30) });
            db.Add(new Round
            {
                Owner = 1,
                Id = early,
                Code = "2026-sớm",
                Title = "Báo cáo sớm",
                PeriodId = Round.PeriodId,
                OpensOn = new DateOnly(2026, 5, 1),
                CutOffOn = new DateOnly(2026, 5, 31),
                DueOn = new DateOnly(2026, 6, 30),
            });
            await db.SaveChangesAsync(Ct);
        }

        var word = await WordAsync();

        Assert.Contains("31/10/2026", Assert.Single(word.Section("Tình hình báo cáo")), StringComparison.Ordinal);
    }

    /// <summary>
    /// Six communes confirmed, of which Châu has no clans, Dinh typed none and Giang counted a zero; Hòa has sent, Ích is typing.
    /// </summary>
    private async Task GivenAutumnAsync()
    {
        await GivenPlanAsync();
        communes.Clear();
        await using (var db = Engine.Open())
        {
            // The commune that every test of returns has stands for the one that is typing.
            await db.PlaceNames.Where(name => name.PlaceId == Commune)
                .ExecuteUpdateAsync(names => names.SetProperty(name => name.FullName, "Xã Ích").SetProperty(name => name.Name, "Ích"), Ct);
        }

        communes["Ích"] = Commune;
        Given.Return(Round, Commune, answers: Given.Answers(citizens: new Counted(777, 777, 777)));
        GivenConfirmed("An", Given.Answers(new Counted(1201, 1101, 901), new Counted(21, 17, 13), new Counted(9, 8, 7), new Counted(6, 6, 5), new Counted(1000, 800, 300)));
        GivenConfirmed("Bình", Given.Answers(new Counted(2305, 1999, 1777), new Counted(31, 28, 22), new Counted(11, 10, 8), new Counted(7, 7, 6), new Counted(2000, 1500, 800)));
        GivenConfirmed("Châu", Given.Answers(new Counted(40, 38, 31), new Counted(0, 0, 0), new Counted(3, 2, 1), new Counted(2, 2, 1), new Counted(5000, 4000, 3000)));
        GivenConfirmed("Dinh", Given.Answers(new Counted(3333, 3003, 2999), Given.NotCounted, new Counted(15, 14, 13), new Counted(9, 8, 8), new Counted(1500, 1400, 1200)));
        GivenConfirmed("Én", Given.Answers(new Counted(4004, 3500, 3100), new Counted(55, null, null), new Counted(14, 12, 10), Given.NotCounted, new Counted(4000, 600, 400)));
        GivenConfirmed("Giang", Given.Answers(new Counted(900, 0, 0), new Counted(12, 9, 6), new Counted(5, 4, 3), new Counted(4, 3, 2), new Counted(700, 0, 0)));
        communes["Hòa"] = Given.Place("Hòa", under: Province);
        Given.Return(Round, communes["Hòa"], ReturnState.Sent, Given.Answers(citizens: new Counted(888, 888, 888)));
    }

    private void GivenConfirmed(string name, IReadOnlyDictionary<string, long> answers)
    {
        communes[name] = Given.Place(name, under: Province);
        Given.Confirmed(Round, communes[name], answers);
    }

    private async Task<WordText> WordAsync() => WordText.Of((await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value.Paper);

    /// <summary>The confirmed figures, counted anew from their own table, without the roll-up.</summary>
    private async Task<IReadOnlyDictionary<(int Commune, string Element), decimal>> FiguresAsync()
    {
        var db = Stored();
        var rows = await (
            from figure in db.Figures
            join element in db.Elements on figure.ElementId equals element.Id
            select new { figure.SubjectId, element.Code, figure.Value }).ToListAsync(Ct);

        return rows.ToDictionary(row => (row.SubjectId, row.Code), row => (decimal)row.Value);
    }

    private static decimal? SumOf(IReadOnlyDictionary<(int Commune, string Element), decimal> figures, string code)
    {
        var known = figures.Where(figure => figure.Key.Element == code).Select(figure => figure.Value).ToList();

        return known.Count == 0 ? null : known.Sum();
    }

    private IReadOnlyList<(decimal Top, decimal Bottom)> Both(
        IReadOnlyDictionary<(int Commune, string Element), decimal> figures, string top, string bottom) =>
    [
        .. communes.Values
            .Where(commune => figures.ContainsKey((commune, top)) && figures.ContainsKey((commune, bottom)))
            .Select(commune => (figures[(commune, top)], figures[(commune, bottom)])),
    ];

    private decimal? RateOf(IReadOnlyDictionary<(int Commune, string Element), decimal> figures, string top, string bottom)
    {
        var both = Both(figures, top, bottom);

        return both.Sum(commune => commune.Bottom) is not 0 and var whole ? 100 * both.Sum(commune => commune.Top) / whole : null;
    }

    /// <summary>The columns from the third on: three of each group with the rate behind.</summary>
    private static void AssertRow(
        SheetFile sheet,
        IReadOnlyList<(string Whole, string Middle, string Part)> groups,
        int row,
        Func<string, decimal?> figure,
        Func<string, string, decimal?>? rate = null)
    {
        var column = 2;

        foreach (var (whole, middle, part) in groups)
        {
            foreach (var code in new[] { whole, middle, part })
            {
                AssertClose(figure(code), sheet.At(Cell(column++, row)), $"{code} in row {row}");
            }

            var expected = rate is not null ? rate(part, whole)
                : figure(part) is { } top && figure(whole) is { } bottom and not 0 ? 100 * top / bottom
                : null;
            AssertClose(expected, sheet.At(Cell(column++, row)), $"rate of {part} in row {row}");
        }
    }

    private static string Cell(int column, int row) =>
        column < 26 ? $"{(char)('A' + column)}{row}" : $"A{(char)('A' + column - 26)}{row}";

    private static void AssertClose(decimal? expected, object? actual, string where)
    {
        Assert.True((expected is null) == (actual is null), $"{where}: {expected} ≠ {actual ?? "blank"}");
        Assert.True(expected is null || Math.Abs(expected.Value - (decimal)actual!) < 0.000_000_001m, $"{where}: {expected} ≠ {actual}");
    }

    private static string Percent(decimal? value) => VietnameseNumber.Percent(value).Replace("\u00A0%", "", StringComparison.Ordinal);

    /// <summary>The sentences about shares; the captions of the tables stand among them.</summary>
    private static List<string> Sentences(WordText word) =>
        [.. word.Section("Kết quả thực hiện").Where(line => line.StartsWith("Tỷ lệ", StringComparison.Ordinal))];

    [GeneratedRegex("[0-9]{2}:[0-9]{2} ngày |[0-9]{2}/[0-9]{2}/[0-9]{4}")]
    private static partial Regex Days();

    [GeneratedRegex(@"\d+(\.\d{3})*(,\d+)?")]
    private static partial Regex Number();
}
