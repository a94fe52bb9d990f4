using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Audit;

internal sealed class AuditMapping :
    IEntityTypeConfiguration<AuditSeal>,
    IEntityTypeConfiguration<AuditUnsealed>,
    IEntityTypeConfiguration<AuditSalt>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder) => builder.HasKey(seal => new { seal.Owner, seal.Number });

    public void Configure(EntityTypeBuilder<AuditUnsealed> builder) => builder.HasKey(row => new { row.Owner, row.EntryId });

    public void Configure(EntityTypeBuilder<AuditSalt> builder) => builder.HasKey(salt => new { salt.Owner, salt.Record });
}

public static class AuditSets
{
    extension(HieuHocDb db)
    {
        public DbSet<AuditSeal> AuditSeals => db.Set<AuditSeal>();

        public DbSet<AuditUnsealed> AuditUnsealed => db.Set<AuditUnsealed>();

        public DbSet<AuditSalt> AuditSalts => db.Set<AuditSalt>();
    }
}
