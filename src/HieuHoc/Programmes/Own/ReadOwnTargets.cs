using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Programmes.Own;

/// <summary>A milestone of which a commune may want more.</summary>
/// <param name="Programme">What the programme wants, in the indicator's unit.</param>
/// <param name="Own">What the commune said last; null where it never did.</param>
public sealed record OwnMilestone(JudgedTarget Target, JudgedMilestone Judged, IndicatorDefinition Indicator, decimal Programme, OwnValue? Own);

/// <summary>Reads what the programme wants of a commune in this and later years, with what the commune wants beyond it.</summary>
public sealed class ReadOwnTargets(HieuHocDb db, JudgeTargets judgeTargets, ReadIndicators readIndicators, ProgrammeClock clock)
{
    /// <summary>False of what is reached or not, and of how many places reach it: of that a single commune has no more and no less.</summary>
    private static bool IsOfCommune(JudgedTarget target) => target is { Indicator: { Kind: not IndicatorKind.YesNo, Each: null }, Measure.Rebasing: null };

    /// <summary>False where the programme wants all that there is.</summary>
    private static bool CanBePassed(IndicatorDefinition indicator, decimal programme) => indicator.Direction is Direction.Up ? indicator.Kind is not IndicatorKind.Percent || programme < 100 : programme > 0;

    /// <summary>The milestones that are still to come, in the order of the targets.</summary>
    public async Task<Outcome<IReadOnlyList<OwnMilestone>>> RunAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepOwnTargets))
        {
            return new OwnValuesNotYours();
        }

        var period = PeriodCode.Year(clock.Now.Day.Year);
        var read = await readIndicators.RunAsync(actor.PlaceId, period, await readIndicators.DefinitionsAsync(period, actor, ct), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var year = period.Days.First.Year;
        // The place was found for its figures.
        var judged = (await judgeTargets.OfProgrammeAsync(actor.PlaceId, year, read.Value, actor, ct)).Value;
        var own = (await db.OwnValuesAsync(actor.Owner, actor.PlaceId, ct)).ToDictionary(value => (value.Indicator, value.Year));

        return (from target in judged
                from milestone in target.Milestones
                let programme = milestone.Milestone.Raised?.Programme ?? milestone.Milestone.Threshold
                where milestone.Milestone.Year >= year && milestone.Closing is null && programme is not null && IsOfCommune(target) && CanBePassed(target.Indicator!, programme.Value)
                select new OwnMilestone(target, milestone, target.Indicator!, programme.Value, own.GetValueOrDefault((target.Target.Indicator, milestone.Milestone.Year)))).ToList();
    }

    /// <summary>What is wanted by one indicator by the end of one year.</summary>
    public async Task<Outcome<OwnMilestone>> OneAsync(string indicator, int year, Actor actor, CancellationToken ct)
    {
        var read = await RunAsync(actor, ct);

        return read.Refusal is { } refusal ? refusal
            : read.Value.FirstOrDefault(one => one.Target.Target.Indicator == indicator && one.Judged.Milestone.Year == year) is { } milestone ? milestone
            : new OwnValueTargetUnknown();
    }
}
