using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>Takes in an officer's workbook and keeps the file. Nothing of it enters a return before it is accepted.</summary>
public sealed class TakeWorkbook(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Texts texts, AttachFile attachFile)
{
    /// <summary>Refuses what cannot be read, with what to do; of that nothing is kept.</summary>
    /// <param name="id">Chosen by whoever sends the file: sent again it is the same upload.</param>
    /// <param name="content">Can be read from its beginning more than once.</param>
    public async Task<Outcome<Attachment>> RunAsync(
        WorkbookRecord record, AttachmentId id, string name, Stream content, Actor actor, CancellationToken ct)
    {
        var scope = await db.WorkbookScopeAsync(shelf, record, actor, clock.Now.Day, ct);

        if (scope.Refusal is { } closed)
        {
            return closed;
        }

        if (UploadedWorkbooks.RefusalOf(name, content) is { } unfit)
        {
            return unfit;
        }

        if (new WorkbookReader(scope.Value, texts).Read(content).Refusal is { } unreadable)
        {
            return unreadable;
        }

        content.Position = 0;

        return await attachFile.RunAsync(new ArrivingFile(id, UploadedWorkbooks.Kind, record.Text, name, content), actor, ct);
    }
}
