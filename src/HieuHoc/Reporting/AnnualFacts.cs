using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>Everything that the yearly report is written from, read once, so that paper and appendix cannot differ.</summary>
internal sealed record AnnualFacts
{
    public required int Year { get; init; }

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

    /// <summary>The confirmed number of the province so far; null when no commune has one.</summary>
    public decimal? Sum(string element)
    {
        var known = Communes.Select(commune => Of(commune.Id, element)).OfType<decimal>().ToList();

        return known.Count == 0 ? null : known.Sum();
    }

    /// <summary>The communes that owe a return and have not been confirmed.</summary>
    public IReadOnlyList<PlaceOnDay> Missing =>
        [.. Communes.Where(commune => States.TryGetValue(commune.Id, out var state) && state is not ReturnState.Confirmed)];
}
