using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Money;

internal sealed class MoneyMapping : IEntityTypeConfiguration<BudgetRound>, IEntityTypeConfiguration<BudgetRequest>, IEntityTypeConfiguration<BudgetRequestStep>
{
    public void Configure(EntityTypeBuilder<BudgetRound> builder)
    {
        builder.HasKey(round => new { round.Owner, round.Id });
        builder.HasIndex(round => new { round.Owner, round.Year }).IsUnique();
        builder.HasOne<Owner>().WithMany().HasForeignKey(round => round.Owner).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetRequest> builder)
    {
        builder.HasKey(request => new { request.Owner, request.RoundId, request.SubjectId });
        builder.Property(request => request.State).HasConversion<string>();
        builder.Property(request => request.Revision).IsConcurrencyToken();
        builder.Ignore(request => request.Stated);
        builder.HasOne<BudgetRound>().WithMany().HasForeignKey(request => new { request.Owner, request.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(request => request.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetRequestStep> builder)
    {
        builder.HasKey(step => new { step.Owner, step.RoundId, step.SubjectId, step.Revision });
        builder.Property(step => step.State).HasConversion<string>();
        builder.HasOne<BudgetRequest>().WithMany().HasForeignKey(step => new { step.Owner, step.RoundId, step.SubjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class MoneySets
{
    extension(HieuHocDb db)
    {
        public DbSet<BudgetRound> BudgetRounds => db.Set<BudgetRound>();

        public DbSet<BudgetRequest> BudgetRequests => db.Set<BudgetRequest>();

        public DbSet<BudgetRequestStep> BudgetRequestSteps => db.Set<BudgetRequestStep>();
    }
}
