using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns;

internal sealed class RoundExtensionMapping : IEntityTypeConfiguration<RoundExtension>, IEntityTypeConfiguration<RoundExtensionSubject>
{
    public void Configure(EntityTypeBuilder<RoundExtension> builder)
    {
        builder.HasKey(extension => new { extension.Owner, extension.Id });
        builder.HasIndex(extension => new { extension.Owner, extension.RoundId });
        builder.HasOne<Round>().WithMany().HasForeignKey(extension => new { extension.Owner, extension.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoundExtensionSubject> builder)
    {
        builder.HasKey(subject => new { subject.Owner, subject.ExtensionId, subject.SubjectId });
        builder.HasOne<RoundExtension>().WithMany().HasForeignKey(subject => new { subject.Owner, subject.ExtensionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(subject => subject.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class RoundExtensionSets
{
    extension(HieuHocDb db)
    {
        public DbSet<RoundExtension> RoundExtensions => db.Set<RoundExtension>();

        public DbSet<RoundExtensionSubject> RoundExtensionSubjects => db.Set<RoundExtensionSubject>();

        /// <summary>The extensions of a round, each once for whom it gave more time; who was given time twice has the later day.</summary>
        public async Task<ILookup<int, RoundExtension>> ExtensionsOfAsync(Round round, CancellationToken ct)
        {
            var rows = await (
                from extension in db.RoundExtensions.AsNoTracking()
                where extension.Owner == round.Owner && extension.RoundId == round.Id
                join subject in db.RoundExtensionSubjects on new { extension.Owner, ExtensionId = extension.Id } equals new { subject.Owner, subject.ExtensionId }
                orderby extension.DueOn, extension.AddedAt
                select new { subject.SubjectId, extension }).ToListAsync(ct);

            return rows.ToLookup(row => row.SubjectId, row => row.extension);
        }
    }
}
