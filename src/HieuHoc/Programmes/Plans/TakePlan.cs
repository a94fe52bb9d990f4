using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>A plan document on its way.</summary>
/// <param name="Id">Chosen by whoever sends it: sent again it is the same plan.</param>
/// <param name="Name">The name of the file; empty where the text was pasted.</param>
/// <param name="Content">Can be read from its beginning more than once.</param>
public sealed record ArrivingPlan(PlanId Id, string Name, Stream Content);

/// <summary>Reads a plan document and keeps what was read, for a person to confirm. Nothing of it counts before.</summary>
public sealed class TakePlan(HieuHocDb db, ReadPlanFile readPlanFile, AttachFile attachFile, ProgrammeClock clock)
{
    /// <summary>Refuses what cannot be read, with what to do; of that nothing is kept.</summary>
    public async Task<Outcome<Plan>> RunAsync(ArrivingPlan arriving, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepPlans))
        {
            return new PlansNotYours();
        }

        var read = await readPlanFile.RunAsync(arriving.Content, ct);

        if (read.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var items = PlanReadingItems.Of(read.Value);

        if (items.Items.All(item => item.Item is PlanHead))
        {
            return new PlanSaysNothing();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Owner == actor.Owner && plan.Id == arriving.Id, ct) is { } before)
        {
            return before.Text == read.Value.Text ? before : new PlanDiffers();
        }

        var plan = Add(arriving, read.Value, items, actor);
        await db.SaveChangesAsync(ct);

        if (await KeepFileAsync(arriving, actor, ct) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(ct);

        return plan;
    }

    private Plan Add(ArrivingPlan arriving, PlanDocument read, PlanReadingItems items, Actor actor)
    {
        var plan = new Plan
        {
            Owner = actor.Owner,
            Id = arriving.Id,
            Source = arriving.Name,
            Text = read.Text,
            Reading = items.ToJson(),
            State = PlanState.Confirming,
            ReadBy = actor.PersonId,
            ReadAt = clock.Now.Instant,
        };
        db.Add(plan);
        db.Record(new PlanRead(plan.Id, items.Items.Count), actor.Owner, actor.PersonId?.Value, clock.Now);

        return plan;
    }

    /// <summary>Of a text the row has all there is; a Word or PDF file is kept as it came.</summary>
    private async Task<Refusal?> KeepFileAsync(ArrivingPlan arriving, Actor actor, CancellationToken ct)
    {
        if (arriving.Name.Length == 0 || arriving.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        arriving.Content.Position = 0;

        // The plan has one file: under its own id.
        var file = new ArrivingFile(new AttachmentId(arriving.Id.Value), PlanFiles.Kind, arriving.Id.Value.ToString(), arriving.Name, arriving.Content);

        return (await attachFile.RunAsync(file, actor, ct)).Refusal;
    }
}
