using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>Holds figures of earlier years against what may be counted then and what was taken over before.</summary>
/// <param name="stated">The period of the whole file; null where each line says its own.</param>
internal sealed class HistoryWork(ListKit kit, PeriodCode? stated, Actor actor, IReadOnlyList<ListColumn> columns, PlacesByName places) : ListWork(columns)
{
    private readonly FigureMeanings meanings = new(kit.Db, kit.Shelf, actor.Owner);

    private readonly ImportedBefore before = new(kit.Db, actor.Owner);

    private readonly HistoryReader reader = new(kit.Texts, stated, columns.OfType<FigureColumn>(), places);

    private readonly CellReader cells = new(kit.Texts);

    /// <summary>What the file has given already, some two dozen bytes each: the one thing here that grows with it.</summary>
    private readonly HashSet<(int Subject, int Element, short Period, short Part)> given = [];

    private readonly Dictionary<string, short> periods = [];

    public override bool IsHeading(IReadOnlySet<string> keys) =>
        (keys.Contains(HistoryList.Code) || keys.Contains(HistoryList.Place))
        && ((keys.Contains(HistoryList.Element) && keys.Contains(HistoryList.Value)) || Columns.Any(column => column is FigureColumn && keys.Contains(column.Key)));

    public override async Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var entries = rows.Select(reader.Read).ToList();
        await meanings.LearnAsync(entries.SelectMany(entry => entry.Cells).Select(cell => cell.Column.Of.Code), ct);
        var read = new List<IReadOnlyList<(ElementDefinition Of, ResolvedRow Row)>>();

        foreach (var entry in entries)
        {
            read.Add(await FiguresAsync(entry, ct));
        }

        var known = await before.OfAsync([.. read.SelectMany(figures => figures).Select(figure => figure.Row)], ct);

        return
        [
            .. entries.Zip(read, (entry, figures) =>
                HistoryLine.Of(entry.Row, entry.Subject, [.. figures.Select(figure => new HistoryFigure(figure.Of, figure.Row, known(figure.Row)))])),
        ];
    }

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        var figures = lines.SelectMany(line => ((HistoryLine)line).Figures.Where(figure => figure.Differs).Select(figure => figure.Row));
        var taken = await kit.ImportFigures.TakeAsync(
            new ImportOrigin(asked.Id, asked.Source, asked.Reason, content, HistoryList.Kind), figures.Chunk(PublishImport.Batch), actor, ct);

        return taken.Refusal switch
        {
            null => new AcceptedList(taken.Value.Counted + taken.Value.Stated, taken.Value.Replaced),
            ImportFaulty replacing => new ListReasonMissing(replacing.Count),
            var refusal => refusal,
        };
    }

    /// <summary>What can stand in the column of figures, and what a column may be headed by.</summary>
    public override IReadOnlyList<Sheet> Beside(Texts texts) =>
    [
        new Sheet
        {
            Name = texts["list.history.codes"],
            Columns = [new SheetColumn(texts["list.history.codes.code"], 40, SheetFormat.Text), new SheetColumn(texts["list.history.element"], 90, SheetFormat.Text)],
            Rows = Columns.OfType<FigureColumn>().Select(column => (IReadOnlyList<SheetCell>)[SheetCell.Text(column.Of.Code), SheetCell.Text(column.Of.Title.Here)]),
        },
    ];

    /// <summary>The figures of a line that are right; what is wrong is noted in its row.</summary>
    private async Task<IReadOnlyList<(ElementDefinition Of, ResolvedRow Row)>> FiguresAsync(HistoryEntry entry, CancellationToken ct)
    {
        var figures = new List<(ElementDefinition, ResolvedRow)>();

        foreach (var (key, column) in entry.Cells)
        {
            if (await meanings.DefinitionAsync(column.Of.Code, entry.Period, ct) is not { } definition)
            {
                entry.Row.Wrong(key, "list.history.mistake.element", column.Of.Title.Here);
            }
            else if (Row(entry, key, definition) is { } row)
            {
                figures.Add((definition, row));
            }
        }

        return figures;
    }

    private ResolvedRow? Row(HistoryEntry entry, string key, ElementDefinition definition)
    {
        var place = entry.Place!; // an entry with cells has its place
        var read = cells.Read(entry.Row.Cell(key), null, definition);

        if (place.Level.AsSubject().IsBelow(definition.LeafLevel))
        {
            return Wrong("list.history.mistake.level", definition.Title.Here);
        }

        if (read.Mistake is { } mistake)
        {
            return Wrong(mistake, CellReader.Shown(entry.Row.Cell(key)));
        }

        var row = meanings.Row(entry.Row.Number, place.Id, place.Level, entry.Period, definition, entry.Standing, read.Value!.Value); // without a mistake there is a value

        return given.Add((row.SubjectId, row.ElementId, NumberOf(entry.Period), (short)((row.BreakdownId * 8) + (int)row.Standing)))
            ? row
            : Wrong("list.history.mistake.twice", definition.Title.Here);

        ResolvedRow? Wrong(string sentence, string value)
        {
            entry.Row.Wrong(key, sentence, value);

            return null;
        }
    }

    /// <summary>A number of this file alone: nobody has asked for the period before, perhaps.</summary>
    private short NumberOf(PeriodCode period)
    {
        if (!periods.TryGetValue(period.Text, out var number))
        {
            periods[period.Text] = number = (short)periods.Count;
        }

        return number;
    }
}
