using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

/// <summary>A row of the roll-up, as both the stored one and the rebuilt one are compared.</summary>
internal sealed record Line(
    short Owner, int Element, int Period, int Subject, int Breakdown, long Sum, int Reported, Standing Standing = Standing.Official);

/// <summary>A test of the roll-up, which must equal what is counted anew from the figures.</summary>
public abstract class FiguresTest : DatabaseTest
{
    /// <summary>The roll-up as it is stored.</summary>
    private protected static async Task<IReadOnlyList<Line>> RollUpAsync(HieuHocDb db, CancellationToken ct) =>
    [
        .. (await db.RollUps.AsNoTracking().ToListAsync(ct))
            .Select(row => new Line(row.Owner, row.ElementId, row.PeriodId, row.SubjectId, row.BreakdownId, row.Sum, row.Reported, row.Standing))
            .Order(ByKey),
    ];

    /// <summary>The roll-up as it would be, had the product counted it from the figures just now; nothing of that stays.</summary>
    private protected static async Task<IReadOnlyList<Line>> RebuiltAsync(HieuHocDb db, CancellationToken ct)
    {
        await using var undone = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        // From nothing: what is stored may not help.
        await db.RollUps.ExecuteDeleteAsync(ct);

        foreach (var owner in await db.Figures.Select(figure => figure.Owner).Distinct().ToListAsync(ct))
        {
            await new RebuildRollUp(db).RunAsync(owner, ct);
        }

        return await RollUpAsync(db, ct);
    }

    private static IComparer<Line> ByKey { get; } = Comparer<Line>.Create((left, right) =>
        (left.Owner, left.Element, left.Period, left.Subject, left.Breakdown, left.Standing).CompareTo(
            (right.Owner, right.Element, right.Period, right.Subject, right.Breakdown, right.Standing)));
}
