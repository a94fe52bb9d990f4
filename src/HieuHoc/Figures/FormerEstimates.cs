using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>What a record last estimated of a year, also when its official numbers have replaced the estimates.</summary>
public static class FormerEstimates
{
    extension(HieuHocDb db)
    {
        /// <summary>The last estimate of each of these elements and parts that a source gave; what it never estimated is not there.</summary>
        public async Task<IReadOnlyDictionary<string, long>> FormerEstimatesAsync(
            short owner, Guid sourceId, IReadOnlyCollection<string> names, CancellationToken ct)
        {
            if (names.Count == 0)
            {
                return new Dictionary<string, long>();
            }

            var now = db.Figures.AsNoTracking()
                .Where(figure => figure.Owner == owner && figure.SourceId == sourceId && figure.Standing == Standing.FullYearEstimate)
                .Select(figure => new { figure.ElementId, figure.BreakdownId, figure.SourceVersion, figure.Value });
            var keys = await db.KeysAsync(names, ct);
            var elements = keys.Values.Select(key => key.ElementId).ToHashSet();
            // By their elements: the key of what was superseded begins with them.
            var before = db.SupersededFigures.AsNoTracking()
                .Where(figure => figure.Owner == owner && elements.Contains(figure.ElementId) && figure.SourceId == sourceId && figure.Standing == Standing.FullYearEstimate)
                .Select(figure => new { figure.ElementId, figure.BreakdownId, figure.SourceVersion, figure.Value });
            var last = (await now.Concat(before).ToListAsync(ct))
                .GroupBy(figure => (figure.ElementId, figure.BreakdownId))
                .ToDictionary(key => key.Key, key => key.MaxBy(figure => figure.SourceVersion)!.Value); // a group is never empty

            return keys.Where(key => last.ContainsKey(key.Value)).ToDictionary(key => key.Key, key => last[key.Value]);
        }
    }
}
