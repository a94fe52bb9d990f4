using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Documents;

internal sealed class DocumentMapping :
    IEntityTypeConfiguration<OfficialDocument>,
    IEntityTypeConfiguration<DocumentText>,
    IEntityTypeConfiguration<DocumentVocabulary>,
    IEntityTypeConfiguration<DocumentRelation>
{
    public void Configure(EntityTypeBuilder<OfficialDocument> builder)
    {
        builder.HasKey(document => new { document.Owner, document.Id });
        builder.HasIndex(document => new { document.Owner, document.NumberKey, document.IssuedOn, document.IssuedBy, document.Scope }).IsUnique();
        builder.HasIndex(document => new { document.Owner, document.IssuedOn });
        builder.Property(document => document.Type).HasConversion<string>();
        builder.Property(document => document.Level).HasConversion<string>();
        builder.Property(document => document.State).HasConversion<string>();
        builder.Property(document => document.Revision).IsConcurrencyToken();
        builder.HasOne<Owner>().WithMany().HasForeignKey(document => document.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(document => document.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(document => document.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(document => document.IssuerAgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentText> builder)
    {
        builder.HasKey(text => new { text.Owner, text.DocumentId });
        builder.HasOne<OfficialDocument>().WithOne().HasForeignKey<DocumentText>(text => new { text.Owner, text.DocumentId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentVocabulary> builder)
    {
        builder.HasKey(words => new { words.Owner, words.DocumentId });
        builder.HasOne<OfficialDocument>().WithOne().HasForeignKey<DocumentVocabulary>(words => new { words.Owner, words.DocumentId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentRelation> builder)
    {
        builder.HasKey(relation => new { relation.Owner, relation.FromId, relation.ToId, relation.Kind });
        builder.HasIndex(relation => new { relation.Owner, relation.ToId, relation.Kind });
        builder.Property(relation => relation.Kind).HasConversion<string>();
        builder.HasOne<OfficialDocument>().WithMany().HasForeignKey(relation => new { relation.Owner, relation.FromId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficialDocument>().WithMany().HasForeignKey(relation => new { relation.Owner, relation.ToId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class DocumentSets
{
    extension(HieuHocDb db)
    {
        public DbSet<OfficialDocument> OfficialDocuments => db.Set<OfficialDocument>();

        public DbSet<DocumentText> DocumentTexts => db.Set<DocumentText>();

        public DbSet<DocumentVocabulary> DocumentVocabularies => db.Set<DocumentVocabulary>();

        public DbSet<DocumentRelation> DocumentRelations => db.Set<DocumentRelation>();
    }
}
