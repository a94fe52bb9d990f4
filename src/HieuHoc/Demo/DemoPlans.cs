using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Demo;

/// <summary>A made-up draft of next year's plan (<c>plan.txt</c>), read in and waiting for somebody to look at what was read.</summary>
internal sealed class DemoPlans(DbEngine engine, StoryTime time)
{
    private static readonly DateOnly Read = new(2026, 11, 12);

    /// <summary>Reads it in; read in before, it stays as it is.</summary>
    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.Morning(Read);
        var clock = new ProgrammeClock(time);
        // Of a text the plan has all there is: no file is kept.
        var noFiles = new AttachFile(db, new AttachmentFiles("", clock), new AttachmentKinds([]), clock);
        await using var text = typeof(DemoPlans).Assembly.GetManifestResourceStream(typeof(DemoPlans), "plan.txt")!;
        var arriving = new ArrivingPlan(new PlanId(DemoId.Of(owner, "plan")), "", text);
        _ = (await new TakePlan(db, new ReadPlanFile(), noFiles, clock).RunAsync(arriving, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct)).Value;
    }
}
