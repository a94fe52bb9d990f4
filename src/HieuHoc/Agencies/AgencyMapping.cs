using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Agencies;

internal sealed class AgencyMapping :
    IEntityTypeConfiguration<Agency>,
    IEntityTypeConfiguration<AgencyName>,
    IEntityTypeConfiguration<AgencyParent>,
    IEntityTypeConfiguration<AgencyAlias>,
    IEntityTypeConfiguration<AgencySuccession>,
    IEntityTypeConfiguration<AgencyPost>,
    IEntityTypeConfiguration<AgencyReach>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.HasKey(agency => agency.Id);
        builder.Property(agency => agency.Id).ValueGeneratedNever();
        builder.Property(agency => agency.Level).HasConversion<string>();
        builder.Property(agency => agency.Kind).HasConversion<string>();
        builder.HasIndex(agency => agency.Code).IsUnique();
        builder.HasIndex(agency => agency.PlaceId);
        builder.HasOne<Subject>().WithOne().HasForeignKey<Agency>(agency => agency.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(agency => agency.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyName> builder) => Dated(builder);

    public void Configure(EntityTypeBuilder<AgencyParent> builder)
    {
        Dated(builder);
        builder.HasIndex(parent => parent.ParentId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(parent => parent.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyAlias> builder)
    {
        builder.HasKey(alias => new { alias.AgencyId, alias.Folded });
        builder.HasOne<Agency>().WithMany().HasForeignKey(alias => alias.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencySuccession> builder)
    {
        builder.HasKey(succession => new { succession.FromId, succession.ToId, succession.Matter });
        builder.HasIndex(succession => succession.ToId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(succession => succession.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(succession => succession.ToId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyPost> builder)
    {
        builder.HasKey(post => new { post.AgencyId, post.Number });
        builder.HasOne<Agency>().WithMany().HasForeignKey(post => post.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(post => post.HolderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyReach> builder)
    {
        builder.HasKey(reach => new { reach.AgencyId, reach.AncestorId });
        builder.HasIndex(reach => new { reach.AncestorId, reach.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(reach => reach.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(reach => reach.AncestorId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Dated<T>(EntityTypeBuilder<T> builder)
        where T : AgencyFact
    {
        builder.HasKey(fact => new { fact.AgencyId, fact.Number });
        builder.HasOne<Agency>().WithMany().HasForeignKey(fact => fact.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class AgencySets
{
    extension(HieuHocDb db)
    {
        public DbSet<Agency> Agencies => db.Set<Agency>();

        public DbSet<AgencyName> AgencyNames => db.Set<AgencyName>();

        public DbSet<AgencyParent> AgencyParents => db.Set<AgencyParent>();

        public DbSet<AgencyAlias> AgencyAliases => db.Set<AgencyAlias>();

        public DbSet<AgencySuccession> AgencySuccessions => db.Set<AgencySuccession>();

        public DbSet<AgencyPost> AgencyPosts => db.Set<AgencyPost>();

        public DbSet<AgencyReach> AgencyReaches => db.Set<AgencyReach>();
    }
}
