using HieuHoc.Figures;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>The years that a reader can choose between.</summary>
public static class KnownYears
{
    extension(HieuHocDb db)
    {
        /// <summary>The years for which a programme opened a round or has yearly figures, the newest first.</summary>
        public async Task<IReadOnlyList<int>> YearsOfAsync(short owner, CancellationToken ct)
        {
            var asked = db.Rounds.Where(round => round.Owner == owner).Select(round => round.PeriodId);
            var (elements, counted) = (db.Elements, db.RollUps.Where(row => row.Owner == owner));
            // Element by element: the key of the roll-up begins with owner and element, and a period alone would walk it whole.
            var days = await db.Periods.AsNoTracking()
                .Where(period => asked.Contains(period.Id) || (period.Kind == PeriodKind.Year && elements.Any(element =>
                    counted.Any(row => row.ElementId == element.Id && row.PeriodId == period.Id))))
                .Select(period => period.LastDay)
                .ToListAsync(ct);

            return [.. days.Select(day => day.Year).Distinct().OrderDescending()];
        }

        /// <summary>Those of a place: of one that ended, until then. A yearly figure of the year in which it ended belongs to its successors.</summary>
        /// <param name="endedOn">Its last day; null while it exists.</param>
        public async Task<IReadOnlyList<int>> YearsOfAsync(short owner, DateOnly? endedOn, CancellationToken ct) =>
            [.. (await db.YearsOfAsync(owner, ct)).Where(year => endedOn is not { } last || year < last.AddDays(1).Year)];
    }
}
