using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>How many figures and rows of the roll-up were not as the figures and the places say; 0 and 0 when all was well.</summary>
public sealed record Rebuilt(int Figures, int Rows);

/// <summary>
/// Makes the roll-up what the figures say, counted anew: after a village was found to have belonged elsewhere, or to prove
/// that nothing was lost. Confirmations may go on meanwhile: it adds differences, as they do.
/// </summary>
public sealed class RebuildRollUp(HieuHocDb db)
{
    private static readonly string Follow =
        $"""
        update figure set roll_up_subject_id = {RollUpAnchor.Of("figure")}
        where owner = @p0 and element_id = @p1 and roll_up_subject_id <> {RollUpAnchor.Of("figure")}
        """;

    // One statement sees figures and roll-up as of one instant; what is confirmed meanwhile moves both on its own.
    private static readonly string AddDifferences = RollUpMoves.Add(
        """
        select owner, element_id, period_id, roll_up_subject_id as subject_id, breakdown_id, standing, value, 1 as one
        from figure where owner = @p0 and element_id = @p1 and not stated
        union all
        select owner, element_id, period_id, subject_id, breakdown_id, standing, -sum, -reported
        from roll_up where owner = @p0 and element_id = @p1
        """);

    private const string Sweep = "delete from roll_up where owner = @p0 and element_id = @p1 and reported = 0";

    /// <summary>Rebuilds the roll-up of a programme, one element a transaction, so that nobody waits for all of it.</summary>
    public async Task<Rebuilt> RunAsync(short owner, CancellationToken ct)
    {
        var (figures, rows) = (0, 0);

        foreach (var element in await db.Elements.AsNoTracking().OrderBy(element => element.Id).Select(element => element.Id).ToListAsync(ct))
        {
            await using var own = await db.BeginUnlessBegunAsync(ct);
            figures += await db.Engine.ExecuteAsync(db, Follow, [owner, element], ct);
            rows += await db.Engine.ExecuteAsync(db, AddDifferences, [owner, element], ct);
            await db.Engine.ExecuteAsync(db, Sweep, [owner, element], ct);

            if (own is not null)
            {
                await own.CommitAsync(ct);
            }
        }

        return new Rebuilt(figures, rows);
    }
}
