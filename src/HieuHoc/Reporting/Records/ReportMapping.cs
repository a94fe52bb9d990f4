using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Reporting.Records;

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportText>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.HasKey(report => new { report.Owner, report.Id });
        builder.HasIndex(report => new { report.Owner, report.Programme, report.Variant, report.PeriodId, report.Number }).IsUnique();
        builder.Property(report => report.Writer).HasConversion<string>();
        builder.Property(report => report.Boundaries).HasConversion<string>();
        builder.Property(report => report.State).HasConversion<string>();
        builder.Property(report => report.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(report => report.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(report => report.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(report => report.PeriodId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportText> builder)
    {
        builder.HasKey(text => new { text.Owner, text.ReportId, text.Section });
        builder.Property(text => text.Revision).IsConcurrencyToken();
        builder.HasOne<Report>().WithMany().HasForeignKey(text => new { text.Owner, text.ReportId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ReportSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Report> Reports => db.Set<Report>();

        public DbSet<ReportText> ReportTexts => db.Set<ReportText>();
    }
}
