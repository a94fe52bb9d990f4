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
        new(Kind, Basis, ListCell.Text) { Width = 50, MayLack = true },
    ];

    public override bool IsFor(Actor actor) => actor.May(Capability.KeepVillages);

    public override Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        Task.FromResult<ListWork>(new VillageWork(kit.ImportVillages, actor, Columns));
}

/// <summary>A village that a list names.</summary>
internal sealed record VillageListLine(ListRow From, ListLineState State, VillageLine Line) : AddingLine<VillageLine>(From, State, $"{Line.Kind} {Line.Name}", Line)
{
    protected override IEnumerable<(string Heading, string? Says)> Says(Texts texts) =>
        [("list.villages.commune", Line.CommuneCode), ("list.villages.from", Shown(Line.From))];
}

/// <summary>Holds a list of villages against those that are here.</summary>
internal sealed class VillageWork(ImportVillages importVillages, Actor actor, IReadOnlyList<ListColumn> columns) : AddingWork<VillageLine>(columns)
{
    public override Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct) => HeldAsync(
        [.. rows.Select(row => new VillageListLine(row, ListLineState.Same, Line(row)))],
        VillageList.Village,
        (lines, mistakes) => importVillages.NewAsync(lines, mistakes, actor, ct));

    protected override Task<Outcome<int>> TakeAsync(IReadOnlyList<VillageLine> lines, Actor actor, CancellationToken ct) =>
        importVillages.TakeAsync(lines, VillageList.Kind, actor, ct);

    private static VillageLine Line(ListRow row) => new(
        row.WhereIs(VillageList.Village),
        row.Text(VillageList.Commune),
        row.Text(VillageList.Type),
        row.Text(VillageList.Village),
        row.Day(VillageList.From),
        row.Text(VillageList.Basis) is { Length: > 0 } basis ? basis : null);
}
