using System.Globalization;
using HieuHoc.Access.Attachments;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;

namespace HieuHoc.Tests.Exchange;

/// <summary>A commune whose officer fills its return in Excel.</summary>
public abstract class WorkbooksTest : ReturnsTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-workbooks-").FullName;

    protected WorkbooksTest() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

    protected Texts Texts { get; } = new();

    protected AttachmentFiles Files => field ??= new AttachmentFiles(folder, Clock);

    private AttachmentKinds Kinds => field ??= new AttachmentKinds([new UploadedWorkbooks(Shelf, Clock)]);

    protected BuildWorkbook BuildWorkbook => new(Db, Shelf, Clock, Texts);

    protected TakeWorkbook TakeWorkbook => new(Db, Shelf, Clock, Texts, new AttachFile(Db, Files, Kinds, Clock));

    protected ReadWorkbook ReadWorkbook => new(Db, Shelf, Clock, Texts, Kinds, Files);

    protected AcceptWorkbook AcceptWorkbook => new(Db, ReadWorkbook, new SaveReturn(Db, Shelf, Clock), Clock);

    /// <summary>The return that is filled.</summary>
    protected ReturnId Id { get; set; }

    protected WorkbookRecord Record => new WorkbookRecord.OfReturn(Id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Id = Given.Return(Asked(), Commune, answers: Answered);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What stands in the return.</summary>
    protected virtual IReadOnlyDictionary<string, long> Answered { get; } = new Dictionary<string, long>();

    /// <summary>The round of the return.</summary>
    protected virtual Round Asked() => Round;

    /// <summary>The workbook as it is downloaded.</summary>
    protected async Task<Stream> DownloadedAsync() => OfficersFile.Written((await BuildWorkbook.RunAsync(Record, Officer, Ct)).Value.Workbook);

    /// <summary>Uploads a file, which is taken in.</summary>
    protected async Task<AttachmentId> UploadedAsync(Stream file) => (await TakeAsync(file)).Value.Id;

    protected Task<Outcome<Attachment>> TakeAsync(Stream file, string name = "so-lieu.xlsx") =>
        TakeWorkbook.RunAsync(Record, new AttachmentId(Guid.CreateVersion7()), name, file, Officer, Ct);

    /// <summary>Uploads a file and reads it.</summary>
    protected async Task<WorkbookReading> ReadAsync(Stream file) => (await ReadWorkbook.RunAsync(Record, await UploadedAsync(file), Officer, Ct)).Value.Reading;

    /// <summary>Uploads a file and takes over all of it.</summary>
    protected async Task<Outcome<AcceptedWorkbook>> AcceptAllAsync(Stream file)
    {
        var upload = await UploadedAsync(file);
        var held = (await ReadWorkbook.RunAsync(Record, upload, Officer, Ct)).Value;

        return await AcceptWorkbook.RunAsync(
            Record,
            upload,
            held.Scope.Returns.ToDictionary(of => of.Id, of => of.Revision),
            [.. held.Reading.Changes.Select(cell => new ChosenCell(cell.Return.Id, cell.Name))],
            Officer,
            Ct);
    }

    /// <summary>A sentence that is told of a row, without the place.</summary>
    protected static (int Row, string Key, string Value) Told(RowRemark remark) => (remark.Row, remark.Says.Key, remark.Says.Value);
}
