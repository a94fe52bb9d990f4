using System.Globalization;
using System.Text;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>The Word part of a report, section by section as the programme's pack lists them.</summary>
/// <param name="written">What was written in the place of a section's own sentences: code of the section → text.</param>
internal sealed class AnnualPaper(AnnualFacts facts, AnnualSections sections, IReadOnlyDictionary<string, string> written, Texts texts)
{
    private ReportDefinition Report => facts.Variant;

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
        Body = [.. Sections.SelectMany(Section), .. new AnnualNotes(facts, texts).Section(Sections.Count)],
        Signature = new SignatureBlock { Authority = Report.Authority, SignerName = facts.Demo ? Say("report.demoSigner") : null },
        Recipients = Report.Recipients,
        Watermark = facts.Demo ? Say("demo.mark") : null,
    };

    private string Year => YearText(facts.Year);

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<ReportSection> Sections => [.. Report.SectionsIn(facts.Programme)];

    private IEnumerable<Block> Section(ReportSection section, int index) =>
    [
        new Heading(1, $"{Roman(index + 1)}. {section.Title}"),
        .. written.TryGetValue(section.Code!, out var text) ? WrittenText.Blocks(text) : sections.Draft(section),
        .. sections.Tables(section),
    ];

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
