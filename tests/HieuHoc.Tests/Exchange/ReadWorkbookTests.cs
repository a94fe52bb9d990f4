using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Papers.Tests;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange;

public sealed class ReadWorkbookTests : WorkbooksTest
{
    protected override IReadOnlyDictionary<string, long> Answered { get; } = new Dictionary<string, long> { ["family.total"] = 1200, ["clan.total"] = 30 };

    [Fact]
    public async Task The_workbook_as_it_is_downloaded_changes_nothing()
    {
        var reading = await ReadAsync(await DownloadedAsync());

        Assert.Equal((2, 0, 0, 0), (reading.Same, reading.Changes.Count, reading.Mistakes.Count, reading.Notices.Count));
        Assert.Equal(new WorkbookMark(Round.Code, "Hải Lăng"), reading.Mark! with { Whose = "Hải Lăng" });
    }

    [Fact]
    public async Task What_would_change_is_told_cell_by_cell_and_nothing_is_written()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250], ["family.registered", 900], ["clan.total", 30]));

        Assert.Equal(
            [("family.total", 1200L, 1250L, 2), ("family.registered", null, 900L, 3)],
            reading.Changes.Select(cell => (cell.Name, cell.Now, cell.Value, cell.Row)));
        Assert.Equal(Answered, await StoredAnswersAsync(Id));
        Assert.Equal(0, (await StoredReturnAsync(Id)).Revision);
    }

    [Fact]
    public async Task Rows_and_columns_stand_in_any_order_and_in_either_language()
    {
        var reading = await ReadAsync(OfficersFile.Of(["figure", "ITEM"], [21, "Learning villages: Total"], [5, "  hộ không hỏi "], [1300, "Gia đình học tập:  tổng số"]));

        Assert.Equal([("village.total", 21L), ("family.total", 1300L)], reading.Cells.Select(cell => (cell.Name, cell.Value)));
    }

    [Fact]
    public async Task The_table_may_stand_on_a_later_sheet_under_other_lines()
    {
        var reading = await ReadAsync(OfficersFile.Of(
            ("Ghi chú", [["Việc tuần này"], ["Gọi các thôn"]]),
            ("Của tôi", [["Xã Hải Lăng"], [null], ["Mã ô", null, "Số liệu"], ["family.total", null, 7]])));

        Assert.Equal(("Của tôi", 3, 7L), (reading.Sheet, reading.HeadingRow, Assert.Single(reading.Changes).Value));
    }

    [Theory]
    [InlineData("12,5", "exchange.mistake.whole")]
    [InlineData("-5", "exchange.mistake.whole")]
    [InlineData("12a", "exchange.mistake.whole")]
    [InlineData("Không có", "exchange.mistake.words")]
    [InlineData("29/11/2026", "exchange.mistake.date")]
    public async Task A_bad_cell_is_told_with_its_place_and_what_to_do(string text, string key)
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", text]));

        Assert.Equal((2, key, text), Told(Assert.Single(reading.Mistakes)));
        Assert.StartsWith("Ô B2: “", Texts.In("vi", key, ("where", "B2"), ("value", text)), StringComparison.Ordinal);
        Assert.Empty(reading.Cells);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1 234")]
    [InlineData(" 1234 ")]
    public async Task A_number_typed_as_text_is_the_number_that_people_mean(string text)
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", text]));

        Assert.Equal(1234, Assert.Single(reading.Changes).Value);
    }

    [Fact]
    public async Task A_day_and_a_broken_number_in_a_cell_are_told()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", new DateOnly(2026, 3, 12)], ["clan.total", 1.234m]));

        Assert.Equal([(2, "exchange.mistake.date", "12/03/2026"), (3, "exchange.mistake.whole", "1,234")], reading.Mistakes.Select(Told));
    }

    [Fact]
    public async Task A_formula_gives_its_value_and_says_so()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", SheetCell.Formula("600+650", 1250)]));

        var cell = Assert.Single(reading.Changes);
        Assert.Equal((1250, true), (cell.Value, cell.IsFormula));
    }

    [Fact]
    public async Task A_formula_in_error_or_never_calculated_is_told_and_never_taken_for_blank()
    {
        using var file = RawWorkbook.Of("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Mã ô</t></is></c><c r="B1" t="inlineStr"><is><t>Số liệu</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>family.total</t></is></c><c r="B2" t="e"><f>C9/0</f><v>#DIV/0!</v></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>clan.total</t></is></c><c r="B3"><f>SUM(C1:C9)</f></c></row>
            """);

        var reading = await ReadAsync(file);

        Assert.Equal([(2, "exchange.mistake.error", ""), (3, "exchange.mistake.uncalculated", "")], reading.Mistakes.Select(Told));
        Assert.Empty(reading.Cells);
    }

    [Fact]
    public async Task A_row_that_nobody_asks_is_passed_over_and_told()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Nội dung", "Số liệu"], ["snow.total", "Tuyết", 5], ["family.total", "Gia đình", 6]));

        Assert.Equal((2, "exchange.notice.cell", "Tuyết"), Told(Assert.Single(reading.Notices)));
        Assert.Equal(6, Assert.Single(reading.Changes).Value);
    }

    [Fact]
    public async Task Two_numbers_for_one_cell_are_told_and_neither_is_taken()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 5], ["family.total", 6], ["clan.total", 7], ["clan.total", 7]));

        Assert.Equal((3, "exchange.mistake.twice", "2"), Told(Assert.Single(reading.Mistakes)));
        Assert.Equal([("clan.total", 7L)], reading.Cells.Select(cell => (cell.Name, cell.Value)));
    }

    [Fact]
    public async Task A_renamed_heading_and_a_merged_one_are_told()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Số liệu", "Số tôi đếm", null], ["family.total", 5, 6, 7], ["clan.total", null, 8, 9]));

        Assert.Equal([(1, "exchange.notice.column", "Số tôi đếm"), (1, "exchange.notice.noHeading", "")], reading.Notices.Select(Told));
        Assert.Equal(5, Assert.Single(reading.Changes).Value);
    }

    [Fact]
    public async Task Without_the_headings_nothing_can_be_read_and_the_sentence_names_them()
    {
        var taken = await TakeAsync(OfficersFile.Of(["Chỉ tiêu", "Kết quả"], ["Gia đình", 5]));

        Assert.Equal(new WorkbookWithoutTable("“Nội dung”, “Số liệu”"), taken.Refusal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    [Fact]
    public async Task Last_years_workbook_of_the_same_commune_is_taken()
    {
        var file = await DownloadedAsync();
        var mark = (await ReadAsync(file)).Mark!;

        var reading = await ReadAsync(OfficersFile.Of(["Mẫu cũ"], [$"Mã tệp: {mark with { Round = "2025" }}"], ["Mã ô", "Số liệu", "Năm 2024"], ["family.total", 5, 4]));

        Assert.Equal("2025", reading.Mark!.Round);
        Assert.Equal((5, 0), (Assert.Single(reading.Changes).Value, reading.Notices.Count));
    }

    [Fact]
    public async Task A_file_of_another_commune_is_refused()
    {
        var taken = await TakeAsync(OfficersFile.Of(["Mẫu"], [$"Mã tệp: {Round.Code} / 19999"], ["Mã ô", "Số liệu"], ["family.total", 5]));

        Assert.Equal($"{Round.Code} / 19999", Assert.IsType<WorkbookOfOthers>(taken.Refusal).Mark);
    }

    [Theory]
    [InlineData("so-lieu.xlsx", WorkbookFault.Unreadable)]
    [InlineData("so-lieu.ods", WorkbookFault.Unreadable)]
    [InlineData("so-lieu.xlsm", WorkbookFault.HasMacros)]
    public async Task Another_kind_of_file_is_refused_and_not_kept(string name, WorkbookFault fault)
    {
        var taken = await TakeAsync(new MemoryStream("không phải bảng tính"u8.ToArray()), name);

        Assert.Equal(new WorkbookUnreadable(fault), taken.Refusal);
        Assert.Empty(await Stored().Attachments.ToListAsync(Ct));
    }

    [Fact]
    public async Task Whoever_does_not_type_gets_no_workbook_and_a_stranger_no_return()
    {
        var leader = await BuildWorkbook.RunAsync(Record, Leader, Ct);
        var neighbour = await BuildWorkbook.RunAsync(Record, Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) }, Ct);

        Assert.Equal((new ReturnNotYoursToFill(), new ReturnNotFound()), (leader.Refusal, neighbour.Refusal));
    }

    [Fact]
    public async Task An_upload_is_read_with_its_own_return_alone()
    {
        var upload = await UploadedAsync(await DownloadedAsync());
        var other = new WorkbookRecord.OfReturn(Given.Return(Given.Round("khác", formPackId: Given.FormPack()), Commune));

        var read = await ReadWorkbook.RunAsync(other, upload, Officer, Ct);

        Assert.IsType<WorkbookNotFound>(read.Refusal);
        Assert.IsType<WorkbookNotFound>((await ReadWorkbook.RunAsync(Record, new AttachmentId(Guid.CreateVersion7()), Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task A_neighbour_does_not_see_that_there_is_an_upload()
    {
        var upload = await UploadedAsync(await DownloadedAsync());
        var neighbour = Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) };

        var seen = await new UploadedWorkbooks(Shelf, Clock).Visible(Db, Record.Text, neighbour).ToListAsync(Ct);
        var read = await ReadWorkbook.RunAsync(Record, upload, neighbour, Ct);

        Assert.Empty(seen);
        Assert.Equal(new ReturnNotFound(), read.Refusal);
        Assert.Single(await new UploadedWorkbooks(Shelf, Clock).Visible(Db, Record.Text, Officer).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_is_wrong_stands_in_a_copy_of_the_officers_own_file()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã ô", "Số liệu", "Của riêng tôi"], ["family.total", "12a", "giữ lại"], ["clan.total", 5, "cũng giữ"]));
        var copy = new MemoryStream();

        ReadWorkbook.Copy((await ReadWorkbook.RunAsync(Record, upload, Officer, Ct)).Value, copy);

        var rows = OfficersFile.Rows(new MemoryStream(copy.ToArray()));
        Assert.Equal(["Mã ô", "Số liệu", "Của riêng tôi", "Chỗ cần sửa"], rows[0]);
        Assert.Equal(["family.total", "12a", "giữ lại"], rows[1].Take(3));
        Assert.StartsWith("Ô B2: “12a” không phải số nguyên", Assert.IsType<string>(rows[1][3]), StringComparison.Ordinal);
        Assert.Equal(["clan.total", 5m, "cũng giữ"], rows[2]);
    }

    [Fact]
    public async Task The_copy_is_mended_and_uploaded_again()
    {
        var reading = await ReadAsync(OfficersFile.Of(["Mã ô", "Chỗ cần sửa", "Số liệu"], ["family.total", "Ô C2: sai", 12]));

        Assert.Equal((12, 1, 0), (Assert.Single(reading.Changes).Value, reading.WrongColumn, reading.Notices.Count));
    }
}
