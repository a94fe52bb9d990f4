using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Bảng theo dõi tiến độ: who has sent when, late by how many days, with more time by which decision and why, confirmed when.</summary>
internal sealed class RoundProgressPaper(RoundFacts facts, Texts texts)
{
    private ReportDefinition Report => facts.Programme.Report;

    private Round Round => facts.Round;

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", facts.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", facts.Now.Day.Year.ToString(CultureInfo.InvariantCulture))),
        Type = Say("progress.type"),
        Abstract = Round.Title,
        Body = [.. Summary()],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = [.. Report.Recipients.TakeLast(1)],
        Annexes = [new Annex { Title = Say("progress.table"), Landscape = true, Body = [new TableBlock(Table())] }],
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private IEnumerable<Block> Summary()
    {
        yield return new Paragraph(Say(
            "progress.summary",
            ("all", facts.Lines.Count),
            ("arrived", facts.Lines.Count(line => line.ArrivedAt is not null)),
            ("confirmed", facts.Lines.Count(line => line.IsConfirmed)),
            ("late", facts.Lines.Count(line => line.LateDays > 0)),
            ("asOf", Instant(facts.Now.Instant)),
            ("due", Round.DueOn),
            ("cutOff", Round.CutOffOn)));

        foreach (var extension in facts.Lines.Where(line => line.Extension is not null).GroupBy(line => line.Extension!.Id).Select(group => (group.First().Extension!, group.Count())))
        {
            yield return new Bullet(Say(
                "progress.extension",
                ("count", extension.Item2),
                ("due", extension.Item1.DueOn),
                ("decision", extension.Item1.Decision),
                ("decidedOn", extension.Item1.DecidedOn),
                ("reason", extension.Item1.Reason)));
        }

        if (Round.ClosedAt is { } closed)
        {
            yield return new Paragraph(Say("progress.closed", ("at", Instant(closed))));
        }
    }

    private PaperTable Table() => new()
    {
        TextSize = 11,
        Columns =
        [
            new TableColumn(Say("report.appendix.number"), 11) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("letter.column.who"), 46),
            new TableColumn(Say("progress.column.state"), 36),
            new TableColumn(Say("progress.column.due"), 24) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("progress.column.sent"), 38) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("progress.column.late"), 16),
            new TableColumn(Say("progress.column.extension"), 50),
            new TableColumn(Say("progress.column.confirmed"), 38) { Alignment = CellAlignment.Centre },
        ],
        Rows = [.. facts.Lines.Select(Row)],
    };

    private IReadOnlyList<PaperCell> Row(ProgressLine line, int index) =>
    [
        PaperCell.Number(index + 1) with { Alignment = CellAlignment.Centre },
        new PaperCell(line.FullName),
        new PaperCell(Say($"returnState.{line.State}") + (line.IsAfterClosing ? $" ({Say("progress.afterClosing")})" : "")),
        new PaperCell(line.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        new PaperCell(line.ArrivedAt is { } sent ? Instant(sent) : ""),
        line.LateDays > 0 ? PaperCell.Number(line.LateDays) : PaperCell.Blank,
        new PaperCell(line.Extension is { } extension ? Say("progress.by", ("decision", extension.Decision), ("reason", extension.Reason)) : ""),
        new PaperCell(line.ConfirmedAt is { } confirmed ? Instant(confirmed) : ""),
    ];

    private static string Instant(DateTime utc) => ProgrammeClock.Local(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
