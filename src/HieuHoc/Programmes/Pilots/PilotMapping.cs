using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Pilots;

internal sealed class PilotMapping :
    IEntityTypeConfiguration<Pilot>,
    IEntityTypeConfiguration<PilotArea>,
    IEntityTypeConfiguration<PilotMeasure>,
    IEntityTypeConfiguration<PilotValue>,
    IEntityTypeConfiguration<PilotEvaluation>
{
    public void Configure(EntityTypeBuilder<Pilot> builder)
    {
        builder.HasKey(pilot => new { pilot.Owner, pilot.Id });
        builder.Property(pilot => pilot.State).HasConversion<string>();
        builder.Property(pilot => pilot.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(pilot => pilot.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(pilot => pilot.LeadId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PilotArea> builder)
    {
        builder.HasKey(area => new { area.Owner, area.PilotId, area.PlaceId });
        builder.HasIndex(area => new { area.Owner, area.PlaceId });
        builder.HasOne<Pilot>().WithMany().HasForeignKey(area => new { area.Owner, area.PilotId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(area => area.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PilotMeasure> builder)
    {
        builder.HasKey(measure => new { measure.Owner, measure.PilotId, measure.Id });
        builder.HasOne<Pilot>().WithMany().HasForeignKey(measure => new { measure.Owner, measure.PilotId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PilotValue> builder)
    {
        builder.HasKey(value => new { value.Owner, value.PilotId, value.MeasureId, value.Evaluation, value.PlaceId });
        builder.Ignore(value => value.Value);
        builder.HasOne<PilotMeasure>().WithMany()
            .HasForeignKey(value => new { value.Owner, value.PilotId, value.MeasureId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(value => value.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(value => value.ReadOf).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PilotEvaluation> builder)
    {
        builder.HasKey(evaluation => new { evaluation.Owner, evaluation.PilotId, evaluation.Number });
        builder.Property(evaluation => evaluation.Decision).HasConversion<string>();
        builder.HasOne<Pilot>().WithMany().HasForeignKey(evaluation => new { evaluation.Owner, evaluation.PilotId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PilotSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Pilot> Pilots => db.Set<Pilot>();

        public DbSet<PilotArea> PilotAreas => db.Set<PilotArea>();

        public DbSet<PilotMeasure> PilotMeasures => db.Set<PilotMeasure>();

        public DbSet<PilotValue> PilotValues => db.Set<PilotValue>();

        public DbSet<PilotEvaluation> PilotEvaluations => db.Set<PilotEvaluation>();
    }
}
