using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists.Classes;

/// <summary>The communes of special areas (specially difficult, border …), each with the decision that names it and the years for which it does.</summary>
public sealed class ClassList : ListKind
{
    internal const string Kind = "classes";

    internal const string Code = "code";
    internal const string Place = "place";
    internal const string Class = "class";
    internal const string From = "from";
    internal const string To = "to";
    internal const string CodeDay = "codeDay";
    internal const string Basis = "basis";

    public override string Name => Kind;

    public override IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(Kind, Code, ListCell.Code) { Width = 12 },
        new(Kind, Place, ListCell.Text) { Width = 28 },
        new(Kind, Class, ListCell.Text) { Width = 28 },
        new(Kind, From, ListCell.Day) { Width = 14 },
        new(Kind, To, ListCell.Day) { Width = 14 },
        new(Kind, Basis, ListCell.Text) { Width = 50 },
        new(Kind, CodeDay, ListCell.Day) { Width = 14, MayLack = true },
    ];

    /// <summary>The province's own standing agency: it answers for what the figures of these communes are held against.</summary>
    public override bool IsFor(Actor actor) => actor.Role is Role.StandingAgency && actor.May(Capability.KeepVillages);

    public override async Task<ListWork> BeginAsync(ListKit kit, ListRecord record, Actor actor, CancellationToken ct)
    {
        var reached = kit.Db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

        return new ClassWork(kit.ImportPlaceClasses, await reached.ToHashSetAsync(ct), record.Confirmed, Columns);
    }
}

/// <summary>A commune that a list puts into a class.</summary>
internal sealed record ClassListLine(ListRow From, ListLineState State, PlaceClassLine Line) : AddingLine<PlaceClassLine>(From, State, Line.FullName, Line)
{
    protected override IEnumerable<(string Heading, string? Says)> Says(Texts texts) =>
        [("list.classes.class", Line.Class), ("list.classes.from", $"{Shown(Line.Period?.First)} – {Shown(Line.Period?.Last)}")];
}

/// <summary>Holds a list of communes of special areas against those that are known.</summary>
internal sealed class ClassWork(ImportPlaceClasses importPlaceClasses, IReadOnlySet<int> reached, bool confirmed, IReadOnlyList<ListColumn> columns) : AddingWork<PlaceClassLine>(columns)
{
    public override Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct) => HeldAsync(
        [.. rows.Select(row => new ClassListLine(row, ListLineState.Same, Line(row)))],
        ClassList.Code,
        (lines, mistakes) => importPlaceClasses.NewAsync(lines, reached, confirmed, mistakes, ct));

    protected override Task<Outcome<int>> TakeAsync(IReadOnlyList<PlaceClassLine> lines, Actor actor, CancellationToken ct) =>
        importPlaceClasses.TakeAsync(lines, reached, confirmed, ct);

    private static PlaceClassLine Line(ListRow row)
    {
        var (from, to) = (row.Day(ClassList.From), row.Day(ClassList.To));
        var period = from is { } first && to is { } last && first <= last ? new Days(first, last) : (Days?)null;

        // Codes are those of the first day, unless another is named: a list of 2021 to 2025 has the codes of then.
        return new PlaceClassLine(
            row.WhereIs(ClassList.Code),
            row.Text(ClassList.Code),
            row.Text(ClassList.CodeDay).Length > 0 ? row.Day(ClassList.CodeDay) : from,
            row.Text(ClassList.Place),
            row.Text(ClassList.Class),
            period,
            row.Text(ClassList.Basis));
    }
}
