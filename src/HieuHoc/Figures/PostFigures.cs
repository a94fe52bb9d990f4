using System.Text;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>The record that figures were counted from, and what they are about.</summary>
public sealed record FigureSource(
    short Owner, int SubjectId, int PeriodId, Guid SourceId, int Version, Standing Standing = Standing.Official);

/// <summary>Where confirmed answers become figures. It runs inside the transaction of the use case that confirms.</summary>
public static class PostFigures
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Makes the source's figures exactly these (element id → value), and moves the roll-up by new − old.
        /// Doing it twice changes nothing.
        /// </summary>
        public async Task PostFiguresAsync(FigureSource source, IReadOnlyDictionary<int, long> values, CancellationToken ct)
        {
            var old = await db.Figures
                .Where(figure => figure.Owner == source.Owner && figure.SourceId == source.SourceId)
                .ToDictionaryAsync(figure => figure.ElementId, ct);
            var deltas = new List<Delta>();

            // In key order, so that two confirmations can never wait for each other.
            foreach (var element in old.Keys.Union(values.Keys).Order())
            {
                var before = old.GetValueOrDefault(element);
                long? after = values.TryGetValue(element, out var value) ? value : null;
                deltas.Add(new Delta(
                    element,
                    (after ?? 0) - (before?.Value ?? 0),
                    (after is null ? 0 : 1) - (before is null ? 0 : 1)));
                // Only now: it gives the old figure its new value.
                Apply(db, source, element, before, after);
            }

            await db.SaveChangesAsync(ct);
            await db.MoveRollUpAsync(source, [.. deltas.Where(delta => delta.Sum != 0 || delta.Reported != 0)], ct);
        }

        private async Task MoveRollUpAsync(FigureSource source, List<Delta> deltas, CancellationToken ct)
        {
            if (deltas.Count == 0)
            {
                return;
            }

            var subject = await db.RollUpSubjectAsync(source, ct);
            var values = new List<object?>();
            var rows = deltas.Select(delta =>
            {
                var at = values.Count;
                values.AddRange([source.Owner, delta.ElementId, source.PeriodId, subject, Breakdown.WholeId, delta.Sum, delta.Reported]);

                return $"(@p{at}, @p{at + 1}, @p{at + 2}, @p{at + 3}, @p{at + 4}, @p{at + 5}, @p{at + 6})";
            });
            var upsert = new StringBuilder()
                .Append("insert into roll_up (owner, element_id, period_id, subject_id, breakdown_id, sum, reported) values ")
                .AppendJoin(", ", rows)
                .Append(" on conflict (owner, element_id, period_id, subject_id, breakdown_id) do update")
                .Append(" set sum = roll_up.sum + excluded.sum, reported = roll_up.reported + excluded.reported");
            await db.Engine.ExecuteAsync(db, upsert.ToString(), values, ct);

            // Nothing reported means no row, as nothing counted means no figure.
            if (deltas.Any(delta => delta.Reported < 0))
            {
                await db.Engine.ExecuteAsync(
                    db,
                    "delete from roll_up where owner = @p0 and period_id = @p1 and subject_id = @p2 and reported = 0",
                    [source.Owner, source.PeriodId, subject],
                    ct);
            }
        }

        /// <summary>The commune whose roll-up a subject's figures enter: itself, or the commune of a village.</summary>
        private async Task<int> RollUpSubjectAsync(FigureSource source, CancellationToken ct)
        {
            var village = await db.Places.AnyAsync(
                place => place.Id == source.SubjectId && place.Level == PlaceLevel.Village, ct);

            if (!village)
            {
                return source.SubjectId;
            }

            var last = await db.Periods.Where(period => period.Id == source.PeriodId).Select(period => period.LastDay).SingleAsync(ct);

            return await db.PlaceParents
                .Where(parent => parent.PlaceId == source.SubjectId && parent.ValidFrom <= last)
                .OrderByDescending(parent => parent.ValidFrom)
                .Select(parent => parent.ParentId)
                .FirstAsync(ct);
        }
    }

    private static void Apply(HieuHocDb db, FigureSource source, int element, Figure? before, long? after)
    {
        if (after is null)
        {
            db.Remove(before!);
        }
        else if (before is null)
        {
            db.Add(new Figure
            {
                Owner = source.Owner,
                ElementId = element,
                PeriodId = source.PeriodId,
                SubjectId = source.SubjectId,
                BreakdownId = Breakdown.WholeId,
                SourceId = source.SourceId,
                SourceVersion = source.Version,
                Standing = source.Standing,
                Value = after.Value,
            });
        }
        else
        {
            before.Value = after.Value;
            before.SourceVersion = source.Version;
            before.Standing = source.Standing;
        }
    }

    private sealed record Delta(int ElementId, long Sum, int Reported);
}
