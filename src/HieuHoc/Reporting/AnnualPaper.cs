using System.Globalization;
using System.Text;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>The Word part of the yearly report, section by section as the programme's pack lists them.</summary>
internal sealed class AnnualPaper(AnnualFacts facts, Texts texts)
{
    private const int Named = 3;

    private readonly AnnualTables tables = new(facts, texts);

    private ReportDefinition Report => facts.Programme.Report;

    public OfficialPaper Build() => new()
    {
        ParentIssuer = Report.ParentIssuer,
        Issuer = Report.Issuer,
        NumberPattern = Say("report.number", ("symbol", Report.Symbol)),
        PlaceAndDate = Say("report.placeAndDate", ("place", Report.SignedAt), ("year", YearText(facts.Now.Day.Year))),
        Type = Say("report.type"),
        Abstract = WithYear(Report.Abstract),
        Addressees = Report.Addressees,
        LegalBases = Report.LegalBases,
        Body = [.. Report.Sections.SelectMany(Section)],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = Report.Recipients,
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private string Year => YearText(facts.Year);

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Block> Section(ReportSection section, int index) =>
    [
        new Heading(1, $"{Roman(index + 1)}. {section.Title}"),
        .. section.Content switch
        {
            ReportContent.Completeness => Completeness(),
            ReportContent.Indicators => Indicators(),
            ReportContent.Targets => new AnnualTargets(facts, texts).Build(),
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
            ("cutOff", facts.Round.CutOffOn),
            ("asOf", facts.AsOf(texts))));
    }

    private IEnumerable<Block> Indicators()
    {
        yield return new Paragraph(Say("report.indicators", ("year", Year)));

        foreach (var section in facts.Form.Sections)
        {
            yield return tables.Of(section);
        }

        // What nobody was asked for, and what the province was not recognised for, is said with its target.
        foreach (var reading in facts.Readings.Where(reading => reading.Expected > 0 && (reading.Level is not PlaceLevel.Province || reading.IsComplete)))
        {
            yield return new Paragraph(Indicator(reading));
        }
    }

    private string Indicator(IndicatorReading reading)
    {
        if (reading.ValueSoFar is not { } value)
        {
            return Say("report.indicator.none", ("indicator", reading.Indicator.Title.Vi));
        }

        if (reading.Indicator.IsWord)
        {
            return Say("report.indicator.word", ("indicator", reading.Indicator.Title.Vi), ("value", PaperNumbers.Value(reading.Indicator, value, texts)));
        }

        // Places that reach a level, or do not, are not ranked.
        var ranked = reading.Indicator.Each is null ? Ranked(reading) : [];
        var sentence = Say(
            reading.IsComplete ? "report.indicator" : "report.indicator.soFar",
            ("indicator", reading.Indicator.Title.Vi),
            ("value", PaperNumbers.Value(reading.Indicator, value, texts)),
            ("numerator", VietnameseNumber.Write(reading.NumeratorSoFar)),
            ("numeratorTitle", reading.Indicator.NumeratorTitle.Vi),
            ("denominator", VietnameseNumber.Write(reading.DenominatorSoFar)),
            ("denominatorTitle", reading.Indicator.DenominatorTitle.Vi),
            ("reported", reading.Reported),
            ("expected", reading.Expected));

        return ranked.Count < 2 * Named
            ? sentence
            : sentence + " " + Say(
                reading.Indicator.Direction is Direction.Up ? "report.indicator.ranking" : "report.indicator.ranking.down",
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

    private string Names(IEnumerable<(string Name, decimal Value)> communes, IndicatorDefinition indicator) =>
        string.Join("; ", communes.Select(commune => $"{commune.Name} ({PaperNumbers.Value(indicator, commune.Value, texts)})"));

    private IEnumerable<Block> Missing()
    {
        var missing = facts.Missing;
        var blank = facts.Blank;

        if (missing.Count > 0 || blank.Count == 0)
        {
            yield return new Paragraph(Say(missing.Count == 0 ? "report.missing.none" : "report.missing", ("count", missing.Count)));
        }

        foreach (var state in missing.GroupBy(commune => facts.States[commune.Id]).OrderBy(group => group.Key))
        {
            yield return new Bullet(Say(
                "report.missing.state",
                ("state", Say($"returnState.{state.Key}")),
                ("places", string.Join(", ", state.Select(commune => commune.FullName)))));
        }

        if (blank.Count > 0)
        {
            yield return new Paragraph(Say("report.blank", ("count", blank.Count), ("places", new BlankCells(facts, texts).Write())));
        }
    }

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);

    private string WithYear(string text) => text.Replace("{year}", Year, StringComparison.Ordinal);

    internal static string Roman(int number)
    {
        var roman = new StringBuilder();

        foreach (var (value, sign) in Numerals)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }

    private static IReadOnlyList<(int Value, string Sign)> Numerals { get; } =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
}
