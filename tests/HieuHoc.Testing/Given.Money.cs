using HieuHoc.Programmes.Money;

namespace HieuHoc.Testing;

public sealed partial class Given
{
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
