using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Committees;

internal sealed class CommitteeMapping :
    IEntityTypeConfiguration<Committee>,
    IEntityTypeConfiguration<CommitteeDecision>,
    IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<Committee> builder)
    {
        builder.HasKey(committee => new { committee.Owner, committee.Id });
        builder.HasIndex(committee => new { committee.Owner, committee.PlaceId });
        builder.Property(committee => committee.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(committee => committee.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(committee => committee.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommitteeDecision> builder)
    {
        builder.HasKey(decision => new { decision.Owner, decision.CommitteeId, decision.Id });
        builder.HasIndex(decision => new { decision.Owner, decision.CommitteeId, decision.DecidedOn }).IsUnique();
        builder.HasOne<Committee>().WithMany().HasForeignKey(decision => new { decision.Owner, decision.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(decision => decision.StandingAgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.HasKey(member => new { member.Owner, member.CommitteeId, member.DecisionId, member.Position });
        builder.Property(member => member.Duty).HasConversion<string>();
        builder.HasOne<CommitteeDecision>().WithMany()
            .HasForeignKey(member => new { member.Owner, member.CommitteeId, member.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(member => member.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class CommitteeSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Committee> Committees => db.Set<Committee>();

        public DbSet<CommitteeDecision> CommitteeDecisions => db.Set<CommitteeDecision>();

        public DbSet<CommitteeMember> CommitteeMembers => db.Set<CommitteeMember>();
    }
}
