using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Packs;

internal sealed class PackMapping : IEntityTypeConfiguration<Pack>
{
    public void Configure(EntityTypeBuilder<Pack> builder)
    {
        builder.HasKey(pack => pack.Id);
        builder.Property(pack => pack.Id).ValueGeneratedNever();
        builder.HasIndex(pack => new { pack.Kind, pack.Code, pack.Version }).IsUnique();
    }
}
