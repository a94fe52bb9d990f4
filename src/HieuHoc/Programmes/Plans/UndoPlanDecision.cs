using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>Takes back what a person last said of a plan, one press of a button at a time; what others said since stays.</summary>
public sealed class UndoPlanDecision(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The same act again changes nothing. The plan as it stands then.</summary>
    /// <param name="act">Chosen by the page: one press of a button.</param>
    public async Task<Outcome<StandingPlan>> RunAsync(PlanId id, Guid act, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plans", ct);

        if (await db.StandingPlanAsync(id, actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        if (standing.Decisions.Any(decision => decision.Act == act))
        {
            return standing;
        }

        if (standing.Plan.State is PlanState.Confirmed)
        {
            return new PlanIsConfirmed();
        }

        var undone = LastOf(standing, actor.PersonId);

        if (undone.Count == 0)
        {
            return new NothingToUndo();
        }

        foreach (var decision in undone)
        {
            db.Add(Undoing(standing.Plan, act, decision, actor));
        }

        db.Record(new PlanItemsDecided(id, PlanVerdict.Undone, [.. undone.Select(decision => decision.Item)]), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return (await db.StandingPlanAsync(id, actor, ct))!; // nobody takes plans away
    }

    /// <summary>What the person decided last and nobody, they neither, decided otherwise since.</summary>
    private static IReadOnlyList<PlanDecision> LastOf(StandingPlan standing, PersonId? person)
    {
        var undone = standing.Decisions.Select(decision => decision.Undoes).OfType<int>().ToHashSet();
        var holding = standing.Decisions.Where(decision => decision.Undoes is null && !undone.Contains(decision.Number))
            .GroupBy(decision => decision.Item).Select(item => item.MaxBy(decision => decision.Number)!);

        return [.. holding.Where(decision => decision.DecidedBy == person).GroupBy(decision => decision.Act).MaxBy(act => act.Max(decision => decision.Number)) ?? Enumerable.Empty<PlanDecision>()];
    }

    private PlanDecision Undoing(Plan plan, Guid act, PlanDecision undone, Actor actor) => new()
    {
        Owner = plan.Owner,
        PlanId = plan.Id,
        Number = ++plan.Revision,
        Act = act,
        Item = undone.Item,
        Verdict = PlanVerdict.Undone,
        Content = null,
        Undoes = undone.Number,
        DecidedBy = actor.PersonId,
        DecidedAt = clock.Now.Instant,
    };
}
