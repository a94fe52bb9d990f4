using HieuHoc.Access;
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
    /// <summary>
    /// The programme of the actor's province that they answer for on a day, with the province's own values; null when no
    /// pack describes one.
    /// </summary>
    public async Task<ProgrammePack?> ProgrammeAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var province = await db.Owners.Where(row => row.Id == actor.Owner).Select(row => row.PlaceId).SingleAsync(ct);
        var codes = await db.PlaceCodes.HoldingOn(day)
            .Where(code => code.PlaceId == province)
            .Select(code => code.Code)
            .ToListAsync(ct);

        return (await shelf.OnAsync<ProgrammePack>(db, day, await db.JurisdictionAsync(actor.Owner, ct), ct))
            .Select(pack => pack.Document)
            .FirstOrDefault(pack => codes.Contains(pack.Province) && actor.AnswersFor(pack.BaseId));
    }

    /// <summary>Judges the targets of the programme for one place and year.</summary>
    /// <param name="shown">What was read of the year already, and is not read again.</param>
    /// <param name="indicator">The indicator whose targets are wanted; null for all of them.</param>
    public async Task<Outcome<IReadOnlyList<JudgedTarget>>> RunAsync(
        int placeId, int year, IReadOnlyList<IndicatorReading> shown, string? indicator, Actor actor, CancellationToken ct)
    {
        if (!await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == placeId, ct))
        {
            return new PlaceNotFound();
        }

        if (await ProgrammeAsync(actor, PeriodCode.Year(year).Days.Last, ct) is not { } programme)
        {
            return new List<JudgedTarget>();
        }

        var targets = programme.Targets.Where(target => indicator is null || target.Indicator == indicator).ToList();

        return await JudgeAsync(targets, placeId, year, shown, actor, ct);
    }

    private async Task<List<JudgedTarget>> JudgeAsync(
        IReadOnlyList<TargetDefinition> targets, int placeId, int year, IReadOnlyList<IndicatorReading> shown, Actor actor, CancellationToken ct)
    {
        var terms = shown.Count > 0 ? shown[0].Terms : ReadingTerms.Now;
        var readings = shown.ToDictionary(reading => (Year: year, Indicator: reading.Indicator.Code));

        foreach (var past in targets
            .SelectMany(target => target.Milestones.Select(milestone => (Year: YearOf(milestone, year), target.Indicator)))
            .Where(wanted => wanted.Year != year)
            .ToLookup(wanted => wanted.Year, wanted => wanted.Indicator))
        {
            foreach (var reading in await ReadAsync(placeId, PeriodCode.Year(past.Key), [.. past], terms, actor, ct))
            {
                readings[(past.Key, reading.Indicator.Code)] = reading;
            }
        }

        var known = (await shelf.AllAsync<IndicatorsPack>(db, await db.JurisdictionAsync(actor.Owner, ct), ct))
            .SelectMany(pack => pack.Document.Indicators)
            .DistinctBy(indicator => indicator.Code)
            .ToDictionary(indicator => indicator.Code);

        return [.. targets.Select(target => Judge(target, known.GetValueOrDefault(target.Indicator), readings, year))];
    }

    /// <summary>The year whose figures judge a milestone: its own once it is over, until then the one shown.</summary>
    private static int YearOf(Milestone milestone, int shown) => Math.Min(milestone.Year, shown);

    private async Task<IReadOnlyList<IndicatorReading>> ReadAsync(
        int placeId, PeriodCode period, HashSet<string> wanted, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var definitions = (await readIndicators.DefinitionsAsync(period, actor, ct)).Where(indicator => wanted.Contains(indicator.Code)).ToList();

        // The place was found for the year shown; a past year is of the same place.
        return definitions.Count == 0 ? [] : (await readIndicators.RunAsync(placeId, period, definitions, terms, actor, ct)).Value;
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

    private sealed class WithThreshold(IFacts? facts, decimal? threshold) : IFacts
    {
        public decimal? this[string name] => name == ProgrammePackKind.Threshold ? threshold : facts?[name];
    }
}
