using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => new { entry.Owner, entry.Id });
        builder.HasIndex(entry => new { entry.Owner, entry.Record, entry.At });
        builder.Property(entry => entry.Detail).HasAnnotation(HieuHocDb.JsonDocumentColumn, true);
    }
}
