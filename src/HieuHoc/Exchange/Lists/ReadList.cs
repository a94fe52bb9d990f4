using System.Runtime.CompilerServices;
using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists;

/// <summary>A list with what is needed to read it.</summary>
/// <param name="Content">By which two files are told apart.</param>
/// <param name="Open">Opens the file anew.</param>
internal sealed record OpenList(ListKind Kind, ListWork Work, FoundList Found, string Content, Func<Stream> Open);

/// <summary>A list that was uploaded.</summary>
internal sealed record OpenUpload(Attachment File, OpenList List);

/// <summary>An uploaded list held against what is there.</summary>
/// <param name="Counts">How many lines there are of each state.</param>
/// <param name="State">Of the lines that are shown: what is wrong first.</param>
/// <param name="Lines">The shown part of them, in the order of the file.</param>
/// <param name="Passed">Columns that nobody understands.</param>
public sealed record HeldList(
    Attachment File, ListKind Kind, IReadOnlyDictionary<ListLineState, int> Counts, ListLineState State, IReadOnlyList<ListLine> Lines, IReadOnlyList<FileMistake> Passed);

/// <summary>
/// Holds an uploaded list against what is there now, line by line: it changes nothing, however often it is asked, and keeps of
/// the file only what it shows.
/// </summary>
public sealed class ReadList(ListKinds kinds, ListKit kit, AttachmentFiles files)
{
    /// <summary>How many lines are shown at once.</summary>
    public const int PageSize = 100;

    /// <summary>How many lines are held against the database at once.</summary>
    private const int Batch = 2_000;

    /// <summary>What each line would do.</summary>
    /// <param name="state">The lines that are asked for; null for those that need somebody first.</param>
    /// <param name="page">Which hundred of them, from 1.</param>
    public async Task<Outcome<HeldList>> RunAsync(string list, AttachmentId id, ListLineState? state, int page, Actor actor, CancellationToken ct)
    {
        var opened = await OpenAsync(list, id, actor, ct);

        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var counts = Enum.GetValues<ListLineState>().ToDictionary(one => one, _ => 0);
        var shown = Enum.GetValues<ListLineState>().ToDictionary(one => one, _ => new List<ListLine>());
        var skipped = state is null ? 0 : (long)(Math.Max(page, 1) - 1) * PageSize;

        try
        {
            await foreach (var line in LinesAsync(opened.Value.List, ct))
            {
                if (counts[line.State]++ >= skipped && (state is null || line.State == state) && shown[line.State].Count < PageSize)
                {
                    shown[line.State].Add(line);
                }
            }
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }

        var first = state ?? Enum.GetValues<ListLineState>().FirstOrDefault(one => counts[one] > 0, ListLineState.Same);

        return new HeldList(opened.Value.File, opened.Value.List.Kind, counts, first, shown[first], opened.Value.List.Found.Passed);
    }

    /// <summary>Writes a copy of the office's own file with a column that says what is wrong in each row.</summary>
    public async Task<Refusal?> CopyAsync(string list, AttachmentId id, Stream to, Actor actor, CancellationToken ct)
    {
        var opened = await OpenAsync(list, id, actor, ct);

        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = opened.Value.List.Found;
        var words = new Dictionary<int, string>();
        var width = found.Headings.Keys.Max() + 1;

        try
        {
            await foreach (var line in LinesAsync(opened.Value.List, ct, row => width = Math.Max(width, row.Width)))
            {
                if (line.Mistakes.Count > 0)
                {
                    words[line.Row] = string.Join('\n', line.Mistakes.Select(kit.Texts.Of));
                }
            }

            await using var content = opened.Value.List.Open();
            var heading = kit.Texts[Texts.KeyOf(ColumnMeaning.Wrong)];
            var column = found.Headings.Where(known => known.Value == heading).Select(known => (int?)known.Key).FirstOrDefault();
            ExcelCopy.Write(content, to, new AddedColumn(found.Sheet, column ?? width, found.Row, heading, words));
        }
        catch (NotAWorkbookException cause)
        {
            return new WorkbookUnreadable(cause.Fault);
        }

        return null;
    }

    /// <summary>Finds an upload and its table.</summary>
    internal async Task<Outcome<OpenUpload>> OpenAsync(string list, AttachmentId id, Actor actor, CancellationToken ct)
    {
        if (kinds.Of(list, actor) is not { } kind
            || await UploadedLists.Of(kit.Db, list, actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } file)
        {
            return new ListNotFound();
        }

        var opened = await OpenAsync(kind, ListRecord.Parse(file.Record), $"{file.Record} {file.Sha256}", () => files.Open(file.Sha256), actor, ct);

        return opened.Refusal is { } refusal ? refusal : new OpenUpload(file, opened.Value);
    }

    /// <summary>Finds the table of a file.</summary>
    internal async Task<Outcome<OpenList>> OpenAsync(ListKind kind, ListRecord record, string content, Func<Stream> open, Actor actor, CancellationToken ct)
    {
        var work = await kind.BeginAsync(kit, record, actor, ct);
        await using var file = open();
        var found = new ListReader(work, kit.Texts).Find(file);

        return found.Refusal is { } refusal ? refusal : new OpenList(kind, work, found.Value, content, open);
    }

    /// <summary>Every line of a list, held against what is there.</summary>
    /// <exception cref="NotAWorkbookException">While the lines are read.</exception>
    internal static async IAsyncEnumerable<ListLine> LinesAsync(OpenList list, [EnumeratorCancellation] CancellationToken ct, Action<ListRow>? seen = null)
    {
        var rows = ListReader.Rows(list.Open, list.Found);

        foreach (var batch in rows.Chunk(Batch))
        {
            foreach (var row in batch)
            {
                seen?.Invoke(row);
            }

            foreach (var line in await list.Work.CheckAsync(batch, ct))
            {
                yield return line;
            }
        }
    }
}
