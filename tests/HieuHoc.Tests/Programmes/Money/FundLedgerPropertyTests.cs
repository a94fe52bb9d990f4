using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Programmes.Money;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

/// <summary>A fund in which lines are written and corrected in whatever order.</summary>
public sealed class FundLedgerPropertyTests : FundTest
{
    private static int Cases => TestEngines.Name == "sqlite" ? 20 : 5;

    private static Gen<List<(FundEntryKind Kind, FundForm Form, int Amount, int Corrects)>> Acts =>
        from acts in (
            from kind in Gen.Elements(FundEntryKind.Receipt, FundEntryKind.Receipt, FundEntryKind.Allotment)
            from form in Gen.Elements(FundForm.Cash, FundForm.InKind)
            from amount in Gen.Choose(1, 1000)
            from corrects in Gen.Choose(-8, 8)
            select (kind, form, amount, corrects)).ListOf(14)
        select acts.ToList();

    [Fact]
    public async Task What_is_left_is_what_came_in_without_what_went_out_and_is_never_below_zero() =>
        await Task.Run(() => Always.Holds(Acts, acts => HoldsAsync(acts).GetAwaiter().GetResult(), Cases), Ct);

    private async Task<bool> HoldsAsync(List<(FundEntryKind Kind, FundForm Form, int Amount, int Corrects)> acts)
    {
        var fund = new StudyFundId(Guid.CreateVersion7());
        await OpenFundAsync(fund, $"Quỹ {fund.Value}");
        var (standing, kept) = (new Dictionary<FundEntryId, (FundEntryKind Kind, FundForm Form, long Amount)>(), new List<FundEntryId>());

        foreach (var act in acts)
        {
            FundEntryId? wrong = act.Corrects >= 0 && act.Corrects < kept.Count && standing.ContainsKey(kept[act.Corrects]) ? kept[act.Corrects] : null;
            var kind = wrong is { } before ? standing[before].Kind : act.Kind;
            var id = NewId();
            var then = new Dictionary<FundEntryId, (FundEntryKind Kind, FundForm Form, long Amount)>(standing);

            if (wrong is { } gone)
            {
                then.Remove(gone);
            }

            then[id] = (kind, act.Form, act.Amount);
            var stated = new StatedFundEntry(kind, act.Form, act.Amount, new DateOnly(2026, 9, 5), "x") { Corrects = wrong, Reason = "x" };
            var refusal = (await WriteAsync(id, stated, fund: fund)).Refusal;
            var fits = Enum.GetValues<FundForm>().All(form => Left(then, form) >= 0);

            if (fits != (refusal is null) || (!fits && refusal is not FundHasLess))
            {
                return false;
            }

            if (fits)
            {
                standing = then;
                kept.Add(id);
            }
        }

        await using var db = Engine.Open();
        var ledger = new FundLedger(await db.FundEntries.Where(entry => entry.FundId == fund).ToListAsync(Ct));

        return Enum.GetValues<FundForm>().All(form => ledger.Left(form) == Left(standing, form) && ledger.Left(form) >= 0);
    }

    private static long Left(Dictionary<FundEntryId, (FundEntryKind Kind, FundForm Form, long Amount)> lines, FundForm form) =>
        lines.Values.Where(line => line.Form == form).Sum(line => line.Kind is FundEntryKind.Receipt ? line.Amount : -line.Amount);
}
