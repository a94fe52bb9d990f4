using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>The notes of a report: which communes gave which reasons for figures that look odd; all of them stand in a sheet of the appendix.</summary>
internal sealed class AnnualNotes(AnnualFacts facts, Texts texts)
{
    /// <summary>The most rows of the table: the rest is in the appendix.</summary>
    private const int MostRows = 20;

    /// <summary>The most characters of a reason's own words: one line of the table.</summary>
    private const int MostSigns = 90;

    /// <summary>The widths of the columns.</summary>
    private const double Place = 40, Figure = 60, Why = 60;

    /// <summary>The notes with the names of their communes, in the order of a Vietnamese list.</summary>
    private IReadOnlyList<(string Place, FigureNote Note)> All => field ??=
    [
        .. from commune in facts.Communes
           from note in facts.Notes
           where note.SubjectId == commune.Id
           select (commune.FullName, note),
    ];

    /// <summary>The section of the report; nothing where no figure had to be explained.</summary>
    /// <param name="number">How many sections stand before it.</param>
    public IReadOnlyList<Block> Section(int number) => All.Count == 0 ? [] :
    [
        new Heading(1, $"{AnnualPaper.Roman(number + 1)}. {Say("report.notes")}"),
        new Paragraph(Say("report.notes.count", ("places", All.Select(row => row.Note.SubjectId).Distinct().Count()), ("count", All.Count))),
        .. All.GroupBy(row => row.Note.Ready?.Title.Vi).OrderBy(group => group.Key is null).ThenByDescending(group => Communes(group).Count).Select(Reason),
        new TableBlock(Table(), Say(All.Count > MostRows ? "report.notes.table.some" : "report.notes.table", ("rows", Math.Min(MostRows, All.Count)))),
    ];

    /// <summary>All notes, word for word; null where there are none.</summary>
    /// <param name="head">Of the number of the sheet.</param>
    public Sheet? SheetOf(Func<string, AppendixHead> head) => All.Count == 0 ? null : Sheet(head(Say("report.notes")));

    private Bullet Reason(IGrouping<string?, (string Place, FigureNote Note)> group) => new(Say(
        "report.notes.reason",
        ("count", Communes(group).Count),
        ("reason", group.Key ?? Say("report.notes.words")),
        ("places", string.Join("; ", Communes(group).Select(place => $"{place.Key} ({string.Join(", ", place.Select(row => Titled(row.Note)).Distinct())})")))));

    private static IReadOnlyList<IGrouping<string, (string Place, FigureNote Note)>> Communes(IEnumerable<(string Place, FigureNote Note)> rows) =>
        [.. rows.GroupBy(row => row.Place)];

    private PaperTable Table() => new()
    {
        Columns =
        [
            new TableColumn(Say("report.appendix.place"), Place),
            new TableColumn(Say("report.notes.figure"), Figure),
            new TableColumn(Say("report.notes.why"), Why),
        ],
        Rows =
        [
            .. All.Take(MostRows).Select(row => (IReadOnlyList<PaperCell>)
                [new PaperCell(row.Place), new PaperCell(Titled(row.Note)), new PaperCell(OnOneLine(row.Note.Words))]),
        ],
    };

    private Sheet Sheet(AppendixHead head) => new()
    {
        Name = head.Name,
        TitleLines = head.Lines,
        Columns =
        [
            new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
            new SheetColumn(Say("report.appendix.place"), 32, SheetFormat.Text),
            new SheetColumn(Say("report.notes.section"), 40, SheetFormat.Text),
            new SheetColumn(Say("report.notes.figure"), 50, SheetFormat.Text),
            new SheetColumn(Say("report.notes.ready"), 34, SheetFormat.Text),
            new SheetColumn(Say("report.notes.text"), 70, SheetFormat.Text),
        ],
        Rows = All.Select((row, i) => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Number(i + 1),
            SheetCell.Text(row.Place),
            SheetCell.Text(row.Note.Section.Title.Vi),
            SheetCell.Text(Titled(row.Note)),
            row.Note.Ready is { } ready ? SheetCell.Text(ready.Title.Vi) : SheetCell.Blank,
            SheetCell.Text(row.Note.Text),
        ]),
        Landscape = true,
        Watermark = head.Watermark,
    };

    private string Titled(FigureNote note) => note.Cell is { } cell ? facts.Elements[cell].Title.Vi : Say("report.notes.whole", ("section", note.Section.Title.Vi));

    private static string OnOneLine(string text) => text.Length <= MostSigns ? text : text[..(MostSigns - 1)].TrimEnd() + "…";

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
