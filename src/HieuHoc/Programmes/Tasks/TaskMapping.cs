using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Tasks;

internal sealed class TaskMapping :
    IEntityTypeConfiguration<ProgrammeTask>,
    IEntityTypeConfiguration<TaskAgency>,
    IEntityTypeConfiguration<TaskSource>,
    IEntityTypeConfiguration<AnnualRow>,
    IEntityTypeConfiguration<RowProgress>,
    IEntityTypeConfiguration<TaskReport>
{
    public void Configure(EntityTypeBuilder<ProgrammeTask> builder)
    {
        builder.HasKey(task => new { task.Owner, task.Id });
        builder.Property(task => task.Recurrence).HasConversion<string>();
        builder.Property(task => task.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(task => task.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(task => new { task.Owner, task.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskAgency> builder)
    {
        builder.HasKey(given => new { given.Owner, given.TaskId, given.AgencyId, given.Role });
        builder.Property(given => given.Role).HasConversion<string>();
        builder.HasOne<ProgrammeTask>().WithMany().HasForeignKey(given => new { given.Owner, given.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(given => given.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(given => given.ActingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskSource> builder)
    {
        builder.HasKey(source => new { source.Owner, source.PlanId, source.Item });
        builder.HasOne<Plan>().WithMany().HasForeignKey(source => new { source.Owner, source.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTask>().WithMany().HasForeignKey(source => new { source.Owner, source.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AnnualRow> builder)
    {
        builder.HasKey(row => new { row.Owner, row.Id });
        builder.HasIndex(row => new { row.Owner, row.AgencyId, row.Year, row.TaskId }).IsUnique();
        builder.HasIndex(row => new { row.Owner, row.Year });
        builder.Property(row => row.State).HasConversion<string>();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(row => row.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTask>().WithMany().HasForeignKey(row => new { row.Owner, row.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.ActingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RowProgress> builder)
    {
        builder.HasKey(progress => new { progress.Owner, progress.RowId, progress.Number });
        builder.HasIndex(progress => new { progress.Owner, progress.RowId, progress.Act }).IsUnique();
        builder.Property(progress => progress.State).HasConversion<string>();
        builder.HasOne<AnnualRow>().WithMany().HasForeignKey(progress => new { progress.Owner, progress.RowId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskReport> builder)
    {
        builder.HasKey(report => new { report.Owner, report.ReturnId, report.RowId, report.Version });
        builder.Property(report => report.State).HasConversion<string>();
        builder.HasOne<Return>().WithMany().HasForeignKey(report => new { report.Owner, report.ReturnId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AnnualRow>().WithMany().HasForeignKey(report => new { report.Owner, report.RowId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class TaskSets
{
    extension(HieuHocDb db)
    {
        public DbSet<ProgrammeTask> ProgrammeTasks => db.Set<ProgrammeTask>();

        public DbSet<TaskAgency> TaskAgencies => db.Set<TaskAgency>();

        public DbSet<TaskSource> TaskSources => db.Set<TaskSource>();

        public DbSet<AnnualRow> AnnualRows => db.Set<AnnualRow>();

        public DbSet<RowProgress> RowProgresses => db.Set<RowProgress>();

        public DbSet<TaskReport> TaskReports => db.Set<TaskReport>();
    }
}
