using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>An uploaded workbook held against the returns as they stand.</summary>
public sealed record HeldWorkbook(Attachment File, WorkbookScope Scope, WorkbookReading Reading);

/// <summary>Holds an uploaded workbook against the returns as they stand now. It changes nothing, however often it is asked.</summary>
public sealed class ReadWorkbook(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Texts texts, AttachmentKinds kinds, AttachmentFiles files)
{
    /// <summary>What the file would change, what is wrong in it and what was passed over.</summary>
    public async Task<Outcome<HeldWorkbook>> RunAsync(WorkbookRecord record, AttachmentId id, Actor actor, CancellationToken ct)
    {
        var scope = await db.WorkbookScopeAsync(shelf, record, actor, clock.Now.Day, ct);

        if (scope.Refusal is { } closed)
        {
            return closed;
        }

        var uploads = kinds[UploadedWorkbooks.Kind].Visible(db, record.Text, actor);

        if (await uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } file)
        {
            return new WorkbookNotFound();
        }

        await using var content = files.Open(file.Sha256);
        var read = new WorkbookReader(scope.Value, texts).Read(content);

        return read.Refusal is { } refusal ? refusal : new HeldWorkbook(file, scope.Value, read.Value);
    }

    /// <summary>Writes a copy of the officer's own file with a column that says what is wrong in each row.</summary>
    public void Copy(HeldWorkbook held, Stream to)
    {
        using var content = files.Open(held.File.Sha256);
        var words = held.Reading.Mistakes.GroupBy(mistake => mistake.Row)
            .ToDictionary(row => row.Key, row => string.Join('\n', row.Select(mistake => texts.Of(mistake.Says))));

        ExcelCopy.Write(content, to, new AddedColumn(
            held.Reading.Sheet, held.Reading.WrongColumn, held.Reading.HeadingRow, new WorkbookHeadings(texts).Of(ColumnMeaning.Wrong), words));
    }
}
