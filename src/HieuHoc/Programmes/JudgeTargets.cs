using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes;

/// <summary>A milestone of a target, judged: the verdict, why, and how far it is still.</summary>
/// <param name="NeededPerYear">
/// How much the indicator must grow in each year that is left, in its unit; null when it is reached, when the year is
/// over or when the value cannot be said.
/// </param>
public sealed record JudgedMilestone(Milestone Milestone, Verdict Verdict, Explanation Explanation, decimal? NeededPerYear);

/// <summary>A target of the plan, judged from confirmed figures at each of its milestones.</summary>
public sealed record JudgedTarget(TargetDefinition Target, IndicatorReading Reading, IReadOnlyList<JudgedMilestone> Milestones);

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
        var period = PeriodCode.Year(year);

        if (await ProgrammeAsync(owner, period.Days.Last, ct) is not { } programme)
        {
            return [];
        }

        var wanted = programme.Targets.Select(target => target.Indicator).ToHashSet();
        var definitions = (await readIndicators.DefinitionsAsync(period, ct)).Where(indicator => wanted.Contains(indicator.Code)).ToList();
        var readings = (await readIndicators.RunAsync(owner, placeId, level, period, definitions, ct))
            .ToDictionary(reading => reading.Indicator.Code);

        return [.. programme.Targets.Where(target => readings.ContainsKey(target.Indicator)).Select(target => Judge(target, readings[target.Indicator], year))];
    }

    /// <summary>Judges one target from what was read.</summary>
    public static JudgedTarget Judge(TargetDefinition target, IndicatorReading reading, int year)
    {
        var rule = Rule.Parse(target.Rule);

        return new JudgedTarget(target, reading, [.. target.Milestones.Select(milestone =>
        {
            var judgement = rule.Judge(new WithThreshold(reading.Facts, milestone.Threshold));

            return new JudgedMilestone(milestone, judgement.Verdict, judgement.Explanation, Needed(judgement.Verdict, reading, milestone, year));
        })]);
    }

    private static decimal? Needed(Verdict verdict, IndicatorReading reading, Milestone milestone, int year)
    {
        var left = milestone.Year - year;

        // The rule says what is reached: it may compare rounded, or want less and not more.
        return verdict is Verdict.NotMet && reading.Value is { } value && left > 0 && value < milestone.Threshold
            ? (milestone.Threshold - value) / left
            : null;
    }

    private sealed class WithThreshold(IFacts facts, decimal threshold) : IFacts
    {
        public decimal? this[string name] => name == ProgrammePackKind.Threshold ? threshold : facts[name];
    }
}
