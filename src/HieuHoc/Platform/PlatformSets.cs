using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform;

public static class PlatformSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        public DbSet<Job> Jobs => db.Set<Job>();

        public DbSet<KeyCheck> KeyChecks => db.Set<KeyCheck>();

        public DbSet<Pack> Packs => db.Set<Pack>();
    }
}
