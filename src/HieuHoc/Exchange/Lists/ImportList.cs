using System.Security.Cryptography;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Exchange.Lists;

/// <summary>A list that is to be taken over in one go.</summary>
/// <param name="Period">Stated for the whole file; empty where each line says its own.</param>
/// <param name="Source">Where the content comes from, where the kind asks it.</param>
/// <param name="Reason">Why it replaces what was taken over before; empty where it does not.</param>
/// <param name="Confirmed">True when a person has compared it with what it cites.</param>
/// <param name="OnlyRight">True when wrong lines are passed over; else nothing is taken where one is wrong.</param>
public sealed record NewListImport(
    string Kind, byte[] File, string Period = "", string Source = "", string Reason = "", bool Confirmed = false, bool OnlyRight = false, bool DryRun = false);

/// <summary>What a list did, or would do.</summary>
/// <param name="Counts">How many lines there were of each state.</param>
/// <param name="Mistakes">What is wrong in it.</param>
/// <param name="Passed">Columns that nobody understands.</param>
/// <param name="Taken">What was taken over; null where it was only looked at.</param>
public sealed record ImportedList(
    IReadOnlyDictionary<ListLineState, int> Counts, IReadOnlyList<FileMistake> Mistakes, IReadOnlyList<FileMistake> Passed, AcceptedList? Taken);

/// <summary>
/// Takes over a list in one go, as the command line does: a workbook, or a table of text with the same headings, read and taken as on the page. All
/// lines or, when one is wrong, none, unless the right ones alone are asked for.
/// </summary>
public sealed class ImportList(ListKinds kinds, ReadList readList)
{
    public async Task<Outcome<ImportedList>> RunAsync(NewListImport asked, Actor actor, CancellationToken ct)
    {
        if (kinds.Of(asked.Kind, actor) is not { } kind)
        {
            return new ListNotFound();
        }

        var record = ListRecord.Of(kind, asked.Period, asked.Confirmed);

        if (record.Refusal is { } illFormed)
        {
            return illFormed;
        }

        if (asked.File.Length > AttachmentTypes.MostBytes)
        {
            return new AttachmentTooLarge(AttachmentTypes.MostBytes / 1_048_576);
        }

        var workbook = ListContent.Workbook(asked.File);

        return workbook.Refusal is { } unreadable ? unreadable : await RunAsync(asked, kind, record.Value, workbook.Value, actor, ct);
    }

    private async Task<Outcome<ImportedList>> RunAsync(NewListImport asked, ListKind kind, ListRecord record, byte[] workbook, Actor actor, CancellationToken ct)
    {
        var held = await HeldAsync(await OpenAsync(), ct);

        if (held.Refusal is { } refusal || asked.DryRun)
        {
            return held;
        }

        if (held.Value.Mistakes.Count > 0 && !asked.OnlyRight)
        {
            return new ListFaulty(held.Value.Mistakes);
        }

        // Anew: what has been held knows its own lines as given already.
        var opened = await OpenAsync();
        var accepted = await AcceptList.TakeAsync(opened.Value, new ListAcceptance(IdOf(asked), Rows: null, asked.Source, asked.Reason), actor, ct);

        return accepted.Refusal is { } why ? why : held.Value with { Taken = accepted.Value };

        Task<Outcome<OpenList>> OpenAsync() =>
            readList.OpenAsync(kind, record, $"{record.Text} {Convert.ToHexStringLower(SHA256.HashData(asked.File))}", () => new MemoryStream(workbook), actor, ct);
    }

    private static async Task<Outcome<ImportedList>> HeldAsync(Outcome<OpenList> opened, CancellationToken ct)
    {
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var counts = Enum.GetValues<ListLineState>().ToDictionary(state => state, _ => 0);
        var mistakes = new List<FileMistake>();

        try
        {
            await foreach (var line in ReadList.LinesAsync(opened.Value, ct))
            {
                counts[line.State]++;
                mistakes.AddRange(line.Mistakes);
            }
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }

        return new ImportedList(counts, mistakes, opened.Value.Found.Passed, null);
    }

    /// <summary>The same file from the same source is the same import, however often it is typed.</summary>
    private static Guid IdOf(NewListImport asked) =>
        new(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{asked.Kind}\n{asked.Period.Trim()}\n{asked.Source.Trim()}\n"), .. asked.File]).AsSpan(0, 16));
}
