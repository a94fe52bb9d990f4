using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Exchange.Lists;

/// <summary>A list on its way.</summary>
/// <param name="Id">Chosen by whoever sends the file: sent again it is the same upload.</param>
/// <param name="Period">Stated for the whole file; empty where each line says its own.</param>
/// <param name="Content">Can be read from its beginning more than once.</param>
public sealed record ArrivingList(AttachmentId Id, string Kind, string Period, string Name, Stream Content);

/// <summary>Takes in an office's list and keeps the file. Nothing of it counts before it is accepted.</summary>
public sealed class TakeList(ListKinds kinds, ListKit kit, AttachFile attachFile)
{
    /// <summary>Refuses what cannot be read, with what to do; of that nothing is kept.</summary>
    public async Task<Outcome<Attachment>> RunAsync(ArrivingList arriving, Actor actor, CancellationToken ct)
    {
        if (kinds.Of(arriving.Kind, actor) is not { } kind)
        {
            return new ListNotFound();
        }

        var record = ListRecord.Of(kind, arriving.Period);

        if (record.Refusal is { } illFormed)
        {
            return illFormed;
        }

        if (UploadedWorkbooks.RefusalOf(arriving.Name, arriving.Content) is { } unfit)
        {
            return unfit;
        }

        if (new ListReader(await kind.BeginAsync(kit, record.Value, actor, ct), kit.Texts).Find(arriving.Content).Refusal is { } unreadable)
        {
            return unreadable;
        }

        arriving.Content.Position = 0;

        return await attachFile.RunAsync(new ArrivingFile(arriving.Id, UploadedLists.Kind, record.Value.Text, arriving.Name, arriving.Content), actor, ct);
    }
}
