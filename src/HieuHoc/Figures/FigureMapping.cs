using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Figures;

internal sealed class FigureMapping :
    IEntityTypeConfiguration<Element>,
    IEntityTypeConfiguration<Period>,
    IEntityTypeConfiguration<Breakdown>,
    IEntityTypeConfiguration<Figure>,
    IEntityTypeConfiguration<RollUp>,
    IEntityTypeConfiguration<FigureSource>,
    IEntityTypeConfiguration<SupersededFigure>,
    IEntityTypeConfiguration<StagedFigure>
{
    /// <summary>What few figures are; <see cref="Standing.Official"/> is stored as 0.</summary>
    private const string NotOfficial = "standing <> 0";

    public void Configure(EntityTypeBuilder<Element> builder)
    {
        builder.HasKey(element => element.Id);
        builder.Property(element => element.Id).ValueGeneratedNever();
        builder.HasIndex(element => element.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Period> builder)
    {
        builder.HasKey(period => period.Id);
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.Kind).HasConversion<string>();
        builder.HasIndex(period => period.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Breakdown> builder)
    {
        builder.HasKey(breakdown => breakdown.Id);
        builder.Property(breakdown => breakdown.Id).ValueGeneratedNever();
        builder.HasIndex(breakdown => breakdown.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        // In the order of reading: one element of one period, then by subject.
        builder.HasKey(figure => new
        {
            figure.Owner,
            figure.ElementId,
            figure.PeriodId,
            figure.SubjectId,
            figure.BreakdownId,
            figure.SourceId,
            figure.Standing,
        });
        builder.HasIndex(figure => new { figure.Owner, figure.SourceId });
        builder.HasOne<Element>().WithMany().HasForeignKey(figure => figure.ElementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(figure => figure.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(figure => figure.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Breakdown>().WithMany().HasForeignKey(figure => figure.BreakdownId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RollUp> builder)
    {
        builder.HasKey(row => new { row.Owner, row.ElementId, row.PeriodId, row.SubjectId, row.BreakdownId, row.Standing });
        // Whether anything is estimated at all is asked before anything is read of estimates.
        builder.HasIndex(row => new { row.Owner, row.Standing, row.PeriodId }).HasFilter(NotOfficial);
        builder.HasOne<Element>().WithMany().HasForeignKey(row => row.ElementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(row => row.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Breakdown>().WithMany().HasForeignKey(row => row.BreakdownId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FigureSource> builder)
    {
        builder.HasKey(source => new { source.Owner, source.Id, source.Version });
        builder.Property(source => source.Producer).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<SupersededFigure> builder)
    {
        builder.HasKey(figure => new
        {
            figure.Owner,
            figure.ElementId,
            figure.PeriodId,
            figure.SubjectId,
            figure.BreakdownId,
            figure.SourceId,
            figure.SourceVersion,
            figure.Standing,
        });
        builder.HasIndex(figure => new { figure.Owner, figure.Standing, figure.PeriodId }).HasFilter(NotOfficial);
    }

    public void Configure(EntityTypeBuilder<StagedFigure> builder) => builder.HasKey(figure => new
    {
        figure.Owner,
        figure.RunId,
        figure.ElementId,
        figure.PeriodId,
        figure.SubjectId,
        figure.BreakdownId,
        figure.Standing,
    });
}

public static class FigureSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Element> Elements => db.Set<Element>();

        public DbSet<Period> Periods => db.Set<Period>();

        public DbSet<Breakdown> Breakdowns => db.Set<Breakdown>();

        public DbSet<Figure> Figures => db.Set<Figure>();

        public DbSet<RollUp> RollUps => db.Set<RollUp>();

        public DbSet<FigureSource> FigureSources => db.Set<FigureSource>();

        public DbSet<SupersededFigure> SupersededFigures => db.Set<SupersededFigure>();

        public DbSet<StagedFigure> StagedFigures => db.Set<StagedFigure>();
    }
}
