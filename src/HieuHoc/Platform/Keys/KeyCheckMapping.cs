using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Keys;

internal sealed class KeyCheckMapping : IEntityTypeConfiguration<KeyCheck>
{
    public void Configure(EntityTypeBuilder<KeyCheck> builder)
    {
        builder.HasKey(check => check.KeyId);
        builder.Property(check => check.KeyId).ValueGeneratedNever();
    }
}
