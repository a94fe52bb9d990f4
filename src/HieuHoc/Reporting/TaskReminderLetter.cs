using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Reporting;

/// <summary>Công văn đôn đốc: what an agency is late with, and since when; planned by it or not.</summary>
/// <param name="overdue">What is overdue, the longest overdue first.</param>
internal sealed class TaskReminderLetter(ProgrammePack programme, string agency, IReadOnlyList<TaskLine> overdue, Moment now, bool demo, Texts texts)
{
    private ReportDefinition Report => programme.Report;

    private string Year => now.Day.Year.ToString(CultureInfo.InvariantCulture);

    private string Symbol => programme.LetterSymbol ?? "/";

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", Year)),
        Type = null,
        Abstract = Say("taskLetter.abstract", ("programme", programme.ShortTitle.Vi)),
        Addressees = [agency],
        Body =
        [
            new Paragraph(Say("taskLetter.stand", ("count", overdue.Count), ("day", now.Day), ("agency", agency))),
            new Paragraph(Say("taskLetter.asks")),
            new Paragraph(Say("taskLetter.closing", ("agency", agency))),
        ],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = demo ? Say("report.demoSigner") : null },
        Recipients = [Say("letter.asAbove"), .. Report.Recipients.TakeLast(1)],
        Annexes =
        [
            new Annex { Title = Say("taskLetter.list"), Reference = Say("letter.attached", ("symbol", Symbol), ("year", Year)), Body = [new TableBlock(Rows())] },
        ],
        Watermark = demo ? Say("demo.mark") : null,
    };

    private PaperTable Rows() => new()
    {
        TextSize = 11,
        Columns =
        [
            new TableColumn(Say("report.appendix.number"), 11) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("taskLetter.column.task"), 78),
            new TableColumn(Say("tasks.deliverable"), 38),
            new TableColumn(Say("tasks.dueOn"), 24) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("progress.column.late"), 16),
        ],
        Rows =
        [
            .. overdue.Select((line, i) => (IReadOnlyList<PaperCell>)
            [
                PaperCell.Number(i + 1) with { Alignment = CellAlignment.Centre },
                new PaperCell(line.Row is null ? $"{line.Text} ({Say("tasks.unplanned", ("year", line.Year.ToString(CultureInfo.InvariantCulture)))})" : line.Text),
                new PaperCell(line.Deliverable),
                new PaperCell(line.DueOn!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)), // what is overdue was due on a day
                PaperCell.Number(now.Day.DayNumber - line.DueOn!.Value.DayNumber),
            ]),
        ],
    };

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
