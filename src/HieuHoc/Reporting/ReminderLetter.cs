using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Công văn đôn đốc: how far the round has come, who has not sent or is to mend, by when, and whom to call.</summary>
/// <param name="communes">The returns by commune, for the villages that owe.</param>
internal sealed class ReminderLetter(RoundFacts facts, IReadOnlyList<RoundCommune> communes, Texts texts)
{
    private readonly IReadOnlyList<ProgressLine> owing = [.. OfOthers(facts, communes).Where(line => OwingStates.Open.Contains(State(line, facts)))];

    private readonly IReadOnlyList<RoundCommune> withVillages =
        [.. communes.Where(commune => commune.Villages.Any(line => OwingStates.Unsent.Contains(line.OwingOn(facts.Now.Day))))];

    private ReportDefinition Report => facts.Programme.Report;

    private string Year => facts.Now.Day.Year.ToString(CultureInfo.InvariantCulture);

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", facts.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", Year)),
        Type = null,
        Abstract = Say("reminder.abstract", ("round", InSentence(facts.Round.Title))),
        Addressees = [Say("reminder.addressee")],
        Body = [.. Body()],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = [Say("letter.asAbove"), .. TypedText.Lines(facts.Round.CopyTo), .. Report.Recipients.TakeLast(1)],
        Annexes = [.. Annexes()],
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private IEnumerable<Block> Body()
    {
        yield return new Paragraph(Say(
            "reminder.stand",
            ("round", facts.Round.Title),
            ("asOf", Instant(facts.Now.Instant)),
            ("all", facts.Lines.Count),
            ("arrived", facts.Lines.Count(line => ReturnSteps.Arrived.Contains(line.State))),
            ("due", facts.Round.DueOn)));

        foreach (var state in owing.GroupBy(line => State(line, facts)).OrderBy(state => state.Key))
        {
            yield return new Bullet(Say($"reminder.count.{state.Key}", ("count", state.Count())));
        }

        if (withVillages.Count > 0)
        {
            yield return new Bullet(Say(
                "reminder.count.villages", ("count", withVillages.Sum(Unsent)), ("communes", withVillages.Count)));
        }

        yield return new Paragraph(Say("reminder.asks"));
        yield return new Paragraph(Say("reminder.villages"));
        yield return new Paragraph(Say("letter.closing"));
    }

    private IEnumerable<Annex> Annexes()
    {
        var reference = Say("letter.attached", ("symbol", facts.Symbol), ("year", Year));
        var both = owing.Count > 0 && withVillages.Count > 0;

        if (owing.Count > 0)
        {
            yield return new Annex { Number = both ? "I" : null, Title = Say("reminder.list"), Reference = reference, Body = [new TableBlock(Owed())] };
        }

        if (withVillages.Count > 0)
        {
            yield return new Annex { Number = both ? "II" : null, Title = Say("reminder.list.villages"), Reference = reference, Body = [new TableBlock(Villages())] };
        }
    }

    private PaperTable Owed() => new()
    {
        TextSize = 11,
        Columns =
        [
            new TableColumn(Say("report.appendix.number"), 11) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("letter.column.who"), 48),
            new TableColumn(Say("progress.column.state"), 36),
            new TableColumn(Say("progress.column.due"), 24) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("progress.column.late"), 16),
            new TableColumn(Say("reminder.column.contact"), 40),
        ],
        Rows =
        [
            .. owing.Select((line, i) => (IReadOnlyList<PaperCell>)
            [
                PaperCell.Number(i + 1) with { Alignment = CellAlignment.Centre },
                new PaperCell(line.FullName),
                // How far a sender's own office has come is its own.
                new PaperCell(Say($"owingState.{State(line, facts)}")),
                new PaperCell(Day(line.DueOn)),
                State(line, facts) is OwingState.Overdue ? PaperCell.Number(line.LateDays) : PaperCell.Blank,
                new PaperCell(string.Join("; ", line.Contacts)),
            ]),
        ],
    };

    private PaperTable Villages() => new()
    {
        TextSize = 11,
        Columns =
        [
            new TableColumn(Say("report.appendix.number"), 11) { Alignment = CellAlignment.Centre },
            new TableColumn(Say("letter.column.who"), 70),
            new TableColumn(Say("reminder.column.asked"), 30),
            new TableColumn(Say("reminder.column.unsent"), 30),
        ],
        Rows =
        [
            .. withVillages.Select((commune, i) => (IReadOnlyList<PaperCell>)
            [
                PaperCell.Number(i + 1) with { Alignment = CellAlignment.Centre },
                new PaperCell(commune.FullName),
                PaperCell.Number(commune.Villages.Count()),
                PaperCell.Number(Unsent(commune)),
            ]),
        ],
    };

    private int Unsent(RoundCommune commune) => commune.Villages.Count(line => OwingStates.Unsent.Contains(line.OwingOn(facts.Now.Day)));

    /// <summary>Villages are called by their commune: the letter goes to communes and agencies, and counts them.</summary>
    private static IEnumerable<ProgressLine> OfOthers(RoundFacts facts, IReadOnlyList<RoundCommune> communes)
    {
        var villages = communes.SelectMany(commune => commune.Villages).Select(line => line.Id).ToHashSet();

        return facts.Lines.Where(line => !villages.Contains(line.Id));
    }

    private static OwingState State(ProgressLine line, RoundFacts facts) => OwingStates.Of(line.State, line.DueOn, facts.Now.Day);

    private static string InSentence(string title) => char.ToLower(title[0], CultureInfo.InvariantCulture) + title[1..];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Instant(DateTime utc) => ProgrammeClock.Local(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
