using HieuHoc.Figures;
using HieuHoc.Returns;

namespace HieuHoc.Bench.Rollups;

/// <summary>A village and the commune that it belongs to.</summary>
internal sealed record RollupVillage(int Id, int CommuneId);

/// <summary>What was loaded, and what must be read from it.</summary>
/// <param name="ProvinceCode">The code of the province in the address of a page.</param>
/// <param name="Elements">The number under which each element is stored, in their order.</param>
/// <param name="Months">The months and the numbers under which they are stored.</param>
/// <param name="Years">The years, likewise.</param>
internal sealed record RollupData(
    short Owner,
    int ProvinceId,
    string ProvinceCode,
    IReadOnlyList<RollupVillage> Villages,
    IReadOnlyList<int> Elements,
    IReadOnlyList<(PeriodCode Code, int Id)> Months,
    IReadOnlyList<(PeriodCode Code, int Id)> Years)
{
    /// <summary>All periods in the order of their numbers, months before years.</summary>
    public IEnumerable<(PeriodCode Code, int Id)> Periods => [.. Months, .. Years];

    /// <summary>How many figures the villages reported.</summary>
    public int Figures => Villages.Count * Elements.Count * (Months.Count + Years.Count);

    /// <summary>Throws unless the reading of an indicator is complete and has the sums that the villages reported.</summary>
    /// <param name="indicator">Counted from 0.</param>
    public void Check(IndicatorReading reading, int indicator, int period)
    {
        var (part, total) = RollupPacks.ElementsOf(indicator, Elements.Count);

        if (!reading.IsComplete || reading.NumeratorSoFar != Sum(part, period) || reading.DenominatorSoFar != Sum(total, period))
        {
            throw new InvalidOperationException(
                $"{reading.Indicator.Code} of period {period} was read as {reading.NumeratorSoFar}/{reading.DenominatorSoFar}, "
                + $"and is {Sum(part, period)}/{Sum(total, period)}.");
        }
    }

    /// <summary>What all villages together reported of an element, counted from 0.</summary>
    public long Sum(int element, int period) => Villages.Sum(village => RollupFigure.Value(element, period, village.Id));
}
