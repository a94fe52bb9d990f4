using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

/// <summary>A fund of Hải Lăng and its book.</summary>
public abstract class FundTest : MoneyTest
{
    protected StudyFundId Fund { get; } = new(Guid.CreateVersion7());

    protected static StatedFundEntry Gift => new(FundEntryKind.Receipt, FundForm.Cash, 10_000_000, new DateOnly(2026, 9, 5), "Ủng hộ đầu năm học");

    protected static StatedFundEntry Scholarships => new(FundEntryKind.Allotment, FundForm.Cash, 6_000_000, new DateOnly(2026, 9, 20), "12 suất")
    {
        Purpose = FundPurpose.Scholarship,
        Group = LearnerGroup.Poor,
        Learners = 12,
    };

    protected static FundEntryId NewId() => new(Guid.CreateVersion7());

    protected async Task<Outcome<StudyFund>> OpenFundAsync(StudyFundId id, string? name = "Quỹ khuyến học xã", string? enterprise = null, Actor? by = null)
    {
        await using var db = Engine.Open();

        return await new OpenStudyFund(db, Clock).RunAsync(id, name, enterprise, by ?? Officer, Ct);
    }

    protected async Task<Outcome<FundEntry>> WriteAsync(FundEntryId id, StatedFundEntry stated, Actor? by = null, StudyFundId? fund = null)
    {
        await using var db = Engine.Open();

        return await new WriteFundEntry(db, Clock).RunAsync(fund ?? Fund, id, stated, by ?? Officer, Ct);
    }

    protected async Task<FundEntryId> WrittenAsync(StatedFundEntry stated) => (await WriteAsync(NewId(), stated)).Value.Id;

    protected async Task<Refusal?> RefusedAsync(StatedFundEntry stated) => (await WriteAsync(NewId(), stated)).Refusal;

    protected async Task<FundLedger> LedgerAsync() => new(await Stored().FundEntries.ToListAsync(Ct));
}
