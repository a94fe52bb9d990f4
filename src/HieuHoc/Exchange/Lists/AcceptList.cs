using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Exchange.Lists;

/// <summary>
/// Takes over the chosen lines of an uploaded list, all of them or none, by the use cases that exist for what they say. Lines
/// that are wrong are never taken, and what the file does not contain stays.
/// </summary>
public sealed class AcceptList(ReadList readList)
{
    /// <summary>Takes them over. The same request again changes nothing.</summary>
    public async Task<Outcome<AcceptedList>> RunAsync(string list, AttachmentId file, ListAcceptance asked, Actor actor, CancellationToken ct)
    {
        var opened = await readList.OpenAsync(list, file, actor, ct);

        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var taken = readList.LinesAsync(opened.Value, ct).Where(asked.Takes);
        var rows = asked.Rows is { } chosen ? string.Join(',', chosen.Order()) : "all";

        try
        {
            return await opened.Value.Work.AcceptAsync(asked, $"{opened.Value.File.Record} {opened.Value.File.Sha256} {rows}", taken, actor, ct);
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }
    }
}
