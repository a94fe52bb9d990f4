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
        new(Kind, AgencyLine.KindColumn, ListCell.Choice) { Width = 28, Choices = (texts, language) => [.. Kinds.Select(kind => Word(texts, language, kind))] },
        new(Kind, AgencyLine.NameColumn, ListCell.Text) { Width = 44 },
        new(Kind, AgencyLine.ShortNameColumn, ListCell.Text) { Width = 24 },
        new(Kind, AgencyLine.ParentColumn, ListCell.Text) { Width = 34 },
        new(Kind, AgencyLine.FromColumn, ListCell.Day) { Width = 14 },
        new(Kind, AgencyLine.SourceColumn, ListCell.Text) { Width = 50 },
    ];

    /// <summary>The kinds that work for a province or a commune.</summary>
    internal static IReadOnlyList<AgencyKind> Kinds { get; } = [.. Enum.GetValues<AgencyKind>().Where(kind => kind is not AgencyKind.Ministry)];

    public override bool IsFor(Actor actor) => actor.May(Capability.KeepAgencies);

    public override async Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct) =>
        new AgencyWork(kit.ImportAgencies, await kit.ImportAgencies.RegisterAsync(actor, ct), kit.Texts, Columns);

    /// <summary>As the pages call a kind.</summary>
    internal static string Word(Texts texts, string language, AgencyKind kind) => texts.In(language, $"agencyKind.{kind}");
}

/// <summary>An agency that a list names.</summary>
internal sealed record AgencyListLine(ListRow From, ListLineState State, AgencyEntry Entry) : ListLine(From.Number, State, Entry.Line.Name, From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is ListLineState.New && Entry.Agency is { } agency
        ?
        [
            new ListDifference(texts["list.agencies.place"], null, agency.Place.FullName),
            new ListDifference(texts["list.agencies.kind"], null, texts[$"agencyKind.{agency.Kind}"]),
            .. agency.Parent is { } parent ? [new ListDifference(texts["list.agencies.parent"], null, parent.Name)] : Array.Empty<ListDifference>(),
            .. Entry.Line.From is { } from ? [new ListDifference(texts["list.agencies.from"], null, FormattableString.Invariant($"{from:dd/MM/yyyy}"))] : Array.Empty<ListDifference>(),
        ]
        : [];
}
