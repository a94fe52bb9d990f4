using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns.Reasons;

internal sealed class ReasonMapping : IEntityTypeConfiguration<ReturnReason>
{
    public void Configure(EntityTypeBuilder<ReturnReason> builder)
    {
        builder.HasKey(reason => new { reason.Owner, reason.ReturnId, reason.Code, reason.Cell, reason.Version });
        builder.HasOne<Return>().WithMany().HasForeignKey(reason => new { reason.Owner, reason.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Why figures that look odd are right.</summary>
public static class ReasonSets
{
    extension(HieuHocDb db)
    {
        public DbSet<ReturnReason> ReturnReasons => db.Set<ReturnReason>();
    }
}
