using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Register;

namespace HieuHoc.Exchange.Lists.Agencies;

/// <summary>Holds a list of agencies against those that are here.</summary>
internal sealed class AgencyWork(ImportAgencies importAgencies, AgencyRegister register, Texts texts, IReadOnlyList<ListColumn> columns) : AddingWork<AgencyLine>(columns)
{
    private readonly Func<string, AgencyKind?> kinds = AgencyList.Kinds.Reader(texts);

    public override Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ListLine>>([.. rows.Select(Line)]);

    protected override Task<Outcome<int>> TakeAsync(IReadOnlyList<AgencyLine> lines, Actor actor, CancellationToken ct) =>
        importAgencies.TakeAsync(lines, AgencyList.Kind, actor, ct);

    private AgencyListLine Line(ListRow row)
    {
        var from = row.Day(AgencyLine.FromColumn);
        var line = new AgencyLine(
            row.WhereIs,
            row.Text(AgencyLine.PlaceColumn),
            kinds(row.Text(AgencyLine.KindColumn)),
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

        return new AgencyListLine(row, row.StateOf(entry.IsNew), entry);
    }
}
