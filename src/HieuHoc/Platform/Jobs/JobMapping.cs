using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.HasKey(job => new { job.Owner, job.Id });
        builder.Property(job => job.State).HasConversion<string>();
        builder.Property(job => job.Args).HasAnnotation(HieuHocDb.JsonDocumentColumn, true);
        builder.Property(job => job.Said).HasAnnotation(HieuHocDb.JsonDocumentColumn, true);
        builder.Ignore(job => job.HasEnded);
        builder.HasIndex(job => new { job.Owner, job.Kind, job.DedupeKey }).IsUnique();
        builder.HasIndex(job => new { job.Owner, job.State, job.RunAfter });
    }
}
