using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(session => new { session.Owner, session.Id });
        builder.Property(session => session.Way).HasConversion<string>();
        builder.HasIndex(session => new { session.Owner, session.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(session => new { session.Owner, session.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class SessionSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();

        /// <summary>The sessions of a person that hold; those without a request for a working day are over.</summary>
        public IQueryable<Session> SessionsOf(short owner, PersonId person, DateTime now)
        {
            var since = now - Session.Idle - Session.Coarse;

            return db.Sessions.Where(session =>
                session.Owner == owner && session.PersonId == person && session.EndedAt == null && session.LastSeenAt > since);
        }
    }
}
