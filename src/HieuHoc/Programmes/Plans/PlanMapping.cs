using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Plans;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanDecision>, IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasKey(plan => new { plan.Owner, plan.Id });
        builder.Property(plan => plan.State).HasConversion<string>();
        builder.Property(plan => plan.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(plan => plan.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficialDocument>().WithMany().HasForeignKey(plan => new { plan.Owner, plan.DocumentId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanDecision> builder)
    {
        builder.HasKey(decision => new { decision.Owner, decision.PlanId, decision.Number });
        builder.HasIndex(decision => new { decision.Owner, decision.PlanId, decision.Act, decision.Item }).IsUnique();
        builder.Property(decision => decision.Verdict).HasConversion<string>();
        builder.HasOne<Plan>().WithMany().HasForeignKey(decision => new { decision.Owner, decision.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.HasKey(version => new { version.Owner, version.PlanId, version.Number });
        builder.HasOne<Plan>().WithMany().HasForeignKey(version => new { version.Owner, version.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PlanSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Plan> Plans => db.Set<Plan>();

        public DbSet<PlanDecision> PlanDecisions => db.Set<PlanDecision>();

        public DbSet<PlanVersion> PlanVersions => db.Set<PlanVersion>();

        /// <summary>The plans of the programme, for who confirms them.</summary>
        public IQueryable<Plan> PlansKeptBy(Actor actor) => db.Plans.Where(plan => plan.Owner == actor.Owner && actor.May(Capability.KeepPlans));

        /// <summary>True where the plan was confirmed before, whether or not it was opened again.</summary>
        public Task<bool> HasPlanVersionAsync(Plan plan, CancellationToken ct) => db.PlanVersions.AnyAsync(version => version.Owner == plan.Owner && version.PlanId == plan.Id, ct);

        /// <summary>A plan with all that was decided of it; null where the actor keeps no such plan.</summary>
        public async Task<StandingPlan?> StandingPlanAsync(PlanId id, Actor actor, CancellationToken ct)
        {
            if (await db.PlansKeptBy(actor).SingleOrDefaultAsync(plan => plan.Id == id, ct) is not { } plan)
            {
                return null;
            }

            var decisions = await db.PlanDecisions.AsNoTracking()
                .Where(decision => decision.Owner == plan.Owner && decision.PlanId == id).OrderBy(decision => decision.Number).ToListAsync(ct);

            return new StandingPlan(plan, decisions, PlanDraft.Of(PlanReadingItems.Parse(plan.Reading), decisions));
        }
    }
}

/// <summary>A plan as it stands: what was read, and what was decided of it.</summary>
public sealed record StandingPlan(Plan Plan, IReadOnlyList<PlanDecision> Decisions, PlanDraft Draft);
