using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>By how much a row of the roll-up moves, and how many figures more or fewer are in it.</summary>
internal sealed record RollUpDelta(
    short Owner, int ElementId, int PeriodId, int SubjectId, int BreakdownId, Standing Standing, long Sum, int Reported)
{
    /// <summary>What a figure adds to its row; null when it is stated, and enters none.</summary>
    public static RollUpDelta? Of(Figure figure) => figure.Stated ? null : new RollUpDelta(
        figure.Owner, figure.ElementId, figure.PeriodId, figure.RollUpSubjectId, figure.BreakdownId, figure.Standing, figure.Value, 1);

    /// <summary>
    /// New − old, row by row, in the order of the key, so that two confirmations can never wait for each other; rows that do
    /// not move are left out.
    /// </summary>
    public static IReadOnlyList<RollUpDelta> Between(IEnumerable<RollUpDelta?> old, IEnumerable<RollUpDelta?> next) =>
    [
        .. old.OfType<RollUpDelta>().Select(delta => delta with { Sum = -delta.Sum, Reported = -delta.Reported })
            .Concat(next.OfType<RollUpDelta>())
            .GroupBy(delta => delta with { Sum = 0, Reported = 0 })
            .Select(row => row.Key with { Sum = row.Sum(delta => delta.Sum), Reported = row.Sum(delta => delta.Reported) })
            .Where(delta => delta.Sum != 0 || delta.Reported != 0)
            .OrderBy(delta => (delta.Owner, delta.ElementId, delta.PeriodId, delta.SubjectId, delta.BreakdownId, delta.Standing)),
    ];
}

/// <summary>The one way in which the roll-up moves.</summary>
internal static class RollUpMoves
{
    private const string Key = "owner, element_id, period_id, subject_id, breakdown_id, standing";

    private const string Insert = $"insert into roll_up ({Key}, sum, reported)";

    /// <summary>What makes an insert of differences an addition to the rows that are there.</summary>
    private const string AddToRows =
        $"""
         on conflict ({Key}) do update
         set sum = roll_up.sum + excluded.sum, reported = roll_up.reported + excluded.reported
        """;

    /// <summary>Sums what figures bring and take away, and adds it to the rows in the order of the key; rows that do not move are left out.</summary>
    /// <param name="moved">A query of the columns of the key, the value and by how many figures more or fewer.</param>
    public static string Add(string moved) =>
        $"""
        {Insert}
        select {Key}, cast(sum(value) as bigint), cast(sum(one) as integer)
        from (
        {moved}
        ) moved
        group by {Key}
        having sum(value) <> 0 or sum(one) <> 0
        order by {Key}
        {AddToRows}
        """;

    extension(HieuHocDb db)
    {
        /// <summary>Moves the rows of these differences, which stand in the order of the key.</summary>
        public async Task MoveRollUpAsync(IReadOnlyList<RollUpDelta> deltas, CancellationToken ct)
        {
            if (deltas.Count == 0)
            {
                return;
            }

            var values = new List<object?>();
            var rows = deltas.Select(delta =>
            {
                var at = values.Count;
                values.AddRange(
                    [delta.Owner, delta.ElementId, delta.PeriodId, delta.SubjectId, delta.BreakdownId, (int)delta.Standing, delta.Sum, delta.Reported]);

                return $"({string.Join(", ", Enumerable.Range(at, values.Count - at).Select(i => $"@p{i}"))})";
            });
            var upsert = new StringBuilder($"{Insert} values ").AppendJoin(", ", rows).Append(AddToRows);
            await db.Engine.ExecuteAsync(db, upsert.ToString(), values, ct);

            // Nothing reported means no row, as nothing counted means no figure.
            foreach (var (owner, period, subject) in deltas.Where(delta => delta.Reported < 0)
                .Select(delta => (delta.Owner, delta.PeriodId, delta.SubjectId)).Distinct())
            {
                await db.Engine.ExecuteAsync(
                    db,
                    "delete from roll_up where owner = @p0 and period_id = @p1 and subject_id = @p2 and reported = 0",
                    [owner, period, subject],
                    ct);
            }
        }
    }
}
