using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Rules;

namespace HieuHoc.Reporting;

/// <summary>The Word part of the yearly report, section by section as the programme's pack lists them.</summary>
internal sealed class AnnualPaper(AnnualFacts facts, Texts texts)
{
    private const int Named = 3;

    private ReportDefinition Report => facts.Programme.Report;

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", Report.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", Year)),
        Type = Say("report.type"),
        Abstract = WithYear(Report.Abstract),
        Addressees = Report.Addressees,
        LegalBases = Report.LegalBases,
        Body = [.. Report.Sections.SelectMany(Section)],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = Report.Recipients,
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private string Year => facts.Year.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Block> Section(ReportSection section, int index) =>
    [
        new Heading(1, $"{Roman(index + 1)}. {section.Title}"),
        .. section.Content switch
        {
            ReportContent.Completeness => Completeness(),
            ReportContent.Indicators => Indicators(),
            ReportContent.Targets => facts.Targets.SelectMany(Target),
            ReportContent.Missing => Missing(),
            ReportContent.Text => [new Paragraph(section.Text ?? "")],
        },
    ];

    private IEnumerable<Block> Completeness()
    {
        var confirmed = facts.States.Values.Count(state => state is ReturnState.Confirmed);
        var arrived = facts.States.Values.Count(state => state is ReturnState.Sent);
        yield return new Paragraph(Say(
            "report.completeness",
            ("expected", facts.States.Count),
            ("confirmed", confirmed),
            ("checking", arrived),
            ("open", facts.States.Count - confirmed - arrived),
            ("cutOff", facts.Round.CutOffOn)));
    }

    private IEnumerable<Block> Indicators()
    {
        yield return new Paragraph(Say("report.indicators", ("year", Year)));

        foreach (var section in facts.Form.Sections)
        {
            yield return new TableBlock(Totals(section));
        }

        foreach (var reading in facts.Readings)
        {
            yield return new Paragraph(Indicator(reading));
        }
    }

    private PaperTable Totals(FormSection section) => new()
    {
        Columns =
        [
            new TableColumn(Say("report.table.model"), 70),
            .. section.Columns.Select(column => new TableColumn(column.Vi, 30)),
        ],
        Rows = [.. section.Rows.Select(row => (IReadOnlyList<PaperCell>)
        [
            new PaperCell(row.Title.Vi),
            .. row.Cells.Select(code => code is null ? PaperCell.Blank : PaperCell.Number(facts.Sum(code), facts.Elements[code].Decimals)),
        ])],
    };

    private string Indicator(IndicatorReading reading)
    {
        if (reading.ValueSoFar is not { } value)
        {
            return Say("report.indicator.none", ("indicator", reading.Indicator.Title.Vi));
        }

        var ranked = Ranked(reading);
        var sentence = Say(
            reading.IsComplete ? "report.indicator" : "report.indicator.soFar",
            ("indicator", reading.Indicator.Title.Vi),
            ("value", Value(reading.Indicator, value)),
            ("numerator", VietnameseNumber.Write(reading.NumeratorSoFar)),
            ("numeratorTitle", reading.Indicator.NumeratorTitle.Vi),
            ("denominator", VietnameseNumber.Write(reading.DenominatorSoFar)),
            ("denominatorTitle", reading.Indicator.DenominatorTitle.Vi),
            ("reported", reading.Reported),
            ("expected", reading.Expected));

        return ranked.Count < 2 * Named
            ? sentence
            : sentence + " " + Say(
                "report.indicator.ranking",
                ("best", Names(ranked.Take(Named), reading.Indicator)),
                ("last", Names(ranked.TakeLast(Named).Reverse(), reading.Indicator)));
    }

    private List<(string Name, decimal Value)> Ranked(IndicatorReading reading)
    {
        var names = facts.Communes.ToDictionary(commune => commune.Id, commune => commune.FullName);
        var sign = reading.Indicator.Direction is Direction.Up ? -1 : 1;

        return
        [
            .. reading.Communes
                .Where(commune => commune.Value is not null && names.ContainsKey(commune.PlaceId))
                .Select(commune => (Name: names[commune.PlaceId], Value: commune.Value!.Value))
                .OrderBy(commune => sign * commune.Value)
                .ThenBy(commune => commune.Name, Vietnamese.Order),
        ];
    }

    private static string Names(IEnumerable<(string Name, decimal Value)> communes, IndicatorDefinition indicator) =>
        string.Join("; ", communes.Select(commune => $"{commune.Name} ({Value(indicator, commune.Value)})"));

    private IEnumerable<Block> Target(JudgedTarget judged)
    {
        foreach (var milestone in judged.Milestones)
        {
            var threshold = Value(judged.Reading.Indicator, milestone.Milestone.Threshold, 0);
            var heading = Say(
                "report.target",
                ("target", judged.Target.Title.Vi),
                ("threshold", threshold),
                ("year", milestone.Milestone.Year.ToString(CultureInfo.InvariantCulture)),
                ("verdict", Say($"verdict.{milestone.Verdict}")));

            yield return new Paragraph($"{heading} {Why(judged, milestone)}");
        }

        yield return new Note(Say("report.target.source", ("clause", judged.Target.Clause)));
    }

    private string Why(JudgedTarget judged, JudgedMilestone milestone)
    {
        var indicator = judged.Reading.Indicator;

        if (milestone.Verdict is Verdict.CannotSay)
        {
            return Say("report.target.cannotSay", ("reported", judged.Reading.Reported), ("expected", judged.Reading.Expected));
        }

        var value = judged.Reading.Value!.Value;
        var sentence = Say("report.target.value", ("value", Value(indicator, value)), ("year", Year));

        return milestone switch
        {
            { Verdict: Verdict.Met } => sentence,
            { NeededPerYear: { } needed } => sentence + " " + Say(
                "report.target.needed", ("needed", VietnameseNumber.Write(needed, 1)), ("years", milestone.Milestone.Year - facts.Year)),
            _ => sentence + " " + Say(
                "report.target.short", ("short", VietnameseNumber.Write(milestone.Milestone.Threshold - value, 1))),
        };
    }

    private IEnumerable<Block> Missing()
    {
        var missing = facts.Missing;
        yield return new Paragraph(Say(missing.Count == 0 ? "report.missing.none" : "report.missing", ("count", missing.Count)));

        foreach (var state in missing.GroupBy(commune => facts.States[commune.Id]).OrderBy(group => group.Key))
        {
            yield return new Bullet(Say(
                "report.missing.state",
                ("state", Say($"returnState.{state.Key}")),
                ("places", string.Join(", ", state.Select(commune => commune.FullName)))));
        }
    }

    private static string Value(IndicatorDefinition indicator, decimal value, int? decimals = null) => indicator.Kind switch
    {
        IndicatorKind.Percent => VietnameseNumber.Percent(value, decimals ?? indicator.Decimals),
        IndicatorKind.Ratio => VietnameseNumber.Write(value, decimals ?? indicator.Decimals),
    };

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);

    private string WithYear(string text) => text.Replace("{year}", Year, StringComparison.Ordinal);

    private static string Roman(int number) =>
        new[] { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII" }[number - 1];
}
