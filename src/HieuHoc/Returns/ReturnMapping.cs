using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns;

internal sealed class ReturnMapping :
    IEntityTypeConfiguration<Round>,
    IEntityTypeConfiguration<RoundForm>,
    IEntityTypeConfiguration<Return>,
    IEntityTypeConfiguration<ReturnVersion>,
    IEntityTypeConfiguration<ReturnMove>,
    IEntityTypeConfiguration<ReturnPaper>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.HasKey(round => new { round.Owner, round.Id });
        builder.HasIndex(round => new { round.Owner, round.Code }).IsUnique();
        builder.Property(round => round.WeekendRule).HasConversion<string>();
        builder.HasOne<Owner>().WithMany().HasForeignKey(round => round.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(round => round.PeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pack>().WithMany().HasForeignKey(round => round.OutlinePackId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoundForm> builder)
    {
        builder.HasKey(form => new { form.Owner, form.RoundId, form.FormPackId });
        builder.HasOne<Round>().WithMany().HasForeignKey(form => new { form.Owner, form.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pack>().WithMany().HasForeignKey(form => form.FormPackId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.HasKey(@return => new { @return.Owner, @return.Id });
        builder.HasIndex(@return => new { @return.Owner, @return.RoundId, @return.SubjectId }).IsUnique();
        builder.HasIndex(@return => new { @return.Owner, @return.SubjectId, @return.State });
        // What went over is little, and is looked for in every round that is read.
        builder.HasIndex(@return => new { @return.Owner, @return.RoundId, @return.FormPackId }).HasFilter("taken_over_by IS NOT NULL");
        builder.Property(@return => @return.State).HasConversion<string>();
        builder.Property(@return => @return.Revision).IsConcurrencyToken();
        builder.HasOne<Round>().WithMany().HasForeignKey(@return => new { @return.Owner, @return.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(@return => @return.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pack>().WithMany().HasForeignKey(@return => @return.FormPackId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReturnVersion> builder)
    {
        builder.HasKey(version => new { version.Owner, version.ReturnId, version.Number });
        builder.Property(version => version.Answers).HasAnnotation(HieuHocDb.JsonDocumentColumn, true);
        builder.HasOne<Return>().WithMany().HasForeignKey(version => new { version.Owner, version.ReturnId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pack>().WithMany().HasForeignKey(version => version.FormPackId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReturnPaper> builder)
    {
        builder.HasKey(paper => new { paper.Owner, paper.ReturnId, paper.Version });
        builder.HasOne<Return>().WithMany().HasForeignKey(paper => new { paper.Owner, paper.ReturnId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(paper => new { paper.Owner, paper.AttachmentId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReturnMove> builder)
    {
        builder.HasKey(move => new { move.Owner, move.ReturnId, move.Number });
        builder.Property(move => move.Step).HasConversion<string>();
        builder.Property(move => move.FromState).HasConversion<string>();
        builder.Property(move => move.ToState).HasConversion<string>();
        builder.HasOne<Return>().WithMany().HasForeignKey(move => new { move.Owner, move.ReturnId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ReturnSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Round> Rounds => db.Set<Round>();

        public DbSet<RoundForm> RoundForms => db.Set<RoundForm>();

        public DbSet<Return> Returns => db.Set<Return>();

        public DbSet<ReturnVersion> ReturnVersions => db.Set<ReturnVersion>();

        public DbSet<ReturnPaper> ReturnPapers => db.Set<ReturnPaper>();

        public DbSet<ReturnMove> ReturnMoves => db.Set<ReturnMove>();
    }
}
