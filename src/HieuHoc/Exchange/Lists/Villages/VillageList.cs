using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Register;

namespace HieuHoc.Exchange.Lists.Villages;

/// <summary>The villages of a commune, or of all: whoever keeps them takes over the list that the office has.</summary>
public sealed class VillageList : ListKind
{
    internal const string Kind = "villages";

    internal const string Commune = "commune";
    internal const string Type = "type";
    internal const string Village = "village";
    internal const string From = "from";
    internal const string Basis = "basis";

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(Kind, Commune, ListCell.Code) { Width = 12 },
        new(Kind, Type, ListCell.Text) { Width = 18 },
        new(Kind, Village, ListCell.Text) { Width = 30 },
        new(Kind, From, ListCell.Day) { Width = 14 },
        new(Kind, Basis, ListCell.Text) { Width = 50 },
    ];

    public override bool IsFor(Actor actor) => actor.May(Capability.KeepVillages);

    public override Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        Task.FromResult<ListWork>(new VillageWork(kit.ImportVillages, actor, Columns));
}

/// <summary>A village that a list names.</summary>
internal sealed record VillageListLine(ListRow From, ListLineState State, VillageLine Line) : ListLine(From.Number, State, $"{Line.Kind} {Line.Name}", From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is ListLineState.New
        ? [new ListDifference(texts["list.villages.commune"], null, Line.CommuneCode), new ListDifference(texts["list.villages.from"], null, FormattableString.Invariant($"{Line.From:dd/MM/yyyy}"))]
        : [];
}

/// <summary>Holds a list of villages against those that are here.</summary>
internal sealed class VillageWork(ImportVillages importVillages, Actor actor, IReadOnlyList<ListColumn> columns) : ListWork
{
    public override IReadOnlyList<ListColumn> Columns => columns;

    public override bool IsHeading(IReadOnlySet<string> keys) => columns.All(column => column.Key == VillageList.Basis || keys.Contains(column.Key));

    public override async Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var lines = rows.Select(row => (Row: row, Line: Line(row))).ToList();
        var mistakes = new List<FileMistake>();
        var added = await importVillages.NewAsync([.. lines.Where(line => line.Row.Mistakes.Count == 0).Select(line => line.Line)], mistakes, actor, ct);
        var wrong = mistakes.ToLookup(mistake => mistake.Where);

        foreach (var (row, line) in lines)
        {
            row.Mistakes.AddRange(wrong[line.Where]);
        }

        return
        [
            .. lines.Select(line => new VillageListLine(
                line.Row,
                line.Row.Mistakes.Count > 0 ? ListLineState.Wrong : added.Contains(line.Line.Where) ? ListLineState.New : ListLineState.Same,
                line.Line)),
        ];
    }

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        var taken = await importVillages.TakeAsync(
            await lines.Select(line => ((VillageListLine)line).Line).ToListAsync(ct), VillageList.Kind, actor, ct);

        return taken.Refusal is { } refusal ? refusal : new AcceptedList(taken.Value, 0);
    }

    private static VillageLine Line(ListRow row) => new(
        row.WhereIs(VillageList.Village),
        row.Text(VillageList.Commune),
        row.Text(VillageList.Type),
        row.Text(VillageList.Village),
        row.Day(VillageList.From),
        row.Text(VillageList.Basis) is { Length: > 0 } basis ? basis : null);
}
