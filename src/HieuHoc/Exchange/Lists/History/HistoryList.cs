using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>
/// The figures of earlier years from the offices' own books, by the communes and districts of then: a figure on each line, or a
/// place on each line and a figure in each column.
/// </summary>
public sealed class HistoryList : ListKind
{
    internal const string Kind = "history";

    internal const string Code = "code";
    internal const string Place = "place";
    internal const string District = "district";
    internal const string Village = "village";
    internal const string Period = "period";
    internal const string Element = "element";
    internal const string Part = "part";
    internal const string Value = "value";
    internal const string StandingKey = "standing";

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(Kind, Code, ListCell.Code) { Width = 14 },
        new(Kind, Place, ListCell.Text) { Width = 30 },
        new(Kind, District, ListCell.Text) { Width = 26 },
        new(Kind, Village, ListCell.Text) { Width = 26 },
        new(Kind, Period, ListCell.Period) { Width = 12 },
        new(Kind, Element, ListCell.Text) { Width = 44 },
        new(Kind, Part, ListCell.Text) { Width = 20 },
        new(Kind, Value, ListCell.Figure) { Width = 16 },
        new(Kind, StandingKey, ListCell.Choice) { Choices = Standings.In },
    ];

    internal static ListWords<Standing> Standings { get; } = new(Enum.GetValues<Standing>(), standing => Texts.KeyOf(standing));

    public override bool AsksPeriod => true;

    public override bool AsksSource => true;

    public override bool IsFor(Actor actor) => actor.Role is Role.StandingAgency;

    public override async Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) => new HistoryWork(
        kit,
        record.Period,
        actor,
        [.. Columns, .. await FigureColumn.AllAsync(kit, actor.Owner, ct)],
        await PlacesByName.ReadAsync(kit.Db, actor, ct));
}
