using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
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

    public required Round Round { get; init; }

    public required FormsPack Form { get; init; }

    public required IReadOnlyDictionary<string, ElementDefinition> Elements { get; init; }

    /// <summary>In the order of a Vietnamese list.</summary>
    public required IReadOnlyList<PlaceOnDay> Communes { get; init; }

    /// <summary>Where each commune's return stands.</summary>
    public required IReadOnlyDictionary<int, ReturnState> States { get; init; }

    /// <summary>The confirmed sums: commune and element → value in the element's units.</summary>
    public required IReadOnlyDictionary<(int Commune, string Element), long> Tallies { get; init; }

    public required IReadOnlyList<IndicatorReading> Readings { get; init; }

    public required IReadOnlyList<JudgedTarget> Targets { get; init; }

    /// <summary>The confirmed number of one commune; null when there is none.</summary>
    public decimal? Of(int commune, string element) =>
        Tallies.TryGetValue((commune, element), out var value) ? Elements[element].Natural(value) : null;

    /// <summary>The confirmed number of the province so far; null when no commune has one, and for what does not add up.</summary>
    public decimal? Sum(string element)
    {
        if (Elements[element].OverSubjects is not OverSubjects.Sum)
        {
            return null;
        }

        var known = Communes.Select(commune => Of(commune.Id, element)).OfType<decimal>().ToList();

        return known.Count == 0 ? null : known.Sum();
    }

    /// <summary>How many communes are in the sum of an element, of those that were asked.</summary>
    public Coverage CoverageOf(string element)
    {
        var known = Communes.Count(commune => Of(commune.Id, element) is not null);
        var open = Communes.Count(commune => States.ContainsKey(commune.Id) && Of(commune.Id, element) is null);

        return new Coverage(known, known + open);
    }

    /// <summary>The smallest and the largest coverage of these elements.</summary>
    public (Coverage Least, Coverage Most) CoverageOf(IEnumerable<string> elements)
    {
        var all = elements.Select(CoverageOf).OrderBy(coverage => coverage.Known).ToList();

        return all.Count == 0 ? (new Coverage(0, 0), new Coverage(0, 0)) : (all[0], all[^1]);
    }

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
}

/// <summary>How many of the communes that were asked have a confirmed number.</summary>
internal sealed record Coverage(int Known, int Expected)
{
    public bool IsComplete => Known == Expected;
}
