using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns.Cells;

internal sealed class CellMapping : IEntityTypeConfiguration<CellMark>, IEntityTypeConfiguration<CellRemark>
{
    public void Configure(EntityTypeBuilder<CellMark> builder)
    {
        builder.HasKey(mark => new { mark.Owner, mark.ReturnId, mark.Version, mark.Cell });
        builder.HasOne<Return>().WithMany().HasForeignKey(mark => new { mark.Owner, mark.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CellRemark> builder)
    {
        builder.HasKey(remark => new { remark.Owner, remark.Id });
        builder.HasIndex(remark => new { remark.Owner, remark.ReturnId });
        builder.Property(remark => remark.Side).HasConversion<string>();
        builder.HasOne<Return>().WithMany().HasForeignKey(remark => new { remark.Owner, remark.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What is asked of single cells, and what is said of them.</summary>
public static class CellSets
{
    extension(HieuHocDb db)
    {
        public DbSet<CellMark> CellMarks => db.Set<CellMark>();

        public DbSet<CellRemark> CellRemarks => db.Set<CellRemark>();
    }
}
