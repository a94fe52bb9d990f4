using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>A list of one kind while it is held against what is there: of all that it asks of the database it keeps what does not grow with the file.</summary>
public abstract class ListWork(IReadOnlyList<ListColumn> columns)
{
    /// <summary>All columns that are understood, the declared ones first.</summary>
    public IReadOnlyList<ListColumn> Columns => columns;

    /// <summary>True when the columns of these keys say enough to read lines by them.</summary>
    public virtual bool IsHeading(IReadOnlySet<string> keys) => columns.All(column => column.MayLack || keys.Contains(column.Key));

    /// <summary>What each of some lines would do, in the order of the file.</summary>
    public abstract Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct);

    /// <summary>Takes over lines that can be, all of them or none.</summary>
    /// <param name="content">By which two requests under one id are told apart.</param>
    public abstract Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct);

    /// <summary>Tables beside the list that help to fill it in, for the workbook that is downloaded.</summary>
    public virtual IReadOnlyList<Sheet> Beside(Texts texts) => [];
}
