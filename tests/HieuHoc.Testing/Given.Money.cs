using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>What a place or agency spent of its budget of 2026.</summary>
    public BudgetEntryId Spending(int subject, long amount = 2_000_000) => Budget(BudgetEntryKind.Spending, subject, MoneySource.Local, amount);

    /// <summary>An entry about the budget of 2026 of a place or agency, written on 2 October.</summary>
    public BudgetEntryId Budget(BudgetEntryKind kind, int subject, MoneySource source, long amount, BudgetEntryId? corrects = null, TaskId? task = null) => Add(new BudgetEntry
    {
        Owner = 1,
        Id = new BudgetEntryId(Guid.CreateVersion7()),
        Kind = kind,
        SubjectId = subject,
        Year = 2026,
        Source = source,
        Amount = amount,
        Day = new DateOnly(2026, 10, 1),
        What = "Tài liệu lớp học",
        Number = "",
        DocumentId = null,
        TaskId = task,
        Corrects = corrects,
        Reason = "",
        WrittenBy = null,
        WrittenAt = new DateTime(2026, 10, 2, 1, 0, 0, DateTimeKind.Utc),
    }).Id;

    /// <summary>A fund of a place or agency that got ten million and gave a scholarship.</summary>
    public StudyFundId Fund(int subject)
    {
        var fund = new StudyFund
        {
            Owner = 1,
            Id = new StudyFundId(Guid.CreateVersion7()),
            SubjectId = subject,
            Name = "Quỹ khuyến học (minh họa)",
            Enterprise = "",
            OpenedBy = null,
            OpenedAt = new DateTime(2026, 9, 1, 1, 0, 0, DateTimeKind.Utc),
        };

        return Add(fund, Line(FundEntryKind.Receipt, 10_000_000, null), Line(FundEntryKind.Allotment, 6_000_000, FundPurpose.Scholarship)).Id;

        FundEntry Line(FundEntryKind kind, long amount, FundPurpose? purpose) => new()
        {
            Owner = 1,
            Id = new FundEntryId(Guid.CreateVersion7()),
            FundId = fund.Id,
            Kind = kind,
            Form = FundForm.Cash,
            Amount = amount,
            Day = new DateOnly(2026, 9, 5),
            What = "Đầu năm học",
            Giver = "",
            Purpose = purpose,
            Group = purpose is null ? null : LearnerGroup.Poor,
            GroupWords = "",
            Learners = purpose is null ? null : 12,
            Corrects = null,
            Reason = "",
            WrittenBy = null,
            WrittenAt = fund.OpenedAt,
        };
    }

    /// <summary>A gift that a fund got in a year; without an amount things of which nobody stated the value.</summary>
    public void Gift(StudyFundId fund, long? amount, int year) => Add(new FundEntry
    {
        Owner = 1,
        Id = new FundEntryId(Guid.CreateVersion7()),
        FundId = fund,
        Kind = FundEntryKind.Receipt,
        Form = amount is null ? FundForm.InKind : FundForm.Cash,
        Amount = amount,
        Day = new DateOnly(year, 5, 5),
        What = "Ủng hộ",
        Giver = "",
        Purpose = null,
        Group = null,
        GroupWords = "",
        Learners = null,
        Corrects = null,
        Reason = "",
        WrittenBy = null,
        WrittenAt = new DateTime(year, 5, 6, 1, 0, 0, DateTimeKind.Utc),
    });

    /// <summary>The round of budget requests for 2027, which asks one place or agency; it has sent one line.</summary>
    public BudgetRoundId BudgetRound(int subject)
    {
        var round = new BudgetRound
        {
            Owner = 1,
            Id = new BudgetRoundId(Guid.CreateVersion7()),
            Year = 2027,
            DueOn = new DateOnly(2026, 12, 15),
            OpenedBy = null,
            OpenedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        };
        var request = new BudgetRequest { Owner = 1, RoundId = round.Id, SubjectId = subject };
        request.Say(BudgetLine.ToJson([new BudgetLine("Lớp xóa mù chữ", MoneySource.Province, 15_000_000, "3 lớp")]), round.OpenedAt);

        return Add(round, request).Id;
    }
}
