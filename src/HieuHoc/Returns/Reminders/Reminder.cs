using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns.Reminders;

/// <summary>Somebody was reminded of a return on a day, by mail: never twice.</summary>
public sealed class Reminder
{
    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    public required ReturnId ReturnId { get; init; }

    public required DateOnly Day { get; init; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasKey(reminder => new { reminder.Owner, reminder.PersonId, reminder.ReturnId, reminder.Day });
        builder.HasIndex(reminder => new { reminder.Owner, reminder.ReturnId });
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => new { reminder.Owner, reminder.PersonId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Return>().WithMany().HasForeignKey(reminder => new { reminder.Owner, reminder.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ReminderSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
