using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Checks;

internal sealed class VisitMapping :
    IEntityTypeConfiguration<Visit>,
    IEntityTypeConfiguration<VisitPoint>,
    IEntityTypeConfiguration<Finding>,
    IEntityTypeConfiguration<FindingWord>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.HasKey(visit => new { visit.Owner, visit.Id });
        builder.HasIndex(visit => new { visit.Owner, visit.FirstDay });
        builder.Property(visit => visit.Kind).HasConversion<string>();
        builder.Property(visit => visit.State).HasConversion<string>();
        builder.Property(visit => visit.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(visit => visit.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(visit => visit.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(visit => visit.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(visit => visit.VisitedId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VisitPoint> builder)
    {
        builder.HasKey(point => new { point.Owner, point.VisitId, point.Number });
        builder.Property(point => point.Seen).HasConversion<string>();
        builder.HasOne<Visit>().WithMany().HasForeignKey(point => new { point.Owner, point.VisitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.HasKey(finding => new { finding.Owner, finding.Id });
        builder.HasIndex(finding => new { finding.Owner, finding.VisitId, finding.Number }).IsUnique();
        builder.HasIndex(finding => new { finding.Owner, finding.ResponsibleId });
        builder.Property(finding => finding.State).HasConversion<string>();
        builder.Property(finding => finding.Revision).IsConcurrencyToken();
        builder.HasOne<Visit>().WithMany().HasForeignKey(finding => new { finding.Owner, finding.VisitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(finding => finding.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FindingWord> builder)
    {
        builder.HasKey(word => new { word.Owner, word.FindingId, word.Number });
        builder.Property(word => word.Step).HasConversion<string>();
        builder.HasOne<Finding>().WithMany().HasForeignKey(word => new { word.Owner, word.FindingId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class VisitSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Visit> Visits => db.Set<Visit>();

        public DbSet<VisitPoint> VisitPoints => db.Set<VisitPoint>();

        public DbSet<Finding> Findings => db.Set<Finding>();

        public DbSet<FindingWord> FindingWords => db.Set<FindingWord>();
    }
}
