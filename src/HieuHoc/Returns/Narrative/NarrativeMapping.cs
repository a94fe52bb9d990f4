using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns.Narrative;

internal sealed class NarrativeMapping : IEntityTypeConfiguration<ReturnText>, IEntityTypeConfiguration<Difficulty>
{
    public void Configure(EntityTypeBuilder<ReturnText> builder)
    {
        builder.HasKey(text => new { text.Owner, text.ReturnId, text.Section, text.Version });
        builder.HasOne<Return>().WithMany().HasForeignKey(text => new { text.Owner, text.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Difficulty> builder)
    {
        builder.HasKey(difficulty => new { difficulty.Owner, difficulty.Id });
        builder.HasIndex(difficulty => new { difficulty.Owner, difficulty.ReturnId });
        builder.HasIndex(difficulty => new { difficulty.Owner, difficulty.SubjectId });
        builder.Property(difficulty => difficulty.About).HasConversion<string>();
        builder.Property(difficulty => difficulty.ForwardedTo).HasConversion<string>();
        builder.Property(difficulty => difficulty.Kind).HasConversion<string>();
        builder.Property(difficulty => difficulty.Reply).HasConversion<string>();
        builder.Property(difficulty => difficulty.Revision).IsConcurrencyToken();
        builder.HasOne<Return>().WithMany().HasForeignKey(difficulty => new { difficulty.Owner, difficulty.ReturnId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(difficulty => difficulty.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What senders write beside their figures.</summary>
public static class NarrativeSets
{
    extension(HieuHocDb db)
    {
        public DbSet<ReturnText> ReturnTexts => db.Set<ReturnText>();

        public DbSet<Difficulty> Difficulties => db.Set<Difficulty>();
    }
}
