using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes;

/// <summary>Holds the programme's targets against the confirmed figures of a place.</summary>
public sealed class JudgeTargets(HieuHocDb db, PackShelf shelf, ReadIndicators readIndicators)
{
    /// <summary>The programme of a province on a day; null when no pack describes one.</summary>
    public async Task<ProgrammePack?> ProgrammeAsync(short owner, DateOnly day, CancellationToken ct)
    {
        var province = await db.Owners.Where(row => row.Id == owner).Select(row => row.PlaceId).SingleAsync(ct);
        var codes = await db.PlaceCodes
            .Where(code => code.PlaceId == province && code.ValidFrom <= day && (code.ValidTo == null || code.ValidTo >= day))
            .Select(code => code.Code)
            .ToListAsync(ct);

        return (await shelf.OnAsync<ProgrammePack>(db, day, ct))
            .Select(pack => pack.Document)
            .FirstOrDefault(pack => codes.Contains(pack.Province));
    }

    /// <summary>Judges every target of the programme for one place and year.</summary>
    public async Task<IReadOnlyList<JudgedTarget>> RunAsync(
        short owner, int placeId, PlaceLevel level, int year, CancellationToken ct)
    {
        if (await ProgrammeAsync(owner, PeriodCode.Year(year).Days.Last, ct) is not { } programme)
        {
            return [];
        }

        var years = programme.Targets
            .SelectMany(target => target.Milestones)
            .Select(milestone => YearOf(milestone, year))
            .Append(year)
            .Distinct()
            .ToList();
        var readings = new Dictionary<(int Year, string Indicator), IndicatorReading>();

        foreach (var one in years)
        {
            foreach (var reading in await ReadAsync(owner, placeId, level, one, Wanted(programme, one, year), ct))
            {
                readings[(one, reading.Indicator.Code)] = reading;
            }
        }

        var known = (await shelf.AllAsync<IndicatorsPack>(db, ct))
            .SelectMany(pack => pack.Document.Indicators)
            .DistinctBy(indicator => indicator.Code)
            .ToDictionary(indicator => indicator.Code);

        return [.. programme.Targets.Select(target => Judge(target, known.GetValueOrDefault(target.Indicator), readings, year))];
    }

    /// <summary>The year whose figures judge a milestone: its own once it is over, until then the one shown.</summary>
    private static int YearOf(Milestone milestone, int shown) => Math.Min(milestone.Year, shown);

    private static HashSet<string> Wanted(ProgrammePack programme, int year, int shown) =>
    [
        .. programme.Targets
            .Where(target => year == shown || target.Milestones.Any(milestone => YearOf(milestone, shown) == year))
            .Select(target => target.Indicator),
    ];

    private async Task<IReadOnlyList<IndicatorReading>> ReadAsync(
        short owner, int placeId, PlaceLevel level, int year, HashSet<string> wanted, CancellationToken ct)
    {
        var period = PeriodCode.Year(year);
        var definitions = (await readIndicators.DefinitionsAsync(period, ct)).Where(indicator => wanted.Contains(indicator.Code)).ToList();

        return definitions.Count == 0 ? [] : await readIndicators.RunAsync(owner, placeId, level, period, definitions, ct);
    }

    private static JudgedTarget Judge(
        TargetDefinition target, IndicatorDefinition? known, Dictionary<(int Year, string Indicator), IndicatorReading> readings, int shown)
    {
        var rule = Rule.Parse(target.Rule);
        var reading = readings.GetValueOrDefault((shown, target.Indicator));

        return new JudgedTarget(target, reading?.Indicator ?? known, reading, [.. target.Milestones.Select(milestone =>
        {
            var year = YearOf(milestone, shown);

            return Judge(rule, milestone, year, readings.GetValueOrDefault((year, target.Indicator)), shown);
        })]);
    }

    private static JudgedMilestone Judge(Rule rule, Milestone milestone, int year, IndicatorReading? reading, int shown)
    {
        var judgement = rule.Judge(new WithThreshold(reading?.Facts, milestone.Threshold));
        var verdict = reading is null ? Verdict.CannotSay : judgement.Verdict;

        return new JudgedMilestone(milestone, year, reading, verdict, judgement.Explanation, Needed(verdict, reading, milestone, shown));
    }

    private static decimal? Needed(Verdict verdict, IndicatorReading? reading, Milestone milestone, int year)
    {
        var left = milestone.Year - year;

        // The rule says what is reached: it may compare what is rounded.
        return verdict is Verdict.NotMet && left > 0 && reading is { Value: { } value }
            ? JudgedMilestone.GapOf(reading.Indicator, value, milestone.Threshold) / left
            : null;
    }

    private sealed class WithThreshold(IFacts? facts, decimal threshold) : IFacts
    {
        public decimal? this[string name] => name == ProgrammePackKind.Threshold ? threshold : facts?[name];
    }
}
