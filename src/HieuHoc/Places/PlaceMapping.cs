using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Places;

internal sealed class PlaceMapping :
    IEntityTypeConfiguration<Subject>,
    IEntityTypeConfiguration<Place>,
    IEntityTypeConfiguration<PlaceName>,
    IEntityTypeConfiguration<PlaceCode>,
    IEntityTypeConfiguration<PlaceParent>,
    IEntityTypeConfiguration<PlaceClass>,
    IEntityTypeConfiguration<PlaceBoundary>,
    IEntityTypeConfiguration<PlaceAlias>,
    IEntityTypeConfiguration<PlaceSuccession>,
    IEntityTypeConfiguration<PlaceReach>,
    IEntityTypeConfiguration<Owner>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.HasKey(subject => subject.Id);
        builder.Property(subject => subject.Id).ValueGeneratedNever();
        builder.Property(subject => subject.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.HasKey(place => place.Id);
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Level).HasConversion<string>();
        builder.HasOne<Subject>().WithOne().HasForeignKey<Place>(place => place.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceName> builder)
    {
        Dated(builder);
        builder.HasIndex(name => name.Folded);
    }

    public void Configure(EntityTypeBuilder<PlaceCode> builder)
    {
        Dated(builder);
        builder.HasIndex(code => new { code.Code, code.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<PlaceParent> builder)
    {
        Dated(builder);
        builder.HasIndex(parent => parent.ParentId);
        builder.HasOne<Place>().WithMany().HasForeignKey(parent => parent.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceClass> builder) => Dated(builder, nameof(PlaceClass.Class));

    public void Configure(EntityTypeBuilder<PlaceBoundary> builder) => Dated(builder);

    public void Configure(EntityTypeBuilder<PlaceAlias> builder)
    {
        builder.HasKey(alias => new { alias.PlaceId, alias.Text });
        builder.HasIndex(alias => alias.Folded);
        builder.HasOne<Place>().WithMany().HasForeignKey(alias => alias.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceSuccession> builder)
    {
        builder.HasKey(succession => new { succession.FromId, succession.ToId });
        builder.Property(succession => succession.AreaShare).HasConversion<string>();
        builder.Property(succession => succession.PopulationShare).HasConversion<string>();
        builder.Property(succession => succession.PartsRule).HasConversion<string>();
        builder.HasIndex(succession => succession.ToId);
        builder.HasOne<Place>().WithMany().HasForeignKey(succession => succession.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(succession => succession.ToId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceReach> builder)
    {
        builder.HasKey(reach => new { reach.PlaceId, reach.AncestorId });
        builder.HasIndex(reach => new { reach.AncestorId, reach.PlaceId });
        builder.HasOne<Place>().WithMany().HasForeignKey(reach => reach.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(reach => reach.AncestorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.HasKey(owner => owner.Id);
        builder.Property(owner => owner.Id).ValueGeneratedNever();
        builder.HasIndex(owner => owner.PlaceId).IsUnique();
        builder.HasOne<Place>().WithMany().HasForeignKey(owner => owner.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Dated<T>(EntityTypeBuilder<T> builder, params string[] more)
        where T : DatedFact
    {
        builder.HasKey([nameof(DatedFact.PlaceId), nameof(DatedFact.ValidFrom), .. more]);
        builder.HasOne<Place>().WithMany().HasForeignKey(fact => fact.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PlaceSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Subject> Subjects => db.Set<Subject>();

        public DbSet<Place> Places => db.Set<Place>();

        public DbSet<PlaceName> PlaceNames => db.Set<PlaceName>();

        public DbSet<PlaceCode> PlaceCodes => db.Set<PlaceCode>();

        public DbSet<PlaceParent> PlaceParents => db.Set<PlaceParent>();

        public DbSet<PlaceClass> PlaceClasses => db.Set<PlaceClass>();

        public DbSet<PlaceAlias> PlaceAliases => db.Set<PlaceAlias>();

        public DbSet<PlaceBoundary> PlaceBoundaries => db.Set<PlaceBoundary>();

        public DbSet<PlaceSuccession> PlaceSuccessions => db.Set<PlaceSuccession>();

        public DbSet<PlaceReach> PlaceReaches => db.Set<PlaceReach>();

        public DbSet<Owner> Owners => db.Set<Owner>();

        /// <summary>The place of the province whose records these are.</summary>
        public Task<int> OwnerPlaceAsync(short owner, CancellationToken ct) => db.Owners.Where(row => row.Id == owner).Select(row => row.PlaceId).SingleAsync(ct);
    }
}
