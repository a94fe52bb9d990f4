using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasKey(person => new { person.Owner, person.Id });
        builder.HasIndex(person => new { person.Owner, person.UserName }).IsUnique();
        builder.Property(person => person.SecurityStamp).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(person => person.Owner).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.HasKey(grant => new { grant.Owner, grant.Id });
        builder.Property(grant => grant.Role).HasConversion<string>();
        builder.HasIndex(grant => new { grant.Owner, grant.PersonId });
        builder.HasIndex(grant => new { grant.Owner, grant.PlaceId });
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => new { grant.Owner, grant.PersonId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(grant => grant.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(grant => grant.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.HasKey(delegation => new { delegation.Owner, delegation.Id });
        builder.HasIndex(delegation => new { delegation.Owner, delegation.GrantId });
        builder.HasIndex(delegation => new { delegation.Owner, delegation.PersonId });
        builder.HasOne<RoleGrant>().WithMany().HasForeignKey(delegation => new { delegation.Owner, delegation.GrantId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(delegation => new { delegation.Owner, delegation.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class AccessSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<RoleGrant> RoleGrants => db.Set<RoleGrant>();

        public DbSet<Delegation> Delegations => db.Set<Delegation>();
    }
}
