using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Everything that the yearly report is written from, read once, so that paper and appendix cannot differ.</summary>
internal sealed record AnnualFacts
{
    public required int Year { get; init; }

    /// <summary>When the figures were read: what is confirmed later is not in them.</summary>
    public required Moment Now { get; init; }

    /// <summary>The same moment as papers print it: "16:40 ngày 29/11/2026".</summary>
    public string AsOf(Texts texts) => texts.In(
        "vi",
        "report.asOf",
        ("time", ProgrammeClock.Local(Now.Instant).ToString("HH:mm", CultureInfo.InvariantCulture)),
        ("day", Now.Day));

    /// <summary>True when the figures are generated.</summary>
    public required bool Demo { get; init; }

    public required PlaceOnDay Province { get; init; }

    public required ProgrammePack Programme { get; init; }

    /// <summary>Which of the programme's reports it is.</summary>
    public required ReportDefinition Variant { get; init; }

    /// <summary>What asked for the figures; null in a review of years in which nobody was asked.</summary>
    public required Round? Round { get; init; }

    public required FormsPack Form { get; init; }

    public required IReadOnlyDictionary<string, ElementDefinition> Elements { get; init; }

    /// <summary>The communes of the year's last day, in the order of a Vietnamese list.</summary>
    public required IReadOnlyList<PlaceOnDay> Communes { get; init; }

    /// <summary>What the communes are called, those of the year and those on whose boundaries the indicators are said.</summary>
    public required IReadOnlyDictionary<int, string> CommuneNames { get; init; }

    /// <summary>Where each commune's return stands.</summary>
    public required IReadOnlyDictionary<int, ReturnState> States { get; init; }

    /// <summary>The agencies that the round asks.</summary>
    public required IReadOnlyList<AskedAgency> Agencies { get; init; }

    /// <summary>The confirmed sums: commune or agency, and element → value in the element's units.</summary>
    public required IReadOnlyDictionary<(int Subject, string Element), long> Tallies { get; init; }

    /// <summary>Why figures of communes that look odd are right.</summary>
    public required IReadOnlyList<FigureNote> Notes { get; init; }

    /// <summary>The indicators on the boundaries that were chosen.</summary>
    public required IReadOnlyList<IndicatorReading> Readings { get; init; }

    /// <summary>The same on the communes of the year, whose rows the appendix prints.</summary>
    public required IReadOnlyList<IndicatorReading> RowReadings { get; init; }

    /// <summary>The same indicators of the year before, by their codes.</summary>
    public required IReadOnlyDictionary<string, IndicatorReading> Before { get; init; }

    public required IReadOnlyList<JudgedTarget> Targets { get; init; }

    /// <summary>The money of the year as far as the writer sees it; null where the report has no section of it.</summary>
    public required MoneyTotals? Money { get; init; }

    /// <summary>What agencies report of their tasks; null where the report has no section of it, or nobody was asked.</summary>
    public required TaskConsolidation? Tasks { get; init; }

    /// <summary>What the year is estimated at, by indicator; of what nobody estimated nothing.</summary>
    public IReadOnlyDictionary<string, IndicatorReading> Estimates => field ??= Targets.Select(target => target.Estimate).OfType<IndicatorReading>()
        .DistinctBy(reading => reading.Indicator.Code).ToDictionary(reading => reading.Indicator.Code);

    /// <summary>What communes estimated of the whole year: commune, and element → value in the element's units.</summary>
    public required IReadOnlyDictionary<(int Subject, string Element), long> Estimated { get; init; }

    /// <summary>The communes as the rows of a table; what a form asks of one, it asks of each that owes a return.</summary>
    public ReportRows CommuneRows => field ??= new ReportRows(
        [.. Communes.Select(commune => new ReportRow(commune.Id, commune.FullName, States.ContainsKey(commune.Id) ? AskedOfCommunes : Nothing))], Elements, Tallies);

    /// <summary>The agencies as the rows of a table, each asked what its own form asks.</summary>
    public ReportRows AgencyRows => field ??= new ReportRows(
        [.. Agencies.Select(agency => new ReportRow(agency.Id, agency.Name, agency.Form.Elements.ToHashSet()))], Elements, Tallies);

    /// <summary>The confirmed number of one commune; null when there is none.</summary>
    public decimal? Of(int commune, string element) => CommuneRows.Of(commune, element);

    /// <summary>The confirmed number of the province so far; null when no commune has one, and for what does not add up.</summary>
    public decimal? Sum(string element) => CommuneRows.Sum(element);

    /// <summary>The smallest and the largest coverage of these elements.</summary>
    public (Coverage Least, Coverage Most) CoverageOf(IEnumerable<string> elements) => CommuneRows.CoverageOf(elements);

    /// <summary>The communes that owe a return and have not been confirmed.</summary>
    public IReadOnlyList<PlaceOnDay> Missing =>
        [.. Communes.Where(commune => States.TryGetValue(commune.Id, out var state) && state is not ReturnState.Confirmed)];

    /// <summary>The communes that were confirmed although cells of the form are blank, with those cells in the form's order.</summary>
    public IReadOnlyList<(PlaceOnDay Commune, IReadOnlyList<string> Cells)> Blank =>
    [
        .. Communes
            .Where(commune => States.TryGetValue(commune.Id, out var state) && state is ReturnState.Confirmed)
            .Select(commune => (commune, Cells: (IReadOnlyList<string>)[.. Form.Elements.Where(code => Of(commune.Id, code) is null)]))
            .Where(row => row.Cells.Count > 0),
    ];

    private static IReadOnlySet<string> Nothing { get; } = new HashSet<string>();

    private IReadOnlySet<string> AskedOfCommunes => field ??= Form.Elements.ToHashSet();
}

/// <summary>An agency that the round asks, its short form, and where its return stands.</summary>
internal sealed record AskedAgency(int Id, string Name, FormsPack Form, ReturnState State);
