using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Programmes.Plans;

/// <summary>The files that plans were read from, kept as they came: from which paper something was read stays known.</summary>
public sealed class PlanFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "plan";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = new PlanId(Guid.Parse(record));
        var plans = db.PlansKeptBy(actor).Where(plan => plan.Id == id);

        return db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record && plans.Any());
    }

    public override Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) => Task.FromResult(actor.May(Capability.KeepPlans));
}
