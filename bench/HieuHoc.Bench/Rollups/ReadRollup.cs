using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Rollups;

/// <summary>Reads random indicators of random months by one client, as the product does and straight from the figures.</summary>
internal sealed class ReadRollup(BenchSite site, RollupData data)
{
    private const int Seed = 2026;

    private readonly Random random = new(Seed);
    private readonly Actor agency = new(data.Owner, null, Role.StandingAgency, data.ProvinceId);
    private IReadOnlyList<IndicatorDefinition> definitions = [];

    /// <summary>One indicator of one month, with everything that a page must know of it.</summary>
    public Timings One { get; } = new();

    /// <summary>All indicators of one month: what a report or a page of the province reads.</summary>
    public Timings All { get; } = new();

    /// <summary>Of <see cref="One"/> the query for the sums, which the roll-up answers.</summary>
    public Timings RollUpSums { get; } = new();

    /// <summary>The same sums without the roll-up.</summary>
    public Timings FigureSums { get; } = new();

    /// <summary>The sums of <see cref="All"/>, from the roll-up.</summary>
    public Timings AllRollUpSums { get; } = new();

    /// <summary>The sums of <see cref="All"/> without the roll-up.</summary>
    public Timings AllFigureSums { get; } = new();

    public async Task RunAsync(RollupScale scale, CancellationToken ct)
    {
        definitions = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ReadIndicators>().DefinitionsAsync(data.Months[0].Code, agency, ct))
                .Where(definition => definition.Code.StartsWith("bench-", StringComparison.Ordinal)).ToList());
        await ReadAsync(scale.Reads / 10, scale.WideReads / 10, ct);

        foreach (var timings in (Timings[])[One, All, RollUpSums, FigureSums, AllRollUpSums, AllFigureSums])
        {
            timings.Forget();
        }

        await ReadAsync(scale.Reads, scale.WideReads, ct);
    }

    private async Task ReadAsync(int narrow, int wide, CancellationToken ct)
    {
        for (var i = 0; i < narrow; i++)
        {
            var (month, indicator) = (data.Months[random.Next(data.Months.Count)], random.Next(definitions.Count));
            var (part, total) = RollupPacks.ElementsOf(indicator, data.Elements.Count);
            var readings = await ReadAsync(One, month.Code, [definitions[indicator]], ct);
            data.Check(readings.Single(), indicator, month.Id);
            await CompareAsync(RollUpSums, FigureSums, month, [part, total], ct);
        }

        for (var i = 0; i < wide; i++)
        {
            var month = data.Months[random.Next(data.Months.Count)];
            var readings = await ReadAsync(All, month.Code, definitions, ct);
            data.Check(readings[^1], definitions.Count - 1, month.Id);
            await CompareAsync(AllRollUpSums, AllFigureSums, month, [.. Enumerable.Range(0, data.Elements.Count)], ct);
        }
    }

    private Task<IReadOnlyList<IndicatorReading>> ReadAsync(
        Timings timings, PeriodCode month, IReadOnlyList<IndicatorDefinition> indicators, CancellationToken ct) =>
        timings.TakeAsync(() => site.InScopeAsync(async services => (await services.GetRequiredService<ReadIndicators>()
            .RunAsync(data.ProvinceId, month, indicators, agency, ct)).Value));

    /// <summary>The sums of some elements, counted from 0, in both ways; they must be the same.</summary>
    private async Task CompareAsync(
        Timings rollUp, Timings figures, (PeriodCode Code, int Id) month, IReadOnlyList<int> elements, CancellationToken ct)
    {
        var day = month.Code.Days.Last;
        var codes = elements.Select(RollupPacks.Element).ToList();
        var kept = await rollUp.TakeAsync(() => site.InScopeAsync(services =>
        {
            var db = services.GetRequiredService<HieuHocDb>();

            return db.TalliesAsync(data.Owner, [month.Id], db.CommunesUnder(data.ProvinceId, PlaceLevel.Province, day), codes, ReadingTerms.Now, ct);
        }));
        var counted = await figures.TakeAsync(() => site.InScopeAsync(services =>
            FigureSumsAsync(services.GetRequiredService<HieuHocDb>(), month.Id, day, codes, ct)));

        if (kept.Count == 0 || !kept.ToHashSet().SetEquals(counted))
        {
            throw new InvalidOperationException($"The roll-up of {month.Code.Text} is not the sum of its figures.");
        }
    }

    /// <summary>The peer: what <see cref="FigureQueries"/> reads from the roll-up, summed from the figures of the villages.</summary>
    private async Task<IReadOnlyList<Tally>> FigureSumsAsync(
        HieuHocDb db, int period, DateOnly day, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var communes = db.CommunesUnder(data.ProvinceId, PlaceLevel.Province, day);
        var ids = await db.Elements.AsNoTracking()
            .Where(element => codes.Contains(element.Code))
            .ToDictionaryAsync(element => element.Id, element => element.Code, ct);
        var sums = await (
            from figure in db.Figures.AsNoTracking()
            join parent in db.PlaceParents on figure.SubjectId equals parent.PlaceId
            where figure.Owner == data.Owner
                && ids.Keys.Contains(figure.ElementId)
                && figure.PeriodId == period
                && figure.BreakdownId == Breakdown.WholeId
                && parent.ValidFrom <= day && (parent.ValidTo == null || parent.ValidTo >= day)
                && communes.Contains(parent.ParentId)
            group figure.Value by new { parent.ParentId, figure.ElementId } into values
            select new { values.Key.ParentId, values.Key.ElementId, Sum = values.Sum(), Reported = values.Count() }).ToListAsync(ct);

        return [.. sums.Select(sum => new Tally(sum.ParentId, period, ids[sum.ElementId], sum.Sum, sum.Reported))];
    }
}
