using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Register;

namespace HieuHoc.Exchange.Lists.Agencies;

/// <summary>The agencies that no pack brings: a province's schools, centres, associations and divisions, each with the decision that made it.</summary>
public sealed class AgencyList : ListKind
{
    internal const string Kind = "agencies";

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(Kind, AgencyLine.PlaceColumn, ListCell.Code) { Width = 24 },
        new(Kind, AgencyLine.KindColumn, ListCell.Choice) { Width = 28, Choices = Kinds.In },
        new(Kind, AgencyLine.NameColumn, ListCell.Text) { Width = 44 },
        new(Kind, AgencyLine.ShortNameColumn, ListCell.Text) { Width = 24, MayLack = true },
        new(Kind, AgencyLine.ParentColumn, ListCell.Text) { Width = 34, MayLack = true },
        new(Kind, AgencyLine.FromColumn, ListCell.Day) { Width = 14, MayLack = true },
        new(Kind, AgencyLine.SourceColumn, ListCell.Text) { Width = 50 },
    ];

    /// <summary>The kinds that work for a province or a commune, as the pages call them.</summary>
    internal static ListWords<AgencyKind> Kinds { get; } =
        new([.. Enum.GetValues<AgencyKind>().Where(kind => kind is not AgencyKind.Ministry)], kind => $"agencyKind.{kind}");

    public override bool IsFor(Actor actor) => actor.May(Capability.KeepAgencies);

    public override async Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        new AgencyWork(kit.ImportAgencies, await kit.ImportAgencies.RegisterAsync(actor, ct), kit.Texts, Columns);
}

/// <summary>An agency that a list names.</summary>
internal sealed record AgencyListLine(ListRow From, ListLineState State, AgencyEntry Entry) : AddingLine<AgencyLine>(From, State, Entry.Line.Name, Entry.Line)
{
    protected override IEnumerable<(string Heading, string? Says)> Says(Texts texts) =>
    [
        ("list.agencies.place", Entry.Agency?.Place.FullName),
        ("list.agencies.kind", texts[$"agencyKind.{Line.Kind}"]),
        ("list.agencies.parent", Entry.Agency?.Parent?.Name),
        ("list.agencies.from", Shown(Line.From)),
    ];
}
