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

        return opened.Refusal is { } refusal ? refusal : await TakeAsync(opened.Value.List, asked, actor, ct);
    }

    /// <summary>Takes over the chosen lines of a list that is open and of which no line was read.</summary>
    internal static async Task<Outcome<AcceptedList>> TakeAsync(OpenList list, ListAcceptance asked, Actor actor, CancellationToken ct)
    {
        var taken = ReadList.LinesAsync(list, ct).Where(asked.Takes);
        var rows = asked.Rows is { } chosen ? string.Join(',', chosen.Order()) : "all";

        try
        {
            return await list.Work.AcceptAsync(asked, $"{list.Content} {rows}", taken, actor, ct);
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }
    }
}
