using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.History;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Papers;
using HieuHoc.Papers.Tests;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

public sealed class HistoryListTests : ListsTest
{
    private static readonly DateOnly Reform = new(2025, 7, 1);

    private int province;
    private int district;
    private int tho;
    private int vinh;
    private int today;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new HistoryList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", level: PlaceLevel.Province, code: "44");
        district = await EndedAsync("Hải Lăng", PlaceLevel.District, province, "470");
        tho = await EndedAsync("Hải Thọ", PlaceLevel.Commune, district, "19681");
        vinh = await EndedAsync("Vĩnh Hòa", PlaceLevel.Commune, district, "19700");
        today = Given.Place("Hải Lăng", under: province, code: "19681", from: Reform);
        Given.Owner(province);
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("book.total", producer: Producer.Import) with { Title = Given.Words("Tổng số gia đình"), Breakdowns = ["women"] },
                Given.Element("book.share", decimals: 1, producer: Producer.Import) with { Title = Given.Words("Bình quân") },
                Given.Element("book.level", leafLevel: SubjectLevel.District, producer: Producer.Import) with { Title = Given.Words("Mức của huyện") },
            ],
            Breakdowns = [new BreakdownDefinition("women", Given.Words("nữ"))],
        });
    }

    [Fact]
    public async Task A_line_for_each_figure_becomes_figures_of_the_places_of_then()
    {
        var upload = await UploadedAsync(OfficersFile.Of(
            ["Mã đơn vị", "Đơn vị", "Năm", "Số liệu", "Phân tổ", "Giá trị"],
            ["19681", "Xã Hải Thọ", 2023, "book.total", null, 1200],
            [19681, null, "2023", "Tổng số gia đình", "nữ", "1.100"],
            [null, "hai lang", "Năm 2024", "book.level", null, 2]));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);

        Assert.Equal([0, 0, 3, 0], Counts(held));
        Assert.Equal(new AcceptedList(3, 0), accepted.Value);
        Assert.Equal([(2, district), (1100, tho), (1200, tho)], await StoredFiguresAsync());
        Assert.Equal("Báo cáo năm", await Stored().FigureSources.Select(source => source.Title).SingleAsync(Ct));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task A_place_on_each_line_and_a_figure_in_each_column_is_read_too()
    {
        var held = await HeldAsync(
            OfficersFile.Of(
                ["Ghi chú", "Tổng số gia đình", "Xã, phường, thị trấn", "book.share"],
                ["x", 1200, "xã hải thọ", 12.5m],
                [null, null, "Cộng các xã", null],
                [null, 900, "Vĩnh Hoà", null]),
            "2023");

        Assert.Equal([0, 0, 2, 1], Counts(held));
        Assert.Equal(
            [("Xã Hải Thọ", "Tổng số gia đình (2023)", null, "1.200"), ("Xã Hải Thọ", "Bình quân (2023)", null, "12,5"), ("Xã Vĩnh Hòa", "Tổng số gia đình (2023)", null, "900")],
            held.Lines.SelectMany(line => line.Differences(Texts).Select(difference => (line.Subject, difference.What, difference.Now, difference.File))));
        Assert.Equal(("A", "list.notice.column", "Ghi chú"), held.Passed.Select(passed => (passed.Where, passed.Key, passed.Value)).Single());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        object?[][] rows = [["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1200]];
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(rows)));

        var again = await UploadedAsync(OfficersFile.Of(rows));
        var held = await HeldAsync(again);
        var accepted = await AcceptAsync(again);

        Assert.Equal([0, 0, 0, 1], Counts(held));
        Assert.Equal(new ImportEmpty(), accepted.Refusal);
        Assert.Single(await Stored().FigureSources.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1200]));
        var id = Guid.CreateVersion7();
        await AcceptAsync(upload, id: id);

        var again = await AcceptAsync(upload, id: id);

        Assert.Equal(new AcceptedList(1, 0), again.Value);
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(FiguresImported)).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_was_taken_over_before_is_replaced_with_a_reason_and_what_a_file_lacks_stays()
    {
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1200], ["19700", 2023, 900])));
        Time.Pass(TimeSpan.FromDays(1));
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1250]));

        var held = await HeldAsync(upload);
        var without = await AcceptAsync(upload);
        var with = await AcceptAsync(upload, "Rà soát lại");

        Assert.Equal([0, 1, 0, 0], Counts(held));
        Assert.Equal(("1.200", "1.250"), Assert.Single(held.Lines).Differences(Texts).Select(difference => (difference.Now!, difference.File)).Single());
        Assert.Equal(new ListReasonMissing(1), without.Refusal);
        Assert.Equal(new AcceptedList(1, 1), with.Value);
        Assert.Equal([(900, vinh), (1250, tho)], await StoredFiguresAsync());
    }

    [Fact]
    public async Task Only_the_chosen_lines_are_taken_and_wrong_ones_never()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1], ["19700", 2023, 2], ["19700", 2024, -3], ["19681", 2024, 4]));

        var accepted = await AcceptAsync(upload, rows: [3, 4]);

        Assert.Equal(new AcceptedList(1, 0), accepted.Value);
        Assert.Equal([(2, vinh)], await StoredFiguresAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell_and_comes_first()
    {
        var held = await HeldAsync(OfficersFile.Of(
            ["Mã đơn vị", "Đơn vị", "Năm", "Số liệu", "Giá trị", "Tính chất số liệu"],
            ["19681", null, 2023, "book.total", 1, null],
            ["99999", null, 2023, "book.total", 1, null],
            ["19681", "Xã Vĩnh Hòa", 2023, "book.total", 1, null],
            [null, "Xã Không Có", 2023, "book.total", 1, null],
            [null, "Xã Hải Thọ", 2026, "book.total", 1, null],
            [null, null, 2023, "book.total", 1, null],
            ["19681", null, null, "book.total", 1, null],
            ["19681", null, "quý 3", "book.total", 1, null],
            ["19681", null, 2024, "Số lạ", 1, null],
            ["19681", null, 2024, "book.level", 1, null],
            ["19681", null, 2024, "book.total", 1.5m, null],
            ["19681", null, 2024, "book.total", "nhiều", null],
            ["19681", null, 2023, "book.total", 2, null],
            ["19681", null, 2024, "book.total", 2, "ước chừng"]));

        Assert.Equal(ListLineState.Wrong, held.State);
        Assert.Equal(1, held.Counts[ListLineState.New]);
        Assert.Equal(
            [
                ("A3", "code"), ("B4", "otherName"), ("B5", "unknown"), ("B6", "notThen"), ("B7", "none"), ("C8", "noPeriod"), ("C9", "period"),
                ("D10", "element"), ("E11", "level"), ("E12", "whole"), ("E13", "words"), ("E14", "twice"), ("F15", "choice"),
            ],
            Wrong(held));
        Assert.All(held.Lines.SelectMany(line => line.Mistakes), mistake => Assert.StartsWith($"Ô {mistake.Where}: ", Texts.Of(mistake), StringComparison.Ordinal));
        Assert.Contains("Xã Hải Thọ (01/01/2000 – 30/06/2025)", held.Lines[4 - 1].Mistakes[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_of_one_name_are_told_apart_by_their_district()
    {
        var other = await EndedAsync("Triệu Phong", PlaceLevel.District, province, "469");
        var another = await EndedAsync("Hải Thọ", PlaceLevel.Commune, other, "19600");

        var held = await HeldAsync(OfficersFile.Of(
            ["Đơn vị", "Huyện", "Năm", "book.total"],
            ["Hải Thọ", null, 2023, 1], ["Hải Thọ", "H. Triệu Phong", 2023, 2], ["Hải Thọ", "huyện Cam Lộ", 2023, 3]));
        var upload = held.File.Id;
        await AcceptAsync(upload);

        Assert.Equal([("A2", "several"), ("A4", "district")], Wrong(held));
        Assert.Equal("Xã Hải Thọ, Huyện Hải Lăng; Xã Hải Thọ, Huyện Triệu Phong", held.Lines[0].Mistakes[0].Value);
        Assert.Equal([(2, another)], await StoredFiguresAsync());
    }

    [Fact]
    public async Task Formulas_give_their_values_and_errors_are_mistakes()
    {
        using var file = RawWorkbook.Of("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Mã đơn vị</t></is></c><c r="B1" t="inlineStr"><is><t>book.total</t></is></c></row>
            <row r="2"><c r="A2"><v>19681</v></c><c r="B2"><f>600*2</f><v>1200</v></c></row>
            <row r="3"><c r="A3"><v>19700</v></c><c r="B3" t="e"><f>C9/0</f><v>#DIV/0!</v></c></row>
            <row r="4"><c r="B4"><f>SUM(C1:C9)</f></c></row>
            """);

        var held = await HeldAsync(file, "2023");

        Assert.Equal([("B3", "error"), ("B4", "uncalculated")], Wrong(held));
        Assert.Equal(1, held.Counts[ListLineState.New]);
    }

    [Fact]
    public async Task The_copy_is_the_office_s_own_file_with_what_is_to_be_mended()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total", "Của tôi"], ["19681", 2023, 5, "a"], ["1", 2023, 5, "b"]));
        var copy = new MemoryStream();

        var refusal = await ReadList.CopyAsync(Kind.Name, upload, copy, Officer, Ct);

        Assert.Null(refusal);
        var rows = OfficersFile.Rows(new MemoryStream(copy.ToArray()));
        Assert.Equal(["Mã đơn vị", "Năm", "book.total", "Của tôi", "Chỗ cần sửa"], rows[0]);
        Assert.Equal(4, rows[1].Count);
        Assert.StartsWith("Ô A3: không có đơn vị nào mang mã “1”", (string)rows[2][4]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_shown_a_hundred_at_a_time_state_by_state()
    {
        var upload = await UploadedAsync(OfficersFile.Of(
            [["Mã đơn vị", "Năm", "book.total"], .. Enumerable.Range(1900, 105).Select(year => (object?[])["19681@2024-01-01", year, 7]), ["1", 2023, 7]]));

        var first = await HeldAsync(upload);
        var second = await HeldAsync(upload, ListLineState.New, page: 2);

        Assert.Equal([1, 0, 105, 0], Counts(first));
        Assert.Equal([107], first.Lines.Select(line => line.Row));
        Assert.Equal([102, 103, 104, 105, 106], second.Lines.Select(line => line.Row));
    }

    [Fact]
    public async Task The_workbook_that_is_downloaded_is_known_again_in_either_language()
    {
        var built = (await BuildListTemplate.RunAsync(Kind.Name, Officer, Ct)).Value;
        var file = OfficersFile.Written(built.Workbook);

        var taken = await TakeAsync(file);

        Assert.Null(taken.Refusal);
        Assert.Equal("mau-history.xlsx", built.FileName);
        Assert.Equal([0, 0, 0, 0], Counts(await HeldAsync(taken.Value.Id)));
        Assert.Contains(OfficersFile.Rows(file, "Mã số liệu"), row => row[0] as string == "book.total.women" && row[1] as string == "Tổng số gia đình: nữ");
        Assert.Null((await TakeAsync(OfficersFile.Of(["Place code", "Year", "Figure", "Value"], ["19681", 2023, "book.total", 1]))).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_not_kept()
    {
        Assert.IsType<ListWithoutTable>((await TakeAsync(OfficersFile.Of(["Tên", "Tuổi"], ["a", 1]))).Refusal);
        Assert.Equal(new WorkbookUnreadable(WorkbookFault.Unreadable), (await TakeAsync(new MemoryStream("csv"u8.ToArray()), name: "a.csv")).Refusal);
        Assert.Equal(new WorkbookUnreadable(WorkbookFault.HasMacros), (await TakeAsync(new MemoryStream("x"u8.ToArray()), name: "a.xlsm")).Refusal);
        Assert.Equal(new ListPeriodIllFormed("hôm qua"), (await TakeAsync(OfficersFile.Of(["Mã", "book.total"], ["19681", 1]), "hôm qua")).Refusal);
        Assert.Equal(new AttachmentTooLarge(10), (await TakeAsync(new MemoryStream(new byte[AttachmentTypes.MostBytes + 1]))).Refusal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    [Fact]
    public async Task Who_may_not_learns_of_no_list_and_of_no_upload()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1]));
        var commune = Officer with { Role = Role.CommuneOfficer };

        Assert.Equal(new ListNotFound(), (await TakeAsync(OfficersFile.Of(["Mã", "book.total"], ["19681", 1]), by: commune)).Refusal);
        Assert.Equal(new ListNotFound(), (await BuildListTemplate.RunAsync(Kind.Name, commune, Ct)).Refusal);
        Assert.Equal(new ListNotFound(), (await ReadList.RunAsync(Kind.Name, upload, null, 1, commune, Ct)).Refusal);
        Assert.Equal(new ListNotFound(), await ReadList.CopyAsync("khác", upload, Stream.Null, Officer, Ct));
        Assert.Equal(new ListNotFound(), (await AcceptList.RunAsync(Kind.Name, upload, new ListAcceptance(Guid.Empty, null), commune, Ct)).Refusal);
        Assert.Equal(new ListNotFound(), (await ReadList.RunAsync(Kind.Name, upload, null, 1, Officer with { PersonId = new PersonId(Guid.CreateVersion7()) }, Ct)).Refusal);
    }

    [Fact]
    public async Task The_source_is_named()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã đơn vị", "Năm", "book.total"], ["19681", 2023, 1]));

        Assert.Equal(new ImportSourceIllFormed(ImportFigures.LongestText), (await AcceptAsync(upload, source: " ")).Refusal);
        Assert.Empty(await Stored().Figures.ToListAsync(Ct));
    }

    /// <summary>A place that ended on the day before the reform.</summary>
    private async Task<int> EndedAsync(string name, PlaceLevel level, int under, string code)
    {
        var id = Given.Place(name, under, level, code, new DateOnly(2000, 1, 1));
        var last = Reform.AddDays(-1);
        await Stored().Places.Where(place => place.Id == id).ExecuteUpdateAsync(set => set.SetProperty(place => place.ValidTo, last), Ct);
        await Until(Stored().PlaceCodes);
        await Until(Stored().PlaceNames);
        await Until(Stored().PlaceParents);

        return id;

        Task Until<T>(IQueryable<T> facts)
            where T : DatedFact =>
            facts.Where(fact => fact.PlaceId == id).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.ValidTo, last), Ct);
    }

    private async Task<IReadOnlyList<(long Value, int Subject)>> StoredFiguresAsync() =>
        [.. (await Stored().Figures.OrderBy(figure => figure.Value).ToListAsync(Ct)).Select(figure => (figure.Value, figure.SubjectId))];
}
