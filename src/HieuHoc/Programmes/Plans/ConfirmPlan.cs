using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>Confirms a plan once every item was looked at, and opens it again when something in it was wrong.</summary>
public sealed class ConfirmPlan(HieuHocDb db, ProgrammeClock clock, RegisterPlan registerPlan)
{
    /// <summary>Adds the version that holds from now on; the plan is in the register of documents then, with what it rests on.</summary>
    /// <param name="reason">Why an earlier version was opened again; not asked of the first.</param>
    public async Task<Outcome<PlanVersion>> RunAsync(PlanId id, string reason, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plans", ct);

        if (await db.StandingPlanAsync(id, actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        var last = await db.PlanVersions.Where(version => version.Owner == actor.Owner && version.PlanId == id)
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(ct);

        if (standing.Plan.State is PlanState.Confirmed)
        {
            return last!; // the same again; a confirmed plan has a version
        }

        if (standing.Draft.Open > 0)
        {
            return new PlanItemsOpen(standing.Draft.Open);
        }

        if (last is not null && string.IsNullOrWhiteSpace(reason))
        {
            return new PlanReasonMissing();
        }

        var content = PlanContent.Of(standing.Draft);

        if (await db.HoldingAsync(actor.Owner, content.Document, clock.Now.Day, ct) is not { } holds)
        {
            return new PlanIssuedElsewhere(content.Document.Issuer ?? "");
        }

        var document = await registerPlan.RunAsync(standing, content, holds, actor, ct);

        if (document.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();

            return refusal;
        }

        var version = Version(standing.Plan, content, (last?.Number ?? 0) + 1, last is null ? "" : reason.Trim(), actor);
        standing.Plan.DocumentId = document.Value;
        standing.Plan.State = PlanState.Confirmed;
        standing.Plan.Revision++;
        db.Add(version);
        db.Record(new PlanConfirmed(id, version.Number, standing.Draft.Items.Count(item => item.IsKept)), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return version;
    }

    /// <summary>Opens a confirmed plan again: its last version holds until the next one is confirmed. The same again changes nothing.</summary>
    public async Task<Refusal?> ReopenAsync(PlanId id, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plans", ct);

        if (await db.PlansKeptBy(actor).SingleOrDefaultAsync(plan => plan.Id == id, ct) is not { } plan)
        {
            return new PlanNotFound();
        }

        if (plan.State is PlanState.Confirming)
        {
            return await db.HasPlanVersionAsync(plan, ct) ? null : new PlanIsNotConfirmed();
        }

        plan.State = PlanState.Confirming;
        plan.Revision++;
        db.Record(new PlanReopened(id), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    private PlanVersion Version(Plan plan, PlanContent content, int number, string reason, Actor actor) => new()
    {
        Owner = plan.Owner,
        PlanId = plan.Id,
        Number = number,
        Content = content.ToJson(),
        ConfirmedBy = actor.PersonId,
        ConfirmedAt = clock.Now.Instant,
        Reason = reason,
    };
}
