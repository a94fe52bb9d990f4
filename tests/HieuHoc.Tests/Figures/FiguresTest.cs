using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Figures;

/// <summary>A row of the roll-up, as both the stored one and the rebuilt one are compared.</summary>
internal sealed record Line(short Owner, int Element, int Period, int Subject, int Breakdown, long Sum, int Reported);

/// <summary>A test of the roll-up, which must equal what is counted anew from the figures.</summary>
public abstract class FiguresTest : DatabaseTest
{
    /// <summary>The roll-up as it is stored.</summary>
    private protected static async Task<IReadOnlyList<Line>> RollUpAsync(HieuHocDb db, CancellationToken ct) =>
    [
        .. (await db.RollUps.AsNoTracking().ToListAsync(ct))
            .Select(row => new Line(row.Owner, row.ElementId, row.PeriodId, row.SubjectId, row.BreakdownId, row.Sum, row.Reported))
            .Order(ByKey),
    ];

    /// <summary>The roll-up as it would be, had it been counted from the figures just now.</summary>
    private protected static async Task<IReadOnlyList<Line>> RebuiltAsync(HieuHocDb db, CancellationToken ct)
    {
        var communes = await (
            from place in db.Places
            join parent in db.PlaceParents on place.Id equals parent.PlaceId
            where place.Level == PlaceLevel.Village && parent.ValidTo == null
            select new { place.Id, parent.ParentId }).ToDictionaryAsync(village => village.Id, village => village.ParentId, ct);

        return
        [
            .. (await db.Figures.AsNoTracking().ToListAsync(ct))
                .GroupBy(figure => (
                    figure.Owner,
                    figure.ElementId,
                    figure.PeriodId,
                    Subject: communes.GetValueOrDefault(figure.SubjectId, figure.SubjectId),
                    figure.BreakdownId))
                .Select(group => new Line(
                    group.Key.Owner,
                    group.Key.ElementId,
                    group.Key.PeriodId,
                    group.Key.Subject,
                    group.Key.BreakdownId,
                    group.Sum(figure => figure.Value),
                    group.Count()))
                .Order(ByKey),
        ];
    }

    private static IComparer<Line> ByKey { get; } = Comparer<Line>.Create((left, right) =>
        (left.Owner, left.Element, left.Period, left.Subject, left.Breakdown).CompareTo(
            (right.Owner, right.Element, right.Period, right.Subject, right.Breakdown)));
}
