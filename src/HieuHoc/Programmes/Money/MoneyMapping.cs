using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Programmes.Money;

internal sealed class MoneyMapping :
    IEntityTypeConfiguration<BudgetRound>,
    IEntityTypeConfiguration<BudgetRequest>,
    IEntityTypeConfiguration<BudgetRequestStep>,
    IEntityTypeConfiguration<BudgetEntry>,
    IEntityTypeConfiguration<StudyFund>,
    IEntityTypeConfiguration<FundEntry>
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

    public void Configure(EntityTypeBuilder<BudgetEntry> builder)
    {
        builder.HasKey(entry => new { entry.Owner, entry.Id });
        builder.HasIndex(entry => new { entry.Owner, entry.SubjectId, entry.Year });
        builder.HasIndex(entry => new { entry.Owner, entry.TaskId });
        // An entry is corrected once; whoever comes second sees what the first wrote.
        builder.HasIndex(entry => new { entry.Owner, entry.Corrects }).IsUnique();
        builder.Property(entry => entry.Kind).HasConversion<string>();
        builder.Property(entry => entry.Source).HasConversion<string>();
        builder.HasOne<Owner>().WithMany().HasForeignKey(entry => entry.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(entry => entry.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficialDocument>().WithMany().HasForeignKey(entry => new { entry.Owner, entry.DocumentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTask>().WithMany().HasForeignKey(entry => new { entry.Owner, entry.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BudgetEntry>().WithMany().HasForeignKey(entry => new { entry.Owner, entry.Corrects }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StudyFund> builder)
    {
        builder.HasKey(fund => new { fund.Owner, fund.Id });
        builder.HasIndex(fund => new { fund.Owner, fund.SubjectId, fund.Name }).IsUnique();
        builder.HasOne<Owner>().WithMany().HasForeignKey(fund => fund.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(fund => fund.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FundEntry> builder)
    {
        builder.HasKey(entry => new { entry.Owner, entry.Id });
        builder.HasIndex(entry => new { entry.Owner, entry.FundId });
        builder.HasIndex(entry => new { entry.Owner, entry.Corrects }).IsUnique();
        builder.Property(entry => entry.Kind).HasConversion<string>();
        builder.Property(entry => entry.Form).HasConversion<string>();
        builder.Property(entry => entry.Purpose).HasConversion<string>();
        builder.Property(entry => entry.Group).HasConversion<string>();
        builder.HasOne<StudyFund>().WithMany().HasForeignKey(entry => new { entry.Owner, entry.FundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FundEntry>().WithMany().HasForeignKey(entry => new { entry.Owner, entry.Corrects }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class MoneySets
{
    extension(HieuHocDb db)
    {
        public DbSet<BudgetRound> BudgetRounds => db.Set<BudgetRound>();

        public DbSet<BudgetRequest> BudgetRequests => db.Set<BudgetRequest>();

        public DbSet<BudgetRequestStep> BudgetRequestSteps => db.Set<BudgetRequestStep>();

        public DbSet<BudgetEntry> BudgetEntries => db.Set<BudgetEntry>();

        public DbSet<StudyFund> StudyFunds => db.Set<StudyFund>();

        public DbSet<FundEntry> FundEntries => db.Set<FundEntry>();
    }
}
