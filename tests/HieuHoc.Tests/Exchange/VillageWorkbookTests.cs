using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using HieuHoc.Tests.Returns;

namespace HieuHoc.Tests.Exchange;

/// <summary>One workbook for all villages of a commune, filled by the commune for those that have paper alone.</summary>
public sealed class VillageWorkbookTests : VillageReturnsTest
{
    private const string Days = "Dòng: Cột 1";
    private const string Gauges = "Dòng: Cột 2";

    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-workbooks-").FullName;

    private readonly Texts texts = new();

    private int first;
    private int second;

    public VillageWorkbookTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

    private AttachmentFiles Files => field ??= new AttachmentFiles(folder, Clock);

    private AttachmentKinds Kinds => field ??= new AttachmentKinds([new UploadedWorkbooks(Shelf, Clock)]);

    private ReadWorkbook ReadWorkbook => new(Db, Shelf, Clock, texts, Kinds, Files);

    private WorkbookRecord Record => new WorkbookRecord.OfVillages(Round.Id, "19681");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (first, second) = (Village("Thôn Một"), Village("Thôn Hai"));
        Given.Return(Round, first, answers: Rain(days: 3));
        Given.Return(Round, second);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_village_has_a_row_and_each_cell_a_column()
    {
        var built = (await new BuildWorkbook(Db, Shelf, Clock, texts).RunAsync(Record, Officer, Ct)).Value;

        var rows = OfficersFile.Rows(OfficersFile.Written(built.Workbook), "Số liệu");

        Assert.Equal(["Số hiệu thôn", "Thôn, bản, tổ dân phố", Days, Gauges, "Dòng: Cột 3"], rows[^3]);
        Assert.Equal([$"{second}", await NameAsync(second)], rows[^2]);
        Assert.Equal([$"{first}", await NameAsync(first), 3m], rows[^1]);
        Assert.Equal(["Số liệu", "Năm 2025", "Hướng dẫn"], built.Workbook.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task Villages_are_known_by_number_or_by_name_and_cells_by_heading_or_code()
    {
        var accepted = await AcceptAllAsync(OfficersFile.Of(
            ["rain.gauges", "Thôn, bản, tổ dân phố", Days, "Số hiệu thôn"],
            [2, (await NameAsync(second)).ToUpper(CultureInfo.CurrentCulture), 7, null],
            [4, "tên đã đổi", null, first]));

        Assert.Equal(new AcceptedWorkbook(3, 2), accepted.Value);
        Assert.Equal(Rain(days: 3, gauges: 4), await AnswersOfAsync(first));
        Assert.Equal(Rain(days: 7, gauges: 2), await AnswersOfAsync(second));
    }

    [Fact]
    public async Task A_village_that_does_not_exist_or_is_another_communes_is_told()
    {
        var elsewhere = Village("Thôn Ba", under: VinhDinh);
        Given.Return(Round, elsewhere);

        var reading = await ReadAsync(OfficersFile.Of(["Thôn, bản, tổ dân phố", Days], [await NameAsync(elsewhere), 5], ["Thôn Không Có", 6], [await NameAsync(first), 8]));

        Assert.Equal(
            [(2, "exchange.mistake.village", await NameAsync(elsewhere)), (3, "exchange.mistake.village", "Thôn Không Có")],
            reading.Mistakes.Select(mistake => (mistake.Row, mistake.Says.Key, mistake.Says.Value)));
        Assert.Equal(8, Assert.Single(reading.Changes).Value);
    }

    [Fact]
    public async Task One_village_that_was_changed_meanwhile_leaves_all_as_they_were()
    {
        var file = OfficersFile.Of(["Thôn, bản, tổ dân phố", Days], [await NameAsync(first), 5], [await NameAsync(second), 6]);

        var accepted = await AcceptAllAsync(file, late: (await ReturnOfAsync(second)).Id);

        Assert.Equal(new ReturnChangedMeanwhile(), accepted.Refusal);
        Assert.Equal(Rain(days: 3), await AnswersOfAsync(first));
        Assert.Empty(await AnswersOfAsync(second));
    }

    [Fact]
    public async Task A_neighbour_has_no_such_workbook()
    {
        var neighbour = Given.Person(Role.CommuneOfficer, VinhDinh);

        Assert.Equal(new ReturnNotFound(), (await new BuildWorkbook(Db, Shelf, Clock, texts).RunAsync(Record, neighbour, Ct)).Refusal);
    }

    private async Task<string> NameAsync(int village) => (await OnDayAsync(village, Round.CutOffOn))!.FullName;

    private async Task<AttachmentId> UploadedAsync(Stream file) =>
        (await new TakeWorkbook(Db, Shelf, Clock, texts, new AttachFile(Db, Files, Kinds, Clock))
            .RunAsync(Record, new AttachmentId(Guid.CreateVersion7()), "thon.xlsx", file, Officer, Ct)).Value.Id;

    private async Task<WorkbookReading> ReadAsync(Stream file) => (await ReadWorkbook.RunAsync(Record, await UploadedAsync(file), Officer, Ct)).Value.Reading;

    /// <param name="late">A return of which the page showed an earlier revision.</param>
    private async Task<Outcome<AcceptedWorkbook>> AcceptAllAsync(Stream file, ReturnId? late = null)
    {
        var upload = await UploadedAsync(file);
        var held = (await ReadWorkbook.RunAsync(Record, upload, Officer, Ct)).Value;

        return await new AcceptWorkbook(Db, ReadWorkbook, new SaveReturn(Db, Shelf, Clock), Clock).RunAsync(
            Record,
            upload,
            held.Scope.Returns.ToDictionary(of => of.Id, of => of.Id == late ? of.Revision - 1 : of.Revision),
            [.. held.Reading.Changes.Select(cell => new ChosenCell(cell.Return.Id, cell.Name))],
            Officer,
            Ct);
    }
}
