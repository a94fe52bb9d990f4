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
        new(Kind, CodeDay, ListCell.Day) { Width = 14 },
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
internal sealed record ClassListLine(ListRow From, ListLineState State, PlaceClassLine Line) : ListLine(From.Number, State, Line.FullName, From.Mistakes)
{
    public override IReadOnlyList<ListDifference> Differences(Texts texts) => State is ListLineState.New && Line.Period is { } period
        ? [new ListDifference(texts["list.classes.class"], null, Line.Class), new ListDifference(texts["list.classes.from"], null, FormattableString.Invariant($"{period.First:dd/MM/yyyy} – {period.Last:dd/MM/yyyy}"))]
        : [];
}

/// <summary>Holds a list of communes of special areas against those that are known.</summary>
internal sealed class ClassWork(ImportPlaceClasses importPlaceClasses, IReadOnlySet<int> reached, bool confirmed, IReadOnlyList<ListColumn> columns) : ListWork
{
    public override IReadOnlyList<ListColumn> Columns => columns;

    public override bool IsHeading(IReadOnlySet<string> keys) => columns.All(column => column.Key == ClassList.CodeDay || keys.Contains(column.Key));

    public override async Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var lines = rows.Select(row => (Row: row, Line: Line(row))).ToList();
        var mistakes = new List<FileMistake>();
        var added = await importPlaceClasses.NewAsync([.. lines.Where(line => line.Row.Mistakes.Count == 0).Select(line => line.Line)], reached, confirmed, mistakes, ct);
        var wrong = mistakes.ToLookup(mistake => mistake.Where);

        foreach (var (row, line) in lines)
        {
            row.Mistakes.AddRange(wrong[line.Where]);
        }

        return
        [
            .. lines.Select(line => new ClassListLine(
                line.Row,
                line.Row.Mistakes.Count > 0 ? ListLineState.Wrong : added.Contains(line.Line.Where) ? ListLineState.New : ListLineState.Same,
                line.Line)),
        ];
    }

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        var taken = await importPlaceClasses.TakeAsync(await lines.Select(line => ((ClassListLine)line).Line).ToListAsync(ct), reached, confirmed, ct);

        return taken.Refusal is { } refusal ? refusal : new AcceptedList(taken.Value, 0);
    }

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
