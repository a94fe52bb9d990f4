using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Own;

internal sealed class OwnValueMapping : IEntityTypeConfiguration<OwnValue>
{
    public void Configure(EntityTypeBuilder<OwnValue> builder)
    {
        builder.HasKey(value => new { value.Owner, value.Id });
        builder.HasIndex(value => new { value.Owner, value.PlaceId, value.Indicator, value.Year, value.Number }).IsUnique();
        builder.HasOne<Owner>().WithMany().HasForeignKey(value => value.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(value => value.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class OwnValueSets
{
    extension(HieuHocDb db)
    {
        public DbSet<OwnValue> OwnValues => db.Set<OwnValue>();

        /// <summary>What a place wants of its own: of each indicator and year the version that holds.</summary>
        public async Task<IReadOnlyList<OwnValue>> OwnValuesAsync(short owner, int place, CancellationToken ct) =>
            [.. (await db.OwnValues.AsNoTracking().Where(value => value.Owner == owner && value.PlaceId == place).ToListAsync(ct)).GroupBy(value => (value.Indicator, value.Year)).Select(of => of.MaxBy(value => value.Number)!)];
    }
}
