using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Register;

namespace HieuHoc.Exchange.Lists.Agencies;

/// <summary>Holds a list of agencies against those that are here.</summary>
internal sealed class AgencyWork(ImportAgencies importAgencies, AgencyRegister register, Texts texts, IReadOnlyList<ListColumn> columns) : ListWork
{
    private static readonly IReadOnlySet<string> Optional = new HashSet<string> { AgencyLine.ShortNameColumn, AgencyLine.ParentColumn, AgencyLine.FromColumn };

    /// <summary>The kinds by the words of all languages.</summary>
    private readonly Dictionary<string, AgencyKind> kinds = (
        from language in Texts.Languages
        from kind in AgencyList.Kinds
        select (Word: Vietnamese.Fold(AgencyList.Word(texts, language, kind)), kind)).DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.kind);

    public override IReadOnlyList<ListColumn> Columns => columns;

    public override bool IsHeading(IReadOnlySet<string> keys) => columns.All(column => Optional.Contains(column.Key) || keys.Contains(column.Key));

    public override Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ListLine>>([.. rows.Select(Line)]);

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        var taken = await importAgencies.TakeAsync(
            await lines.Select(line => ((AgencyListLine)line).Entry.Line).ToListAsync(ct), AgencyList.Kind, actor, ct);

        return taken.Refusal is { } refusal ? refusal : new AcceptedList(taken.Value, 0);
    }

    private AgencyListLine Line(ListRow row)
    {
        var from = row.Day(AgencyLine.FromColumn);
        var line = new AgencyLine(
            row.WhereIs,
            row.Text(AgencyLine.PlaceColumn),
            kinds.TryGetValue(Vietnamese.Fold(row.Text(AgencyLine.KindColumn)).Trim(), out var kind) ? kind : null,
            row.Text(AgencyLine.NameColumn),
            row.Text(AgencyLine.ShortNameColumn),
            row.Text(AgencyLine.ParentColumn),
            from,
            row.Text(AgencyLine.SourceColumn));

        if (from is null && row.Text(AgencyLine.FromColumn) is { Length: > 0 } typed)
        {
            row.Wrong(AgencyLine.FromColumn, "list.agencies.mistake.day", typed);
        }

        // What cannot be read is not entered: the lines under it would take it for an agency.
        var entry = row.Mistakes.Count > 0 ? new AgencyEntry(line, null, false, []) : register.Enter(line);
        row.Mistakes.AddRange(entry.Mistakes);

        return new AgencyListLine(row, row.Mistakes.Count > 0 ? ListLineState.Wrong : entry.IsNew ? ListLineState.New : ListLineState.Same, entry);
    }
}
